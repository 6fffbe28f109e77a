import { warnOfProtocol } from '../model/developerErrors.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { Failure } from '../model/decision.ts'
import { defaultTimeoutMs, type CallOptions, type GatewayClient } from './GatewayClient.ts'
import { GatewayError } from './GatewayError.ts'
import { withTimeLimit } from './timeLimit.ts'
import { parseAnswer, parseConversation, parseExtended, parseItem, parseStopAnswer } from './wire.ts'

const ports = new WeakMap<GatewayClient, GatewayClient>()

export function portOf(client: GatewayClient): GatewayClient {
  return ports.get(client) ?? withPort(client, checked(client))
}

export function trusted(client: GatewayClient): GatewayClient {
  return withPort(client, client)
}

function withPort(client: GatewayClient, port: GatewayClient): GatewayClient {
  ports.set(client, port)
  return port
}

function checked(client: GatewayClient): GatewayClient {
  const { id, resumeTimeoutMs = defaultTimeoutMs, settings, followConversation, stop, extend } = client

  function request<T>(
    applied: Failure['applied'],
    { signal }: CallOptions,
    call: (options: CallOptions) => Promise<T>,
  ): Promise<T> {
    return withTimeLimit(resumeTimeoutMs, { signal, applied }, (inTime) => call({ signal: inTime }))
  }

  return {
    id,
    resumeTimeoutMs,
    ...(settings && { settings }),
    readConversation: (conversationId, options) =>
      request('no', options, async (inTime) => {
        const read = await client.readConversation(conversationId, inTime)
        return parseConversation(read && { ...read, cursor: read.cursor ?? null })
      }),
    ...(followConversation && {
      followConversation: (conversationId, options) =>
        checkedItems(followConversation.call(client, conversationId, options)),
    }),
    resume: (decided, options) =>
      request('unknown', options, async (inTime) =>
        parseAnswer(await client.resume(decided, { ...options, ...inTime })),
      ),
    ...(stop && {
      stop: (stopped, options) =>
        request('unknown', options, async (inTime) =>
          parseStopAnswer(await stop.call(client, stopped, inTime)),
        ),
    }),
    ...(extend && {
      extend: (extended, options) =>
        request('unknown', options, async (inTime) =>
          parseExtended(await extend.call(client, extended, inTime)),
        ),
    }),
  }
}

// A malformed item does not end the stream. It becomes a gap, so that the conversation is read again.
async function* checkedItems(
  items: AsyncIterable<unknown>,
): AsyncGenerator<GatewayEvent | FollowSignal, void> {
  for await (const item of items) {
    let known: GatewayEvent | FollowSignal
    try {
      known = parseItem(item)
    } catch (thrown) {
      warnOfProtocol(GatewayError.from(thrown, 'no'))
      known = { type: 'gap' }
    }
    yield known
  }
}
