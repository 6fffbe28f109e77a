import * as v from 'valibot'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import type { ResumeRequest } from '../model/decision.ts'
import type { SettingsChange, SettingsRequest } from '../model/settings.ts'
import { problem, type ProtocolAnswer } from './responses.ts'

const text = v.exactOptional(v.string())
const longestReason = 8_000
const note = v.exactOptional(
  v.pipe(v.string(), v.maxLength(longestReason, `At most ${longestReason} characters.`)),
)
const made = { toolCallId: v.string(), revision: v.string() }
const decision = v.variant('decision', [
  v.object({
    ...made,
    decision: v.literal('approved'),
    argsText: text,
    remember: v.exactOptional(v.picklist(['operation', 'session', 'always'])),
    note,
  }),
  v.object({ ...made, decision: v.literal('answered'), answerText: text }),
  v.object({ ...made, decision: v.picklist(['rejected', 'rejected_continue']), reason: note }),
])

export type SettingsBody = Pick<SettingsRequest, 'version' | 'change'>
export type ResumeBody = Pick<ResumeRequest, 'operationId' | 'decisions'>
const resume: v.GenericSchema<unknown, ResumeBody> = v.object({
  operationId: v.string(),
  decisions: v.tupleWithRest([decision], decision),
})
const stop = v.object({ operationId: v.string() })
const message = v.object({ text: v.string() })
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))
const settingsChange: v.GenericSchema<unknown, SettingsBody> = v.object({
  version: v.string(),
  change: v.pipe(
    v.object({
      mode: v.exactOptional(v.picklist(['ask', 'allow_list', 'auto_run'])),
      add: v.exactOptional(key),
      remove: v.exactOptional(key),
    }),
    v.check((change) => Object.keys(change).length === 1, 'One of mode, add and remove.'),
    // SAFETY: it has exactly one of the three.
    v.transform((change) => change as SettingsChange),
  ),
})

export interface ProtocolRoute {
  readonly conversationId: ConversationId
  readonly action: 'read' | 'events' | 'resume' | 'stop' | 'messages' | 'settings' | 'change'
}

const conversationPath = /\/conversations\/([^/]+)(?:\/(events|resume|stop|messages|settings))?\/?$/

/** Returns the route that a request is for, under any base URL, or the answer if there is none. */
export function routeOf({ url, method }: Pick<Request, 'url' | 'method'>): ProtocolRoute | ProtocolAnswer {
  const [, encoded = '', tail = 'read'] = conversationPath.exec(new URL(url).pathname) ?? []
  const conversationId = decoded(encoded)
  if (!conversationId) return problem(404, 'not_found')
  // SAFETY: the pattern lists every other action.
  const named = tail as ProtocolRoute['action']
  const action = named === 'settings' && method === 'PATCH' ? 'change' : named
  return method === methodOf(action) ? { conversationId, action } : problem(405, 'unsupported')
}

/** True for `GET {base}/waiting`, under any base URL. */
export function asksForWaiting({ url, method }: Pick<Request, 'url' | 'method'>): boolean {
  const { pathname } = new URL(url)
  return method === 'GET' && /\/waiting\/?$/.test(pathname) && !conversationPath.test(pathname)
}

/** The `after` of that request. */
export function afterIn({ url }: Pick<Request, 'url'>): string | undefined {
  return new URL(url).searchParams.get('after') ?? undefined
}

export function isWrite(action: ProtocolRoute['action']): boolean {
  return methodOf(action) !== 'GET'
}

function methodOf(action: ProtocolRoute['action']): string {
  if (action === 'change') return 'PATCH'
  return ['read', 'events', 'settings'].includes(action) ? 'GET' : 'POST'
}

function decoded(encoded: string): string | undefined {
  try {
    const id = decodeURIComponent(encoded)
    // Not every store can keep this character.
    return id.includes('\0') ? undefined : id
  } catch {
    return undefined
  }
}

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
  return parse(resume, body)
}

export function parseStop(body: unknown): { readonly operationId: OperationId } {
  return parse(stop, body)
}

export function parseMessage(body: unknown): { readonly text: string } {
  return parse(message, body)
}

export function parseSettingsChange(body: unknown): SettingsBody {
  return parse(settingsChange, body)
}

export function requestIdIn({ headers }: { readonly headers: Pick<Headers, 'get'> }): string {
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
