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
import { idIn, readEach, unreadableCall } from './readEach.ts'
import {
  anything,
  byInput,
  leaf,
  flag,
  flagged,
  isText,
  listOf,
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
  operations: listOf(anything),
  interventions: listOf(anything),
  unreadable: optional(listOf(anything)),
  viewer: optional(v.object({ mayDecide: flagged, why: text })),
})

const leftOut: Schema<UnreadableCall> = v.object({
  path: string,
  operationId: text,
  toolCallId: text,
  waits: flag,
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
  readonly operationId?: string | null
  readonly interventions?: readonly InterventionCall[]
  readonly fields?: NonNullable<Failure['fields']>
}

const accepted: v.GenericSchema<unknown, Accepted> = v.object({
  operationId: nullable(string),
  requestId: string,
  cursor: optional(cursor),
})
// A malformed call does not make the outcome unknown.
const interventions: Schema<readonly InterventionCall[]> = v.pipe(
  listOf(anything),
  v.transform((items) => {
    const { read, malformed } = readCalls(items)
    for (const { failure } of malformed) warnOfProtocol(failure)
    return read
  }),
)
const field = v.object({ path: string, message: string })
const problem: v.GenericSchema<unknown, Problem> = v.object({
  code: string,
  operationId: optional(nullable(string)),
  interventions: optional(interventions),
  // A malformed field does not hide the others, nor what the problem is.
  fields: v.pipe(
    v.optional(anything),
    v.transform(
      (items) => readEach(Array.isArray(items) ? items : [], '', (one) => parse(field, one, 'no')).read,
    ),
  ),
})

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
const waitingPage = v.object({ items: listOf(anything), next: text })

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

/**
 * Leaves a malformed call out, so that it does not hide the others; and a malformed operation together with its calls, since
 * a decision on them is about a run that nothing is known of.
 */
export function parseConversation(input: unknown): Conversation {
  const {
    operations,
    interventions: items,
    unreadable: told = [],
    ...rest
  } = parse(conversation, input, 'no')
  const runs = readEach(operations, '/operations', (one, path) => parse(operation, one, 'no', path))
  const calls = readCalls(items)
  const more = readEach(told, '/unreadable', (one, path) => parse(leftOut, one, 'no', path))
  const lost = runs.malformed.map((one) => ({ malformed: one, id: idIn(one.input, 'id') }))
  const isLost = (call: InterventionCall): boolean => lost.some(({ id }) => id === call.operationId)
  const unreadable = [
    ...lost.flatMap(({ malformed, id }) => {
      const own = calls.read.filter((call) => call.operationId === id)
      if (own.length === 0) return [unreadableCall(malformed, { operationId: id })]
      return own.map(({ toolCallId, status }) =>
        unreadableCall(malformed, { operationId: id, toolCallId, waits: status === 'pending' }),
      )
    }),
    ...calls.malformed.map((call) =>
      unreadableCall(call, {
        toolCallId: idIn(call.input, 'toolCallId'),
        waits: idIn(call.input, 'status') === 'pending',
      }),
    ),
    ...more.read,
    ...more.malformed.map((call) => unreadableCall(call, {})),
  ]
  return {
    ...rest,
    operations: runs.read,
    interventions: lost.length > 0 ? calls.read.filter((call) => !isLost(call)) : calls.read,
    ...(unreadable.length > 0 && { unreadable }),
  }
}

function readCalls(items: readonly unknown[]): ReturnType<typeof readEach<InterventionCall>> {
  const ids = new Set<string>()
  return readEach(items, '/interventions', (one, path) => {
    const call = parse(intervention, one, 'no', path)
    if (ids.has(call.toolCallId)) {
      const failure = { code: 'protocol', applied: 'no', path: `${path}/toolCallId` } as const
      throw new GatewayError(failure, `Another call has the same id. At "${failure.path}".`)
    }
    ids.add(call.toolCallId)
    return call
  })
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
  const { read, malformed } = readEach(items, '/items', (one, path) => parse(waitingItem, one, 'no', path))
  for (const { failure } of malformed) warnOfProtocol(failure)
  return { ...rest, items: read }
}

function isKnown(type: string): type is keyof typeof eventData {
  return Object.hasOwn(eventData, type)
}

function isChat(type: string): type is ChatEventType {
  return Object.hasOwn(chatEvents, type)
}
