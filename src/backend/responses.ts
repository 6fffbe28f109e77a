import { GatewayError } from '../gateway/GatewayError.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { EventDraft, GatewayEvent } from '../model/event.ts'
import { isRunning, type Operation } from '../model/operation.ts'
import type { SettingsAnswer } from '../model/settings.ts'

// An answer may contain arguments, which are for one person and for now.
const uncached = { 'cache-control': 'no-store' }

// An answer before it becomes a `Response`, which a test runner may lack.
export interface ProtocolAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function toResponse({ body, ...init }: ProtocolAnswer): Response {
  return new Response(body, init)
}

/** An error answer of the reference protocol: problem+json (RFC 9457) with a `code`. */
export function problem(
  status: number,
  code: string,
  members: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): ProtocolAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...uncached, ...headers },
    body: JSON.stringify({ type: 'about:blank', title: code, status, code, ...members }),
  }
}

export function json(status: number, body: unknown): ProtocolAnswer {
  const headers = { 'content-type': 'application/json', ...uncached }
  return { status, headers, body: JSON.stringify(body) }
}

export function answerOf(
  { requestId }: Pick<ResumeRequest, 'requestId'>,
  answer: ResumeAnswer,
): ProtocolAnswer {
  switch (answer.outcome) {
    case 'accepted': {
      const { outcome: _accepted, ...started } = answer
      return json(202, { ...started, requestId })
    }
    case 'already_resolved':
    case 'changed': {
      const { outcome, ...members } = answer
      return problem(outcome === 'changed' ? 412 : 409, outcome, members)
    }
    case 'gone':
      return problem(410, answer.reason, { interventions: answer.interventions })
    default:
      return answer satisfies never
  }
}

export function settingsAnswerOf({ outcome, settings }: SettingsAnswer): ProtocolAnswer {
  return outcome === 'changed' ? json(200, settings) : problem(412, outcome, { settings })
}

const statuses: Partial<Record<GatewayError['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  unsupported: 405,
  timeout: 408,
  in_progress: 409,
  invalid: 422,
  key_reused: 422,
}

/** A failure as the reference protocol says it. Any other error is 503, and its text is not told. */
export function problemOf(thrown: unknown): ProtocolAnswer {
  if (!(thrown instanceof GatewayError)) return problem(503, 'unavailable')
  const { code, fields } = thrown
  return problem(statuses[code] ?? 503, code, fields ? { fields } : {})
}

// A stream that has ended ends no second time: a parked operation that is stopped, or goes on, has left it already.
export function endEventOf(operation: Operation, before?: Operation): EventDraft | undefined {
  if (before && !isRunning(before)) return undefined
  const event = { type: 'agent_runtime_end', operationId: operation.id } as const
  switch (operation.status) {
    case 'running':
    case 'waiting_for_async_tool':
      return undefined
    case 'waiting_for_human':
      return { ...event, data: { reason: operation.status, pause: operation.pause } }
    case 'error':
      return { ...event, data: { reason: operation.status, error: operation.error } }
    case 'done':
    case 'interrupted':
      return { ...event, data: { reason: operation.status } }
    default:
      return operation satisfies never
  }
}

export function frameOf({ cursor, ...event }: GatewayEvent): string {
  return `id: ${cursor}\ndata: ${JSON.stringify(event)}\n\n`
}

export const eventStreamHeaders: ProtocolAnswer['headers'] = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}
