import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { type ConversationAddress, getState } from './address.ts'

/** The stream of a conversation: open or not, one at a time. */
export interface EventsOf {
  isOpen(): boolean
  /** Follows from what the cache has. */
  open(): void
  /**
   * Follows anew where the cache has another epoch than when it was opened: a position of another epoch says nothing, and
   * what the stream skips would be missing for good.
   */
  renew(): void
  close(): void
}

/** What is told of a stream: each item, and its end unless it was closed here. `failure` null: the server ended it. */
export interface EventsListener {
  onItem(item: GatewayEvent | FollowSignal): void
  onEnd(failure: GatewayError | null): void
}

/** Creates the stream of a conversation, closed. */
export function eventsOf(address: ConversationAddress, { onItem, onEnd }: EventsListener): EventsOf {
  const { conversationId } = address
  const port = portOf(address.gateway)
  let current: AbortController | undefined
  let epoch: string | undefined

  async function run({ signal }: AbortController): Promise<void> {
    const state = getState(address)
    const after = state?.cursor ?? null
    epoch = state?.epoch
    let failure: GatewayError | null = null
    try {
      for await (const item of port.followConversation?.(conversationId, { after, signal }) ?? []) {
        if (signal.aborted) return
        onItem(item)
      }
    } catch (thrown) {
      failure = GatewayError.from(thrown, 'no')
    }
    if (signal.aborted) return
    current = undefined
    onEnd(failure)
  }

  function open(): void {
    if (!current) void run((current = new AbortController()))
  }

  function close(): void {
    current?.abort()
    current = undefined
  }

  return {
    isOpen: () => current !== undefined,
    open,
    close,
    renew: () => {
      const state = getState(address)
      if (!current || !state || state.epoch === epoch) return
      close()
      open()
    },
  }
}
