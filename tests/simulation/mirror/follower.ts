import { onWake } from '../../../src/gateway/wake.ts'
import { GatewayError } from '../../../src/gateway/GatewayError.ts'
import { hasPendingInChain } from '../../../src/model/conversation.ts'
import type { FollowSignal, GatewayEvent } from '../../../src/model/event.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { isRunning } from '../../../src/model/operation.ts'
import { reduce } from '../../../src/model/reduce.ts'
import { rereadIntervalMs } from '../../../src/model/reread.ts'
import { getState, scopeOf } from '../../../src/query/address.ts'
import { type ConversationSnapshot, createConversationStore } from '../../../src/query/conversationStore.ts'
import { inFlight } from '../../../src/query/inFlight.ts'
import { intents } from '../../../src/query/intents.ts'
import { AbortController } from '../stand-ins/abort.ts'
import { clock } from '../world/clock.ts'
import type { Line } from '../world/line.ts'
import type { Interval, Page } from '../world/page.ts'
import type { Reads } from './reads.ts'
import { EventStream } from './stream.ts'

const tickMs = 1_000
const maxRetryMs = 30_000

/** `followConversation` without promises, around the real store of a conversation. */
export class MirroredFollower {
  readonly #page: Page
  readonly #line: Line
  readonly #reads: Reads
  readonly #store: ReturnType<typeof createConversationStore>
  readonly #session = new AbortController()
  readonly #ends: (() => void)[]
  #polls: boolean
  #streams = false
  #readAt = 0
  #failures = 0

  constructor(page: Page, line: Line, reads: Reads, onChange: (snapshot: ConversationSnapshot) => void) {
    this.#page = page
    this.#line = line
    this.#reads = reads
    const { address } = reads
    this.#polls = !address.gateway.followConversation
    this.#store = createConversationStore(address)
    const { listeners, snapshot, update } = this.#store
    listeners.add(() => onChange(snapshot()))
    const refresh = (): void => update()
    const clockOfPage: Interval = page.startInterval(() => this.#tick(), tickMs)
    const scope = scopeOf(address)
    reads.listeners.add(refresh)
    this.#ends = [
      () => reads.listeners.delete(refresh),
      inFlight.subscribe(scope, refresh),
      intents.subscribe(scope, refresh),
      onWake(() => {
        const { connection, failure } = snapshot()
        if ((this.#polls || connection !== 'live') && failure?.code !== 'not_found') this.readNow()
      }),
      () => clockOfPage.stop(),
    ]
    update({ connection: 'connecting', failure: null })
    this.#read()
  }

  snapshot(): ConversationSnapshot {
    return this.#store.snapshot()
  }

  readNow(): void {
    if (this.snapshot().connection === 'stopped') this.#store.update({ connection: 'connecting' })
    this.#read()
  }

  /** The last one to look is gone. */
  end(): void {
    for (const end of this.#ends) end()
    this.#session.abort()
    this.#reads.cancel()
  }

  #read(): void {
    this.#readAt = clock.now
    const { seenAt, update } = this.#store
    const { signal } = this.#session
    this.#reads.reread(signal, {
      onState: ({ operations }) => {
        if (signal.aborted) return
        this.#failures = 0
        for (const one of operations) if (isRunning(one)) seenAt.set(one.id, clock.now)
        update({ failure: null, ...(this.#polls ? { connection: 'live' } : {}) })
        if (!this.#streams && !this.#polls && this.snapshot().connection !== 'stopped') this.#stream()
      },
      onFailure: (failure) => {
        if (signal.aborted) return
        this.#failures += 1
        const lost = isFinal(failure) ? 'stopped' : this.#polls && 'stale'
        update({ failure: new GatewayError(failure), ...(lost && !this.#streams ? { connection: lost } : {}) })
      },
    })
  }

  #stream(): void {
    this.#streams = true
    // SAFETY: the stand-in is what the kit uses of an AbortSignal.
    const signal = this.#session.signal as unknown as AbortSignal
    const after = getState(this.#reads.address)?.cursor ?? null
    new EventStream(this.#line, after, {
      signal,
      onItem: (item) => this.#handle(item),
      onEnd: (failure) => {
        this.#streams = false
        this.#polls = failure.code === 'unsupported'
        this.#store.update(
          this.#polls ? { connection: 'live' } : { connection: 'stopped', failure: new GatewayError(failure) },
        )
      },
    })
  }

  #handle(item: GatewayEvent | FollowSignal): void {
    const { seenAt, update } = this.#store
    if (item.type === 'connection') update({ connection: item.status })
    if (this.#isDoubtful(item)) this.#read()
    if (!('operationId' in item)) return
    seenAt.set(item.operationId, clock.now)
    update({}, (state) => reduce(state, item, clock.now))
    const state = getState(this.#reads.address)
    const isPark = item.type === 'agent_runtime_end' && item.data.reason === 'waiting_for_human'
    if (isPark && state && !hasPendingInChain(state, item.operationId)) this.#read()
  }

  #isDoubtful(item: GatewayEvent | FollowSignal): boolean {
    if (item.type !== 'connection') return item.type === 'gap'
    return item.status === 'stale' || (item.status === 'live' && getState(this.#reads.address)?.cursor === null)
  }

  #tick(): void {
    const { seenAt, update } = this.#store
    update()
    const { state, failure, locks, records } = this.snapshot()
    const { now } = clock
    if (locks.size > 0) this.#readAt = now
    if (failure && isFinal(failure)) return
    const live = state?.operations.filter((one) => isRunning(one)).map((one) => one.id)
    for (const id of seenAt.keys()) if (!live?.includes(id)) seenAt.delete(id)
    const unknownOutcome = [...records.values()].some(
      (one) => one.status === 'failed' && one.failure.applied === 'unknown',
    )
    const interval = this.#failures
      ? Math.min(maxRetryMs, tickMs * 2 ** this.#failures)
      : state && rereadIntervalMs(state, { witness: { now, seenAt }, polls: this.#polls, unknownOutcome })
    if (interval && now - this.#readAt >= interval) this.#read()
  }
}

function isFinal({ code }: Failure): boolean {
  return ['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'].includes(code)
}
