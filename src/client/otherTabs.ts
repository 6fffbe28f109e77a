import type { DecisionRequest, ResumeRequest } from '../model/decision.ts'
import { createRequestId } from '../gateway/requestId.ts'
import { type ConversationState, findCall } from '../model/conversation.ts'
import type { ToolCallId } from '../model/ids.ts'
import { type ConversationAddress, scopeOf } from './cache.ts'
import { cardsOf, updateCards } from './cards.ts'
import { withoutText } from './unsettled.ts'

/** The message of a tab to the others of this browser. It contains ids only. */
export interface OtherTab {
  readonly page: string
  readonly scope: string
  readonly request: ResumeRequest
  readonly isOver: boolean
}

// A channel also receives messages of the same page, later than the answer.
let page: string | undefined
const pageId = (): string => (page ??= createRequestId())

export function tellOtherTabs(address: ConversationAddress, request: ResumeRequest, isOver: boolean): void {
  const scope = scopeOf(address)
  const watched = channels.get(scope)
  const channel = watched ?? open(address)
  const message: OtherTab = { page: pageId(), scope, request: withoutText(request), isOver }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target.
  channel?.postMessage(message)
  if (!watched) channel?.close()
}

// Browsers take long to open a channel, so a decision uses the one of its follower.
const channels = new Map<string, BroadcastChannel>()

export function watchOtherTabs(
  address: ConversationAddress,
  onMessage: (message: OtherTab) => void,
): () => void {
  const channel = open(address)
  const scope = scopeOf(address)
  if (!channel) return () => undefined
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isOtherTab(data) && data.scope === scope && data.page !== pageId()) onMessage(data)
  })
  channels.set(scope, channel)
  return () => {
    if (channels.get(scope) === channel) channels.delete(scope)
    channel.close()
  }
}

// A channel is open to every script of the origin, and to other versions of the kit.
function isOtherTab(data: unknown): data is OtherTab {
  const { page: from, scope, request, isOver } = Object(data) as Partial<OtherTab>
  const decisions: unknown = request?.decisions
  return (
    typeof from === 'string' &&
    typeof scope === 'string' &&
    typeof isOver === 'boolean' &&
    typeof request?.requestId === 'string' &&
    Array.isArray(decisions) &&
    decisions.length > 0 &&
    // Unlike `every` alone, it also looks at what an array leaves out.
    [...(decisions as readonly unknown[])].every(
      (made) => typeof (Object(made) as DecisionRequest).toolCallId === 'string',
    )
  )
}

function open({ gateway }: ConversationAddress): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel(`intervention-bar ${gateway.id}`)
    // In Node an open channel would keep the process alive.
    ;(channel as { unref?: () => void }).unref?.()
    return channel
  } catch {
    return null
  }
}

type Free = () => void

/**
 * Keeps other tabs of this browser from sending for the same calls until it is released. Null: one of them is sending.
 * Without Web Locks the server decides, and nothing is waited for.
 */
export function claimCalls(
  scope: string,
  { decisions }: ResumeRequest,
  onClaim: (release: Free | null) => void,
): void {
  if (!globalThis.navigator?.locks) return onClaim(() => undefined)
  const names = decisions.map(({ toolCallId }) => lockName(scope, toolCallId))
  const early = names.map((name) => earlyClaims.get(name))
  for (const name of names) earlyClaims.delete(name)
  const held = early.flatMap((claim) => claim?.free ?? [])
  // The request leaves in the task of the press, before React draws.
  if (held.length === names.length) onClaim(() => freeAll(held))
  else void takeLocks(names, early).then(onClaim)
}

async function takeLocks(
  names: readonly string[],
  early: readonly (EarlyClaim | undefined)[],
): Promise<Free | null> {
  const claims: Free[] = []
  for (const [index, name] of names.entries()) {
    const free = (await early[index]?.promise) ?? (await requestLock(name))
    if (!free) {
      freeAll(claims)
      for (const claim of early.slice(index + 1)) void claim?.promise.then((held) => held?.())
      return null
    }
    claims.push(free)
  }
  return () => freeAll(claims)
}

function freeAll(claims: readonly Free[]): void {
  for (const free of claims) free()
}

function lockName(scope: string, toolCallId: ToolCallId): string {
  return `intervention-bar ${scope} ${toolCallId}`
}

// Null: somebody else holds the lock.
export function requestLock(name: string): Promise<Free | null> {
  const claim = new Promise<Free | null>((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((free) => resolve(free)) : resolve(null),
      )
      .catch(reject)
  })
  // Locks are not allowed everywhere, as in a sandboxed frame.
  return claim.catch(() => () => undefined)
}

interface EarlyClaim {
  readonly promise: Promise<Free | null>
  /** Absent until the browser has answered. Null: another tab has the lock. */
  free?: Free | null
}

const earlyClaims = new Map<string, EarlyClaim>()
const earlyMs = 1_000

/**
 * Claims a call when a button goes down, because the browser takes some milliseconds for a lock. The press takes the
 * claim over; without a press it lapses after a second.
 */
export function claimEarly(scope: string, toolCallId: ToolCallId): void {
  const name = lockName(scope, toolCallId)
  if (!globalThis.navigator?.locks || earlyClaims.has(name)) return
  const claim: EarlyClaim = { promise: requestLock(name) }
  void claim.promise.then((free) => (claim.free = free))
  earlyClaims.set(name, claim)
  setTimeout(() => {
    if (earlyClaims.get(name) !== claim) return
    earlyClaims.delete(name)
    void claim.promise.then((free) => free?.())
  }, earlyMs)
}

// A decision ends within 60 s. A tab that was closed meanwhile does not report its end.
const longestMs = 65_000

export function showElsewhere(
  scope: string,
  state: ConversationState | undefined,
  request: ResumeRequest,
): boolean {
  let isNews = false
  const ids = request.decisions.map(({ toolCallId }) => toolCallId)
  updateCards(scope, ids, ({ memory }, id) => {
    const isOwn = memory?.status === 'sent' || memory?.request?.requestId === request.requestId
    if (memory?.status === 'settled') {
      // The event was faster than the message of the other tab.
      const card = findCall(state?.interventions, id)
      const isIts = card?.status !== 'pending' && card?.resolution.requestId === request.requestId
      return isIts ? { memory: { ...memory, request } } : undefined
    }
    if (isOwn && memory?.status !== 'elsewhere') return undefined
    isNews = true
    return { memory: { status: 'elsewhere', request, since: Date.now() } }
  })
  return isNews
}

export function freeElsewhere(scope: string, over?: ResumeRequest): void {
  updateCards(scope, cardsOf(scope).keys(), ({ memory }) => {
    if (memory?.status !== 'elsewhere') return undefined
    const isOver = memory.request.requestId === over?.requestId || Date.now() - memory.since > longestMs
    return isOver ? { memory: undefined } : undefined
  })
}
