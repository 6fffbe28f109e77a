import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { developmentError } from '../model/developerErrors.ts'
import type { Failure, ResumeRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { SettingsRequest } from '../model/settings.ts'
import {
  type CallOptions,
  defaultTimeoutMs,
  type GatewayClient,
  type ListWaitingOptions,
  type ResumeOptions,
  type StopRequest,
} from './GatewayClient.ts'
import { GatewayError } from './GatewayError.ts'
import { failureOf, readAs, readResumeAnswer, readSettingsAnswer } from './answer.ts'
import { eventStream } from './eventStream.ts'
import { trusted } from './port.ts'
import { type HttpAccess, send } from './send.ts'
import { parseSettings } from './settingsSchema.ts'
import { limited, withTimeLimit } from './timeLimit.ts'
import { parseConversation, parseProblem, parseWaiting } from './wire.ts'

/** Options of `createHttpGateway`. */
export interface HttpGatewayOptions extends HttpAccess {
  /** Absolute, or relative to the page. */
  readonly baseUrl: string
  /** @default 'same-origin' */
  readonly credentials?: RequestCredentials
  /** Bounds each resume, read and stop, in milliseconds. @default 10000 */
  readonly timeoutMs?: number
}

/**
 * The reference client: HTTP and server-sent events, as the page "Protocol" describes them. Throws without a `baseUrl`.
 *
 * @example
 * const gateway = createHttpGateway({ baseUrl: '/api/agent', headers: async () => ({ authorization: await token() }) })
 */
export function createHttpGateway(options: HttpGatewayOptions): GatewayClient {
  const { credentials = 'same-origin', timeoutMs = defaultTimeoutMs } = options
  if (typeof options.baseUrl !== 'string') throw developmentError('IB011')
  const id = absolute(options.baseUrl)

  function request(path: string, init: RequestInit, applied: Failure['applied']): Promise<Response> {
    return send(options, `${id}/${path}`, { credentials, ...init }, applied)
  }

  function post(
    path: string,
    requestId: string,
    body: unknown,
    signal: AbortSignal,
    method = 'POST',
  ): Promise<Response> {
    const contents = { 'content-type': 'application/json', 'idempotency-key': requestId }
    return request(path, { method, headers: contents, body: JSON.stringify(body), signal }, 'unknown')
  }

  return trusted({
    id,
    resumeTimeoutMs: timeoutMs,

    readConversation: limited(
      timeoutMs,
      'no',
      async (conversationId: ConversationId, { signal }: CallOptions) => {
        const response = await request(pathOf(conversationId), { signal }, 'no')
        if (!response.ok) throw await failureOf(response, 'no')
        return readAs(response, 'no', parseConversation)
      },
    ),

    followConversation: (
      conversationId,
      { after, signal },
    ): AsyncGenerator<GatewayEvent | FollowSignal, void> =>
      eventStream({
        after,
        signal,
        connect: (lastEventId, connection) =>
          request(
            `${pathOf(conversationId)}/events`,
            {
              headers: {
                accept: 'text/event-stream',
                ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
              },
              cache: 'no-store',
              signal: connection,
            },
            'no',
          ),
      }),

    resume: limited(timeoutMs, 'unknown', async (resumed: ResumeRequest, { signal }: ResumeOptions) => {
      const { conversationId, requestId, operationId, decisions } = resumed
      const path = `${pathOf(conversationId)}/resume`
      const response = await post(path, requestId, { operationId, decisions }, signal)
      return readResumeAnswer(response, resumed)
    }),

    stop: limited(timeoutMs, 'unknown', async (stopped: StopRequest, { signal }: CallOptions) => {
      const { conversationId, requestId, operationId } = stopped
      const path = `${pathOf(conversationId)}/stop`
      const response = await post(path, requestId, { operationId }, signal)
      if (response.ok) return { outcome: 'stopped' }
      if (response.status !== 410) throw await failureOf(response)
      const { code } = await readAs(response, 'unknown', parseProblem)
      if (code === 'operation_ended') return { outcome: 'already_ended' }
      throw new GatewayError({ code: 'protocol', applied: 'unknown', path: '/code' }, code)
    }),

    listWaiting: ({ after, signal: given }: ListWaitingOptions) =>
      withTimeLimit(timeoutMs, { signal: given, applied: 'no' }, async (signal) => {
        const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`
        const response = await request(`waiting${query}`, { signal }, 'no')
        if (!response.ok) throw await failureOf(response, 'no')
        return readAs(response, 'no', parseWaiting)
      }),

    settings: {
      read: limited(timeoutMs, 'no', async (conversationId: ConversationId, { signal }: CallOptions) => {
        const response = await request(`${pathOf(conversationId)}/settings`, { signal }, 'no')
        if (!response.ok) throw await failureOf(response, 'no')
        return readAs(response, 'no', (body) => parseSettings(body, 'no'))
      }),
      change: limited(timeoutMs, 'unknown', async (asked: SettingsRequest, { signal }: CallOptions) => {
        const { conversationId, requestId, version, change } = asked
        const path = `${pathOf(conversationId)}/settings`
        const response = await post(path, requestId, { version, change }, signal, 'PATCH')
        return readSettingsAnswer(response)
      }),
    },
  })
}

function absolute(baseUrl: string): string {
  const page = globalThis.location?.href
  const url = page && URL.canParse(baseUrl, page) ? new URL(baseUrl, page).href : baseUrl
  return url.replace(/\/+$/, '')
}

// Some ids have no path: a URL resolves `..`, however it is encoded.
function pathOf(id: ConversationId): string {
  try {
    if (!/^\.{0,2}$/.test(id)) return `conversations/${encodeURIComponent(id)}`
  } catch {
    // A lone surrogate has no encoding.
  }
  throw new GatewayError({ code: 'invalid', applied: 'no' }, `No id for a URL: ${JSON.stringify(id)}.`)
}
