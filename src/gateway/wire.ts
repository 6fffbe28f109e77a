// Longer than 250 lines: it checks every message of the protocol.
import * as v from 'valibot'
import { warnOfProtocol } from '../model/developerErrors.ts'
import type { Conversation, UnreadableCall } from '../model/conversation.ts'
import type { Failure, ResumeAnswer } from '../model/decision.ts'
import type { ChatEventType, FollowSignal, GatewayEvent } from '../model/event.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { Operation } from '../model/operation.ts'
import type { WaitingItem, WaitingPage } from '../model/waiting.ts'
import type { StopAnswer } from './GatewayClient.ts'
import { agent, intervention, resolution, settledStatus, statusOf } from './callSchema.ts'
import { GatewayError } from './GatewayError.ts'
import {
  anything,
  byInput,
  leaf,
  flagged,
  isText,
  nullable,
  oneOf,
  optional,
  parse,
  type Schema,
  string,
  text,
  time,
} from './schema.ts'

const decimal = /^(0|[1-9]\d*)$/
const cursor = leaf<string>(isCursor, 'decimal digits')

const pause = v.object({
  answering: oneOf('any', 'together', 'in_order'),
  siblings: oneOf('independent', 'reject_voids_approvals', 'reject_rejects_rest'),
})
const operationError = v.object({ code: string, message: string })
const run = { id: string, resumes: text, startedAt: time }

const over = v.object({ ...run, status: oneOf('done', 'interrupted'), endedAt: time })
const endings = {
  waiting_for_human: v.object({ ...run, status: oneOf('waiting_for_human'), pause }),
  error: v.object({ ...run, status: oneOf('error'), endedAt: time, error: operationError }),
  done: over,
  interrupted: over,
}
const underWay = v.object({ ...run, status: oneOf('running', 'waiting_for_async_tool') })
const operation = byInput<Operation>((input) => {
  const status = statusOf(input)
  return isText(status) && Object.hasOwn(endings, status) ? endings[status as keyof typeof endings] : underWay
})

const conversation = v.object({
  id: string,
  epoch: v.optional(string, ''),
  cursor: nullable(cursor),
  now: v.optional(time, () => Date.now()),
  operations: v.array(operation),
  interventions: v.array(anything),
  viewer: optional(v.object({ mayDecide: flagged, why: text })),
})

const envelope = v.object({
  type: string,
  operationId: string,
  timestamp: time,
  data: anything,
})
const eventData = {
  agent_runtime_init: v.object({ operation }),
  agent_intervention_request: v.object({ intervention }),
  agent_intervention_response: v.object({ toolCallId: string, status: settledStatus, resolution }),
  agent_runtime_end: v.object({
    reason: oneOf('done', 'error', 'interrupted', 'waiting_for_human'),
    error: optional(operationError),
    pause: optional(pause),
  }),
  approval_settings_changed: v.object({ version: string }),
}
const chatEvents: Record<ChatEventType, true> = {
  stream_start: true,
  stream_chunk: true,
  stream_end: true,
  step_start: true,
  step_complete: true,
  tool_start: true,
  tool_end: true,
}

export interface Accepted {
  readonly operationId: string | null
  readonly requestId: string
  readonly cursor?: string
}

export interface Problem {
  readonly code: string
  readonly operationId?: string
  readonly interventions?: readonly InterventionCall[]
  readonly fields?: NonNullable<Failure['fields']>
}

const accepted: v.GenericSchema<unknown, Accepted> = v.object({
  operationId: nullable(string),
  requestId: string,
  cursor: optional(cursor),
})
const problem: v.GenericSchema<unknown, Problem> = v.object({
  code: string,
  operationId: text,
  interventions: optional(v.array(intervention)),
  fields: optional(v.array(v.object({ path: string, message: string }))),
})

const interventions = v.array(intervention)
const answers = {
  accepted: v.object({ outcome: oneOf('accepted'), operationId: nullable(string), cursor: optional(cursor) }),
  already_resolved: v.object({ outcome: oneOf('already_resolved'), interventions, operationId: text }),
  changed: v.object({ outcome: oneOf('changed'), interventions }),
  gone: v.object({
    outcome: oneOf('gone'),
    reason: oneOf('expired', 'withdrawn', 'operation_ended'),
    interventions,
  }),
}
const noAnswer = v.object({ outcome: oneOf<'accepted'>() }) as never
const answer = byInput<ResumeAnswer>((input) => {
  const { outcome } = Object(input) as { readonly outcome?: unknown }
  return isText(outcome) && Object.hasOwn(answers, outcome)
    ? answers[outcome as keyof typeof answers]
    : noAnswer
})
const stopAnswer = v.object({ outcome: oneOf('stopped', 'already_ended') })
const extended = v.object({ expiresAt: time })

