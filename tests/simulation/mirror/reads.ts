import type { QueryClient } from '@tanstack/react-query'
import type { GatewayClient } from '../../../src/gateway/GatewayClient.ts'
import type { Conversation, ConversationState } from '../../../src/model/conversation.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { type ConversationAddress, getState } from '../../../src/query/address.ts'
import { conversationOptions } from '../../../src/query/conversationOptions.ts'
import { clock } from '../world/clock.ts'
import type { Line } from '../world/line.ts'
import { later } from './later.ts'
import { limited } from './limited.ts'

/** How a read ends. */
export interface ReadEnds {
  readonly onState: (state: ConversationState) => void
  readonly onFailure: (failure: Failure) => void
}

type FetchEnds = { readonly onDone: () => void; readonly onFailure: (failure: Failure) => void }

const readLimitMs = 10_000
const maxRepeats = 3

/** The cache and the query of one conversation, and `reread` on top of them, without promises. */
export class Reads {
  readonly address: ConversationAddress
  /** Told of everything that happens to the query. */
  readonly listeners = new Set<() => void>()
  readonly #line: Line
  readonly #share: (before: unknown, incoming: unknown) => unknown
  #data: unknown
  #running: { readonly ends: FetchEnds[]; readonly cancel: () => void } | null = null

  constructor(line: Line, gateway: GatewayClient) {
    this.#line = line
    const cache = {
      getQueryData: () => this.#data,
      setQueryData: (_key: unknown, data: unknown) => this.#write(data),
    }
    // SAFETY: this is what `getState` and `setState` use of a QueryClient.
    this.address = { client: cache as unknown as QueryClient, gateway, conversationId: 'demo' }
    const { structuralSharing } = conversationOptions(this.address)
    if (typeof structuralSharing !== 'function') throw new Error('Reads are merged as they land.')
    this.#share = structuralSharing
  }

  /** A read that begins after this call, and once more where it says less than what is known. */
  reread(signal: { readonly aborted: boolean } | null, ends: ReadEnds): void {
    const again = (): void => this.#repeat(0, signal, ends)
    if (!this.#running) return again()
    this.#running.ends.push({ onDone: again, onFailure: again })
  }

  /** Nobody watches any more: a read under way is given up, and what was known stays. */
  cancel(): void {
    this.#running?.cancel()
  }

  #repeat(repeats: number, signal: { readonly aborted: boolean } | null, ends: ReadEnds): void {
    const { onState, onFailure } = ends
    if (signal?.aborted) return onFailure(cancelled)
    const before = this.#state()?.reads ?? 0
    const onDone = (): void => {
      const state = this.#state()
      if (state && (state.reads > before || repeats >= maxRepeats)) later(() => onState(state))
      else this.#repeat(repeats + 1, signal, ends)
    }
    this.#fetch({ onDone, onFailure })
  }

  #fetch(ends: FetchEnds): void {
    if (this.#running) return void this.#running.ends.push(ends)
    const version = this.#state()?.version ?? 0
    const running = {
      ends: [ends],
      cancel: () => {
        read.cancel()
        this.#notify()
        later(() => this.#end((one) => (this.#data === undefined ? one.onFailure(cancelled) : one.onDone())))
      },
    }
    this.#running = running
    this.#notify()
    const read = limited<Conversation>(readLimitMs, 'no', (given) => this.#line.read(given), {
      onReply: (conversation) => {
        this.#write({ conversation, version, at: clock.now })
        this.#end((one) => one.onDone())
      },
      onFailure: (failure) => {
        this.#notify()
        this.#end((one) => one.onFailure(failure))
      },
    })
  }

  #end(tell: (ends: FetchEnds) => void): void {
    const ends = this.#running?.ends ?? []
    this.#running = null
    for (const one of ends) tell(one)
  }

  #state(): ConversationState | undefined {
    return getState(this.address)
  }

  #write(data: unknown): void {
    this.#data = this.#share(this.#data, data)
    this.#notify()
  }

  #notify(): void {
    for (const listener of [...this.listeners]) listener()
  }
}

const cancelled: Failure = { code: 'unavailable', applied: 'no' }
