import * as v from 'valibot'
import type { Conversation, UnreadableCall } from '../model/conversation.ts'
import type { ChatEventType, FollowSignal, GatewayEvent } from '../model/event.ts'
import type { Failure } from '../model/failure.ts'
import type { InterventionCall, Why } from '../model/intervention.ts'
import type { Operation } from '../model/operation.ts'
import type { ResumeAnswer } from '../model/resume.ts'
import type { StopAnswer } from './GatewayClient.ts'
import { GatewayError } from './GatewayError.ts'

const decimal = /^(0|[1-9]\d*)$/
const cursor = v.pipe(v.string(), v.regex(decimal, 'expected decimal digits'))
const decision = v.picklist(['approved', 'rejected', 'rejected_continue'])
const scope = v.picklist(['operation', 'session', 'always'])
const settledStatus = v.picklist(['approved', 'rejected', 'rejected_continue', 'expired', 'withdrawn'])
const text = optional(v.string())
const flag = optional(v.boolean())
const lastDate = 8.64e15
const time = v.pipe(
  v.number(),
  v.check((ms) => Math.abs(ms) <= lastDate, 'expected milliseconds that a Date can hold'),
)

function optional<T>(schema: v.GenericSchema<unknown, T>): v.ExactOptionalSchema<typeof schema, undefined> {
  // SAFETY: `undefined` in a hand-written client reads like an absent key.
  return v.exactOptional(v.optional(schema) as unknown as typeof schema)
}

const resolution = v.object({
  at: time,
  requestId: text,
  by: optional(v.object({ id: v.string(), name: text })),
  automatic: flag,
  reason: text,
  argsText: text,
  remember: optional(scope),
  execution: optional(v.object({ ok: v.boolean(), message: text })),
})

const call = {
  toolCallId: v.string(),
  operationId: v.string(),
  revision: v.string(),
  tool: v.object({
    name: v.string(),
    title: text,
    server: text,
    inputSchema: optional(v.record(v.string(), v.unknown())),
    annotations: optional(
      v.object({
        readOnlyHint: flag,
        destructiveHint: flag,
        idempotentHint: flag,
        openWorldHint: flag,
      }),
    ),
  }),
  argsText: v.nullable(v.string()),
  why: optional(
    v.union([
      v.pipe(
        v.string(),
        v.transform((words): Why => ({ text: words, by: 'unknown' })),
      ),
      v.object({ text: v.string(), by: v.fallback(v.picklist(['agent', 'policy', 'unknown']), 'unknown') }),
    ]),
  ),
  agent: optional(
    v.object({
      name: v.string(),
      id: text,
      relation: v.picklist(['sub_agent', 'handoff']),
      path: v.array(v.string()),
    }),
  ),
  decisions: v.tupleWithRest([decision], decision),
  editable: v.boolean(),
  reason: v.picklist(['none', 'optional', 'required']),
  remember: v.array(scope),
  requestedAt: time,
  expiresAt: optional(time),
}

const intervention: v.GenericSchema<unknown, InterventionCall> = v.variant('status', [
  v.object({ ...call, status: v.literal('pending') }),
  v.object({ ...call, status: settledStatus, resolution }),
])

const pause = v.object({
  answering: v.picklist(['any', 'together', 'in_order']),
  siblings: v.picklist(['independent', 'reject_voids_approvals', 'reject_rejects_rest']),
})
const operationError = v.object({ code: v.string(), message: v.string() })
const run = { id: v.string(), resumes: text, startedAt: time }

const operation: v.GenericSchema<unknown, Operation> = v.variant('status', [
  v.object({ ...run, status: v.picklist(['running', 'waiting_for_async_tool']) }),
  v.object({ ...run, status: v.literal('waiting_for_human'), pause }),
  v.object({ ...run, status: v.picklist(['done', 'interrupted']), endedAt: time }),
  v.object({ ...run, status: v.literal('error'), endedAt: time, error: operationError }),
])

