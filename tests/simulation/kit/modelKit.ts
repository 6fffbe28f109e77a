import {
  isBusy,
  rereadAfterMs,
  unseenForMs,
  unwitnessedAfterMs,
  type Witness,
} from '../../../src/model/busy.ts'
import {
  type Conversation,
  type ConversationState,
  findCall,
  isHeardOf,
} from '../../../src/model/conversation.ts'
import { waitsInChain } from '../../../src/model/pending.ts'
import type { FollowSignal, GatewayEvent } from '../../../src/model/event.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { merge } from '../../../src/model/merge.ts'
import { isRunning } from '../../../src/model/operation.ts'
import { prune } from '../../../src/model/prune.ts'
import { reduce } from '../../../src/model/reduce.ts'
import { rereadIntervalMs } from '../../../src/model/reread.ts'
import type { ResumeAnswer, ResumeRequest } from '../../../src/model/resume.ts'
import { retire } from '../../../src/model/retire.ts'
import type { Connection } from '../../../src/client/conversationStore.ts'
import type { CardRecord } from '../../../src/client/intents.ts'
import { AbortController } from '../stand-ins/abort.ts'
import { clock, type Timer } from '../world/clock.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { CreateKit, Kit, Pressed, Shown } from '../world/tab.ts'
import { areSame, type Desk, ModelPress } from './modelPress.ts'
import { ModelReads } from './modelReads.ts'
import { ModelStream } from './modelStream.ts'

const maxRetryMs = 30_000
const forgetAfterMs = 30_000
const finalCodes = new Set(['not_found', 'forbidden', 'unauthenticated', 'unsupported', 'invalid'])

/** Creates such a page. */
export const createModelKit: CreateKit = (...at) => new ModelKit(...at)

let changed: ModelKit[] = []

/** Shows on each page what has happened since the last call. */
export function refreshAll(): void {
  if (changed.length === 0) return
  const due = changed
  changed = []
  for (const kit of due) kit.refresh()
}

/** The least a page can be: the real `src/model`, and around it what `src/query` does with promises, as it happens. */
class ModelKit implements Kit, Desk {
  readonly page: Page
  readonly line: Line
  readonly hasStream: boolean
  state: ConversationState | undefined
  readonly #reads: ModelReads
  readonly #stream: ModelStream
  #onChange: ((shown: Shown) => void) | null = null
  #listening = new AbortController()
  #shown: Shown | null = null
  #locks: ReadonlyMap<string, ModelPress> = new Map()
  #records: ReadonlyMap<string, CardRecord> = new Map()
  readonly #seenAt = new Map<string, number>()
  #connection: Connection = 'connecting'
  #failure: Failure | null = null
  #wasCut = false
  #readAt = 0
  #failures = 0
  #due: Timer | null = null

