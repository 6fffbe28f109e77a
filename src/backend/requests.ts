import * as v from 'valibot'
import type { OperationId } from '../model/ids.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { GatewayError } from '../gateway/GatewayError.ts'

const text = v.exactOptional(v.string())
const made = { toolCallId: v.string(), revision: v.string() }
const decision = v.variant('decision', [
  v.object({
    ...made,
    decision: v.literal('approved'),
    argsText: text,
    remember: v.exactOptional(v.picklist(['operation', 'session', 'always'])),
  }),
  v.object({ ...made, decision: v.picklist(['rejected', 'rejected_continue']), reason: text }),
])

/** The body of `POST …/resume`. */
export type ResumeBody = Pick<ResumeRequest, 'operationId' | 'decisions'>
const resume: v.GenericSchema<unknown, ResumeBody> = v.object({
  operationId: v.string(),
  decisions: v.tupleWithRest([decision], decision),
})
const stop = v.object({ operationId: v.string() })
const message = v.object({ text: v.string() })

/** A request body as JSON. Throws `invalid` where it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw invalid('', 'Not JSON.')
  }
}

/**
 * The body of `POST …/resume`. Throws `invalid` with the field that is wrong; more fields than these are dropped, and the
 * order of those that are left is always the same.
 */
export function parseResume(body: unknown): ResumeBody {
  const parsed = parse(resume, body)
  const calls = parsed.decisions.map((one) => one.toolCallId)
  if (new Set(calls).size < calls.length) throw invalid('/decisions', 'One decision per call.')
  return parsed
}

/** The body of `POST …/stop`. Throws `invalid`. */
export function parseStop(body: unknown): { readonly operationId: OperationId } {
  return parse(stop, body)
}

/** The body of `POST …/messages`. Throws `invalid`. */
export function parseMessage(body: unknown): { readonly text: string } {
  return parse(message, body)
}

/** The `Idempotency-Key`. Throws `invalid` where there is none. */
export function requestIdIn({ headers }: Pick<Request, 'headers'>): string {
  const requestId = headers.get('idempotency-key')
  if (requestId) return requestId
  throw new GatewayError({ code: 'invalid', applied: 'no' }, 'No Idempotency-Key.')
}

function parse<T>(schema: v.GenericSchema<unknown, T>, body: unknown): T {
  const result = v.safeParse(schema, body, { abortEarly: true })
  if (result.success) return result.output
  const [{ path = [], message: words }] = result.issues
  throw invalid(path.map((item) => `/${String(item.key)}`).join(''), words)
}

function invalid(path: string, words: string): GatewayError {
  return new GatewayError({ code: 'invalid', applied: 'no', fields: [{ path, message: words }] })
}