const conversation = v.object({
  id: v.string(),
  epoch: v.optional(v.string(), ''),
  cursor: v.nullable(cursor),
  now: v.optional(time, () => Date.now()),
  operations: v.array(operation),
  interventions: v.array(v.unknown()),
  viewer: optional(v.object({ mayDecide: v.boolean(), why: text })),
})

const envelope = v.object({
  type: v.string(),
  operationId: v.string(),
  timestamp: time,
  data: v.unknown(),
})
const eventData = {
  agent_runtime_init: v.object({ operation }),
  agent_intervention_request: v.object({ intervention }),
  agent_intervention_response: v.object({ toolCallId: v.string(), status: settledStatus, resolution }),
  agent_runtime_end: v.object({
    reason: v.picklist(['done', 'error', 'interrupted', 'waiting_for_human']),
    error: optional(operationError),
    pause: optional(pause),
  }),
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
  operationId: v.nullable(v.string()),
  requestId: v.string(),
  cursor: optional(cursor),
})
const problem: v.GenericSchema<unknown, Problem> = v.object({
  code: v.string(),
  operationId: text,
  interventions: optional(v.array(intervention)),
  fields: optional(v.array(v.object({ path: v.string(), message: v.string() }))),
})

const interventions = v.array(intervention)
const answer: v.GenericSchema<unknown, ResumeAnswer> = v.variant('outcome', [
  v.object({ outcome: v.literal('accepted'), operationId: v.nullable(v.string()), cursor: optional(cursor) }),
  v.object({ outcome: v.literal('already_resolved'), interventions, operationId: text }),
  v.object({ outcome: v.literal('changed'), interventions }),
  v.object({
    outcome: v.literal('gone'),
    reason: v.picklist(['expired', 'withdrawn', 'operation_ended']),
    interventions,
  }),
])
const stopAnswer = v.object({ outcome: v.picklist(['stopped', 'already_ended']) })
const extended = v.object({ expiresAt: time })

const signal: v.GenericSchema<unknown, FollowSignal> = v.variant('type', [
  v.object({ type: v.literal('connection'), status: v.picklist(['live', 'connecting', 'stale']) }),
  v.object({ type: v.literal('gap') }),
])
const position = v.object({ cursor: v.optional(v.nullable(cursor), null) })

/** True for a cursor that can be compared. A stream may carry other ids, which are only sent back. */
export function isCursor(id: string | null | undefined): id is string {
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
    const { toolCallId } = Object(input) as { readonly toolCallId?: unknown }
    return {
      path: (thrown as GatewayError).path ?? path,
      ...(typeof toolCallId === 'string' && { toolCallId }),
    }
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
  const isSignal = v.is(v.object({ type: v.picklist(['connection', 'gap']) }), input)
  return isSignal ? parse(signal, input, 'no') : parseEvent(input, parse(position, input, 'no').cursor)
}

export function parseAnswer(input: unknown): ResumeAnswer {
  // A missing answer has no outcome.
  return parse(answer, Object(input), 'unknown')
}

export function parseStopAnswer(input: unknown): StopAnswer {
  return parse(stopAnswer, input, 'unknown')
}

export function parseExtended(input: unknown): { readonly expiresAt: number } {
  return parse(extended, input, 'unknown')
}

function isKnown(type: string): type is keyof typeof eventData {
  return Object.hasOwn(eventData, type)
}

function isChat(type: string): type is ChatEventType {
  return Object.hasOwn(chatEvents, type)
}

function parse<T>(
  schema: v.GenericSchema<unknown, T>,
  input: unknown,
  applied: Failure['applied'],
  root = '',
): T {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const keys = (issue.path ?? []).map((item) => String(item.key))
  const path = root + keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  throw new GatewayError(
    { code: 'protocol', applied, path },
    `Expected ${issue.expected ?? issue.type}. At "${path}".`,
  )
}