  constructor(page: Page, line: Line, polls: boolean) {
    this.page = page
    this.line = line
    this.hasStream = !polls
    this.#stream = new ModelStream(page, line, (item) => this.#hear(item))
    this.#reads = new ModelReads({
      page,
      line,
      version: () => this.state?.version ?? 0,
      land: (conversation, version) => this.#land(conversation, version),
    })
  }

  show(onChange: (shown: Shown) => void): () => void {
    this.#onChange = onChange
    this.#connection = 'connecting'
    this.#failure = null
    this.#listening = new AbortController()
    for (const type of ['online', 'visibilitychange', 'pageshow']) {
      this.page.listen(type, () => this.#wake(type), this.#listening.signal)
    }
    this.#look()
    return () => {
      this.#onChange = null
      this.#shown = null
      this.#listening.abort()
      this.#stream.close()
      this.#reads.stop()
      if (this.#due) clock.cancel(this.#due)
      this.#due = null
    }
  }

  reread(): void {
    if (this.#connection === 'stopped') this.#connection = 'connecting'
    this.#look()
  }

  press(pressed: Pressed): void {
    const { decisions, hesitate, onEnd } = pressed
    const held = decisions.map((made) => this.#locks.get(made.toolCallId))
    const lock = held.find((one) => one)
    if (lock) {
      const isSame = decisions.every(
        (made, index) => held[index] === lock && lock.decisions.some((one) => areSame([one], [made])),
      )
      return isSame ? lock.join(onEnd) : onEnd(null, { code: 'in_progress', applied: 'no' })
    }
    if (
      decisions.some((made) => findCall(this.state?.interventions, made.toolCallId)?.status !== 'pending')
    ) {
      return onEnd(null, { code: 'not_found', applied: 'no' })
    }
    const press = new ModelPress(this, pressed)
    this.#locks = new Map([...this.#locks, ...decisions.map((made) => [made.toolCallId, press] as const)])
    press.start(hesitate)
    this.#update()
  }

  forget(): void {
    this.#locks = new Map()
    this.#records = new Map()
  }

  read(onRead: (failure: Failure | null) => void): void {
    if (this.#onChange) this.#reads.ask(onRead)
    else onRead({ code: 'unavailable', applied: 'no' })
  }

  recordOf(toolCallId: string): CardRecord | undefined {
    return this.#records.get(toolCallId)
  }

  record({ decisions }: ModelPress, entry: CardRecord): void {
    const records = new Map(this.#records)
    for (const { toolCallId } of decisions) {
      if (findCall(this.state?.interventions, toolCallId)?.status === 'pending')
        records.set(toolCallId, entry)
    }
    this.#records = records
  }

  retire(request: ResumeRequest, answer: ResumeAnswer, captured: readonly string[]): void {
    if (this.state) this.#become(retire(this.state, request, answer, { captured, at: clock.now }))
  }

  changed(press: ModelPress, isOver: boolean): void {
    // A new map, so that what is shown is seen to have changed.
    this.#locks = new Map([...this.#locks].filter(([, one]) => !isOver || one !== press))
    if (isOver) this.#readAt = clock.now
    this.#update()
  }

  #land(conversation: Conversation, version: number): boolean {
    const state = merge(this.state, { conversation, version, at: clock.now })
    if (state === this.state) return false
    for (const one of state.operations) if (isRunning(one)) this.#seenAt.set(one.id, clock.now)
    this.#become(state)
    return true
  }

  #look(): void {
    this.#readAt = clock.now
    this.#reads.ask((failure) => {
      if (!this.#onChange) return
      this.#failure = failure
      if (failure) {
        this.#failures += 1
        if (!this.#stream.isOpen && finalCodes.has(failure.code)) this.#connection = 'stopped'
        else if (!this.#stream.isOpen && !this.hasStream) this.#connection = 'stale'
      } else {
        this.#failures = 0
        if (!this.hasStream) this.#connection = 'live'
        else if (this.#connection !== 'stopped') this.#stream.open(this.state?.cursor ?? null)
      }
      this.#update()
    })
    this.#update()
  }

  #hear(item: GatewayEvent | FollowSignal): void {
    if (this.#isDoubtful(item)) this.#look()
    if (item.type === 'connection') {
      this.#wasCut = item.status !== 'live' && (this.#wasCut || this.#connection === 'live')
      this.#connection = item.status
    }
    if ('operationId' in item && this.state) {
      this.#seenAt.set(item.operationId, clock.now)
      this.#become(reduce(this.state, item, clock.now))
      const isPark = item.type === 'agent_runtime_end' && item.data.reason === 'waiting_for_human'
      if (isPark && !waitsInChain(this.state)(item.operationId)) this.#look()
    }
    this.#update()
  }

  #isDoubtful(item: GatewayEvent | FollowSignal): boolean {
    const { state } = this
    switch (item.type) {
      case 'agent_intervention_response':
        return !findCall(state?.interventions, item.data.toolCallId)
      case 'agent_runtime_end':
        return state !== undefined && !isHeardOf(state, item.operationId)
      case 'connection':
        return item.status === 'stale' || (item.status === 'live' && (this.#wasCut || state?.cursor === null))
      default:
        return item.type === 'gap'
    }
  }

  #wake(type: string): void {
    const mustLook = type === 'pageshow' || !this.hasStream || this.#shown?.connection !== 'live'
    this.#stream.wake(type === 'visibilitychange')
    if (mustLook && this.#failure?.code !== 'not_found') this.reread()
  }

  /** The state is another one: what was remembered of calls that wait no more goes, and decisions are told. */
  #become(next: ConversationState): void {
    const state = prune(next, clock.now)
    if (state === this.state) return
    // A position of another epoch says nothing.
    const isNewEpoch = this.state !== undefined && state.epoch !== this.state.epoch
    this.state = state
    if (isNewEpoch && this.#stream.isOpen) {
      this.#stream.close()
      this.#stream.open(state.cursor)
    }
    for (const [id] of this.#records) {
      if (findCall(state.interventions, id)?.status === 'pending') continue
      const records = new Map(this.#records)
      records.delete(id)
      this.#records = records
    }
    if (this.#locks.size > 0) for (const press of new Set(this.#locks.values())) press.observe(state)
  }

  /** Does what time alone asks for, and is called again when there is more of it. */
  #tick(): void {
    if (this.state) this.#become(this.state)
    const interval = this.#locks.size === 0 ? this.#intervalMs() : null
    if (interval !== null && clock.now - this.#readAt >= interval) this.#look()
    else this.#update()
  }

  #intervalMs(): number | null {
    if (this.#failure && finalCodes.has(this.#failure.code)) return null
    if (this.#failures > 0) return Math.min(maxRetryMs, 1_000 * 2 ** this.#failures)
    if (!this.state) return null
    let unknownOutcome = false
    for (const one of this.#records.values()) {
      if (one.status === 'failed' && one.failure.applied === 'unknown') unknownOutcome = true
    }
    return rereadIntervalMs(this.state, { witness: this.#witness(), polls: !this.hasStream, unknownOutcome })
  }

  #witness(): Witness {
    return { now: clock.now, seenAt: this.#seenAt }
  }

  /** Something may be different: what is shown of it is looked at once everything of this moment has happened. */
  #update(): void {
    if (!changed.includes(this)) changed.push(this)
  }

  /** Shows what is different. */
  refresh(): void {
    if (!this.#onChange) return
    const unseen = unseenForMs(this.state, this.#witness())
    this.#arm(unseen)
    const isUnwitnessed = unseen.some((ms) => ms >= unwitnessedAfterMs)
    const last = this.#shown
    const shown: Shown = {
      connection: isUnwitnessed && this.#connection === 'live' ? 'stale' : this.#connection,
      failure: this.#failure,
      state: this.state,
      busySince: isBusy(this.state, this.#locks.size > 0, this.#witness())
        ? (last?.busySince ?? clock.now)
        : null,
      locks: this.#locks,
      records: this.#records,
    }
    const isSame =
      last?.connection === shown.connection &&
      last.failure === shown.failure &&
      last.state === shown.state &&
      last.busySince === shown.busySince &&
      last.locks === shown.locks &&
      last.records === shown.records
    if (isSame) return
    this.#shown = shown
    this.#onChange(shown)
  }

  #arm(unseen: readonly number[]): void {
    const { now } = clock
    let at = Infinity
    const wants = (time: number): void => {
      if (time > now && time < at) at = time
    }
    for (const ms of unseen) {
      wants(now - ms + rereadAfterMs)
      wants(now - ms + unwitnessedAfterMs)
    }
    for (const one of this.state?.operations ?? []) if (!isRunning(one)) wants(one.at + forgetAfterMs)
    const interval = this.#locks.size === 0 ? this.#intervalMs() : null
    if (interval !== null) wants(Math.max(now + 1, this.#readAt + interval))
    if (this.#due?.at === at && !this.#due.isOver) return
    if (this.#due) clock.cancel(this.#due)
    this.#due = at === Infinity ? null : clock.after(at - now, this.page, () => this.#tick())
  }
}
