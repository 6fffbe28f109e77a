import { GatewayError } from '../gateway/GatewayError.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { type ConversationAddress, getState } from './address.ts'
import { checkEvent } from './checkShape.ts'

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
  const { gateway, conversationId } = address
  let current: AbortController | undefined
  let epoch: string | undefined

  async function run({ signal }: AbortController): Promise<void> {
    const state = getState(address)
    const after = state?.cursor ?? null
    epoch = state?.epoch
    let failure: GatewayError | null = null
    try {
      for await (const item of gateway.followConversation?.(conversationId, { after, signal }) ?? []) {
        if (signal.aborted) return
        take(item)
      }
    } catch (thrown) {
      failure = GatewayError.from(thrown, 'no')
    }
    if (signal.aborted) return
    current = undefined
    onEnd(failure)
  }

  /** What cannot be taken in ends nothing: something may be missing then. */
  function take(item: GatewayEvent | FollowSignal): void {
    try {
      if ('operationId' in item) checkEvent(item)
      onItem(item)
    } catch (thrown) {
      warnOfProtocol(GatewayError.from(thrown, 'no'))
      onItem({ type: 'gap' })
    }
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
