import { warnOfProtocol } from '../model/developerErrors.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { ResumeRequest } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { SettingsRequest } from '../model/settings.ts'
import {
  defaultTimeoutMs,
  type CallOptions,
  type GatewayClient,
  type ListWaitingOptions,
  type ResumeOptions,
  type StopRequest,
} from './GatewayClient.ts'

import { GatewayError } from './GatewayError.ts'
import { parseSettings, parseSettingsAnswer } from './settingsSchema.ts'
import { limited, withTimeLimit } from './timeLimit.ts'
import {
  parseAnswer,
  parseConversation,
  parseExtended,
  parseItem,
  parseStopAnswer,
  parseWaiting,
} from './wire.ts'

type ExtendRequest = Parameters<NonNullable<GatewayClient['extend']>>[0]

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
  const {
    id,
    resumeTimeoutMs = defaultTimeoutMs,
    settings,
    followConversation,
    stop,
    extend,
    listWaiting,
  } = client

  return {
    id,
    resumeTimeoutMs,
    ...(settings && {
      settings: {
        read: limited(resumeTimeoutMs, 'no', async (conversationId: ConversationId, options: CallOptions) =>
          parseSettings(await settings.read(conversationId, options), 'no'),
        ),
        change: limited(resumeTimeoutMs, 'unknown', async (request: SettingsRequest, options: CallOptions) =>
          parseSettingsAnswer(await settings.change(request, options)),
        ),
      },
    }),
    readConversation: limited(resumeTimeoutMs, 'no', async (conversationId, options: CallOptions) => {
      const read = await client.readConversation(conversationId, options)
      return parseConversation(read && { ...read, cursor: read.cursor ?? null })
    }),
    ...(followConversation && {
      followConversation: (conversationId, options) =>
        checkedItems(followConversation.call(client, conversationId, options)),
    }),
    resume: limited(resumeTimeoutMs, 'unknown', async (request: ResumeRequest, options: ResumeOptions) =>
      parseAnswer(await client.resume(request, options)),
    ),
    ...(stop && {
      stop: limited(resumeTimeoutMs, 'unknown', async (request: StopRequest, options: CallOptions) =>
        parseStopAnswer(await stop.call(client, request, options)),
      ),
    }),
    ...(listWaiting && {
      listWaiting: ({ signal, after }: ListWaitingOptions) =>
        withTimeLimit(resumeTimeoutMs, { signal, applied: 'no' }, async (limit) =>
          parseWaiting(await listWaiting.call(client, { after, signal: limit })),
        ),
    }),
    ...(extend && {
      extend: limited(resumeTimeoutMs, 'unknown', async (request: ExtendRequest, options: CallOptions) =>
        parseExtended(await extend.call(client, request, options)),
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
