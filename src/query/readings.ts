import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { conversationOptions } from './conversationOptions.ts'

/** Reads of one conversation, one at a time. */
export interface Readings {
  /** Resolves with the state after a read that began after this call. */
  read(): Promise<ConversationState>
  isReading(): boolean
  /** Our clock when the last read began, in milliseconds. */
  lastBeganAt(): number
}

/** A read that says less than what is known is repeated this often before it is believed to be all there is. */
const maxRepeats = 3

/** Serialises reads: whoever asks while one runs gets the next one, because the running one may be too old. */
export function createReadings(
  client: QueryClient,
  gateway: GatewayClient,
  conversationId: ConversationId,
): Readings {
  const options = conversationOptions(gateway, conversationId)
  let running: Promise<ConversationState> | null = null
  let queued: Promise<ConversationState> | null = null
  let beganAt = 0

  async function readOnce(): Promise<ConversationState> {
    for (let repeats = 0; ; repeats += 1) {
      beganAt = Date.now()
      const before = client.getQueryData<ConversationState>(options.queryKey)?.reads ?? 0
      await client.fetchQuery({ ...options, staleTime: 0 })
      const state = client.getQueryData<ConversationState>(options.queryKey)
      if (state && (state.reads > before || repeats >= maxRepeats)) return state
      if (!state) throw new GatewayError({ code: 'unavailable', applied: 'no' }, 'The query was removed.')
    }
  }

  function begin(): Promise<ConversationState> {
    running = readOnce().finally(() => {
      running = null
    })
    return running
  }

  return {
    read: () => {
      if (!running) return begin()
      queued ??= running
        .catch(() => undefined)
        .then(() => {
          queued = null
          return begin()
        })
      return queued
    },
    isReading: () => running !== null,
    lastBeganAt: () => beganAt,
  }
}