const waitingItem: Schema<WaitingItem> = v.object({
  conversationId: string,
  toolCallId: string,
  title: string,
  agent,
  requestedAt: time,
  expiresAt: optional(time),
})
const waitingPage = v.object({ items: v.array(anything), next: text })

const connection = v.object({
  type: oneOf('connection'),
  status: oneOf('live', 'connecting', 'stale'),
})
const gap = v.object({ type: oneOf('gap') })
const position = v.object({ cursor: v.optional(nullable(cursor), null) })

/** True for a cursor that can be compared. A stream may carry other ids, which are only sent back. */
export function isCursor(id: unknown): id is string {
  return typeof id === 'string' && decimal.test(id)
}

/** Leaves a malformed call out, so that it does not hide the others. */
export function parseConversation(input: unknown): Conversation {
  const { interventions: calls, ...rest } = parse(conversation, input, 'no')
  const read = calls.map((one, index) => readCall(one, `/interventions/${index}`))
  const unreadable = read.flatMap((one) => ('path' in one ? one : []))
  return {
    ...rest,
    interventions: read.flatMap((one) => ('path' in one ? [] : one)),
    ...(unreadable.length > 0 && { unreadable }),
  }
}

function readCall(input: unknown, path: string): InterventionCall | UnreadableCall {
  try {
    return parse(intervention, input, 'no', path)
  } catch (thrown) {
    const toolCallId = idOf(input)
    const failure = GatewayError.from(thrown, 'no')
    const call = { path: failure.path ?? path, ...(toolCallId !== undefined && { toolCallId }) }
    reasons.set(call, failure)
    return call
  }
}

const reasons = new WeakMap<UnreadableCall, GatewayError>()

export function warnOfCall(call: UnreadableCall): void {
  const { message } = reasons.get(call) ?? { message: `At "${call.path}".` }
  warnOfProtocol({ code: 'protocol', message })
}

function idOf(input: unknown): string | undefined {
  try {
    const { toolCallId } = Object(input) as { readonly toolCallId?: unknown }
    return typeof toolCallId === 'string' ? toolCallId : undefined
  } catch {
    // A proxy may throw at every read.
    return undefined
  }
}

export function parseEvent(input: unknown, at: string | null): GatewayEvent {
  const { type, data, ...rest } = parse(envelope, input, 'no')
  const base = { ...rest, cursor: at }
  if (isKnown(type)) {
    const parsed = { type, data: parse<unknown>(eventData[type], data, 'no', '/data') }
    // SAFETY: `eventData[type]` is the schema of exactly this type's data.
    return { ...base, ...parsed } as GatewayEvent
  }
  return { ...base, type: isChat(type) ? type : 'unknown', data }
}

export function parseAccepted(input: unknown): Accepted {
  return parse(accepted, input, 'unknown')
}

export function parseProblem(input: unknown): Problem {
  return parse(problem, input, 'unknown')
}

export function parseItem(input: unknown): GatewayEvent | FollowSignal {
  const { type } = Object(input) as { readonly type?: unknown }
  if (type === 'connection') return parse(connection, input, 'no')
  if (type === 'gap') return parse(gap, input, 'no')
  return parseEvent(input, parse(position, input, 'no').cursor)
}

export function parseAnswer(input: unknown): ResumeAnswer {
  // A missing answer fails this check too, because it has no outcome.
  return parse(answer, Object(input), 'unknown')
}

export function parseStopAnswer(input: unknown): StopAnswer {
  return parse(stopAnswer, input, 'unknown')
}

export function parseExtended(input: unknown): { readonly expiresAt: number } {
  return parse(extended, input, 'unknown')
}

/** Leaves a malformed item out, so that it does not hide the others. */
export function parseWaiting(input: unknown): WaitingPage {
  const { items, ...rest } = parse(waitingPage, input, 'no')
  return {
    ...rest,
    items: items.flatMap((item, index) => {
      try {
        return parse(waitingItem, item, 'no', `/items/${index}`)
      } catch (thrown) {
        warnOfProtocol(GatewayError.from(thrown, 'no'))
        return []
      }
    }),
  }
}

function isKnown(type: string): type is keyof typeof eventData {
  return Object.hasOwn(eventData, type)
}

function isChat(type: string): type is ChatEventType {
  return Object.hasOwn(chatEvents, type)
}
