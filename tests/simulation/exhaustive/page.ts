import { changedCalls, refusalOf, requestOf } from '../../../src/client/cardMemory.ts'
import type { Conversation, ConversationState } from '../../../src/model/conversation.ts'
import type { GatewayEvent } from '../../../src/model/event.ts'
import { begin, type Intent, type IntentEffect, type IntentInput, step } from '../../../src/model/intent.ts'
import { merge } from '../../../src/model/merge.ts'
import { unfollowed } from '../../../src/model/followed.ts'
import { step as stepFollowing } from '../../../src/model/following.ts'
import { rereadIntervalMs } from '../../../src/model/busy.ts'
import type { ResumeAnswer, ResumeRequest } from '../../../src/model/decision.ts'
import { captureRetired, retire } from '../../../src/model/retire.ts'

/** A page that shows the conversation, as a value: the real model, and what is under way. */
export interface SmallPage {
  readonly state: ConversationState | undefined
  readonly intent: Intent | null
  /** The arguments that were on the screen at the press. */
  readonly shown: string | null
  readonly captured: readonly string[]
  /** Requests on their way to the server, and answers on their way back. */
  readonly requests: readonly ResumeRequest[]
  readonly answers: readonly ResumeAnswer[]
  /** Reads on their way: the version they began at, and what they bring back. */
  readonly reads: readonly { readonly version: number; readonly found: Conversation | null }[]
  /** The intent waits for a read. */
  readonly looks: boolean
}

/** Nothing was read yet. */
export const opened: SmallPage = {
  state: undefined,
  intent: null,
  shown: null,
  captured: [],
  requests: [],
  answers: [],
  reads: [{ version: 0, found: null }],
  looks: false,
}

const at = 1_000

export function afterPress(page: SmallPage): SmallPage | null {
  const call = page.state?.interventions.find(({ status }) => status === 'pending')
  if (!page.state || !call || page.intent) return null
  const { toolCallId, revision } = call
  const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
  if (refusalOf(page.state, decisions) || changedCalls(page.state, decisions)) return null
  // Always the same id, so that equal worlds are one.
  const request = { ...requestOf(page.state, { conversationId: 'demo', decisions }), requestId: 'press' }
  const captured = captureRetired(page.state, request)
  return carriedOut({ ...page, shown: call.argsText, captured }, begin(request, at))
}

/** An input of the machine, with its effects. */
export function afterInput(page: SmallPage, input: IntentInput): SmallPage {
  return page.intent ? carriedOut(page, step(page.intent, input)) : page
}

export function afterEvent(page: SmallPage, event: GatewayEvent): SmallPage {
  const { state } = page
  if (!state) return page
  const followed = { ...unfollowed(state, false), known: state }
  const [, effects] = stepFollowing(followed, { type: 'heard', item: event, at, state })
  const written = effects.find((effect) => effect.type === 'write')
  const next = observed({ ...page, state: written?.state ?? state })
  return effects.some(({ type }) => type === 'read') ? withRead(next) : next
}

export function afterRead(page: SmallPage, conversation: Conversation, version: number): SmallPage {
  const state = merge(page.state, { conversation, version, at })
  // Outdated: it is read again.
  if (state === page.state) return withRead(page)
  const next = observed({ ...page, state })
  if (!next.looks) return next
  return afterInput({ ...next, looks: false }, { type: 'read', interventions: state.interventions, at })
}

/** A read begins. */
export function withRead(page: SmallPage): SmallPage {
  return { ...page, reads: [...page.reads, { version: page.state?.version ?? 0, found: null }] }
}

/** True while the kit would ask for a read, and none is on its way. */
export function wantsRead({ state, reads, looks }: SmallPage): boolean {
  if (reads.length > 0) return false
  const seenAt = new Map(state?.operations.map((one) => [one.id, at] as const))
  const reasons = { lastSeen: { now: at, seenAt }, polls: false, isConnecting: false, unknownOutcome: false }
  return !state || looks || rereadIntervalMs(state, reasons) !== null
}

function observed(page: SmallPage): SmallPage {
  return afterInput(page, { type: 'observed', interventions: page.state?.interventions ?? [], at })
}

function carriedOut(
  page: SmallPage,
  [intent, effects]: readonly [Intent, readonly IntentEffect[]],
): SmallPage {
  const isAsked = (type: IntentEffect['type']): boolean => effects.some((effect) => effect.type === type)
  const requests = isAsked('send') ? [...page.requests, intent.request] : page.requests
  const next: SmallPage = { ...page, intent, requests, looks: page.looks || isAsked('read') }
  const isOver = intent.status === 'settled' && page.intent?.status !== 'settled'
  if (!isOver || !next.state) return next
  const { captured } = next
  return { ...next, state: retire(next.state, intent.request, intent.answer, { captured, at }), looks: false }
}
