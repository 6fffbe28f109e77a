import { defaultTimeoutMs } from '../../../src/gateway/GatewayClient.ts'
import { GatewayError } from '../../../src/gateway/GatewayError.ts'
import type { World as ClientWorld } from '../../../src/client/world.ts'
import type { Conversation, ConversationState } from '../../../src/model/conversation.ts'
import type { Failure } from '../../../src/model/decision.ts'
import { merge } from '../../../src/model/merge.ts'
import { clock } from '../world/clock.ts'
import type { Ends, Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import { PortStream } from './portStream.ts'

type OnRead = (failure: GatewayError | null) => void

/** The world of the drivers on a page of the simulation: the line, and a cache that reads once at a time. */
export function createModelWorld(page: Page, line: Line, polls: boolean): ClientWorld {
  const listeners = new Set<() => void>()
  let state: ConversationState | undefined
  let waiting: OnRead[] = []
  let giveUp: (() => void) | undefined

  function setState(next: ConversationState): void {
    if (next === state) return
    state = next
    for (const listener of [...listeners]) listener()
  }

  function endRead(failure: GatewayError | null): void {
    const ends = waiting
    waiting = []
    giveUp = undefined
    for (const onEnd of ends) onEnd(failure)
  }

  return {
    scope: page.tab,
    hasStream: !polls,
    ask: () => (onEnd) => onEnd(false),
    getState: () => state,
    setState,
    watchState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // As in TanStack: a read that nobody waits for any more is given up, and what is known stays.
    keep: () => () => {
      giveUp?.()
      endRead(state ? null : new GatewayError({ code: 'unavailable', applied: 'no' }))
    },
    isReading: () => giveUp !== undefined,
    fetch: (onEnd) => {
      waiting.push(onEnd)
      if (giveUp) return
      const version = state?.version ?? 0
      giveUp = () => undefined
      const stop = withLimit<Conversation>(
        page,
        'no',
        (ends) => line.read(ends),
        (read) => {
          if (read instanceof GatewayError) return endRead(read)
          giveUp = undefined
          setState(merge(state, { conversation: read, version, at: clock.now }))
          endRead(null)
        },
      )
      if (giveUp) giveUp = stop
    },
    resume: (request) => (onEnd) => withLimit(page, 'unknown', (ends) => line.resume(request, ends), onEnd),
    openStream: (after, ends) => {
      const stream = new PortStream(page, line, ends.onItem)
      stream.open(after)
      return () => stream.close()
    },
    claim: () => (onEnd) => onEnd(() => undefined),
    tellTabs: () => undefined,
    watchTabs: () => () => undefined,
  }
}

/** A request that is given up after the time limit of the port. */
function withLimit<Reply>(
  page: Page,
  applied: Failure['applied'],
  call: (ends: Ends<Reply>) => void,
  onEnd: (end: Reply | GatewayError) => void,
): () => void {
  let isOver = false
  const end = (then: () => void): void => {
    if (isOver) return
    isOver = true
    clock.cancel(limit)
    then()
  }
  const fail = (failure: Failure): void => end(() => onEnd(new GatewayError(failure)))
  const limit = clock.after(defaultTimeoutMs, page, () => fail({ code: 'timeout', applied }))
  call({ onReply: (reply) => end(() => onEnd(reply)), onFailure: fail })
  return () => end(() => undefined)
}
