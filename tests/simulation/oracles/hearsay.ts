import type { Conversation, ConversationState } from '../../../src/model/conversation.ts'
import type { GatewayEvent } from '../../../src/model/event.ts'
import type { ResumeAnswer } from '../../../src/model/decision.ts'
import { clock } from '../world/clock.ts'

const isAtWork = (status: string): boolean => status === 'running' || status === 'waiting_for_async_tool'

/** The messages that a page received, recorded outside of the kit: the evidence for its screen. */
export class Hearsay {
  lastReadBeganAt = -1
  /** When anything last came through the stream. */
  heardAt = 0
  /** When somebody last vouched for an operation. */
  readonly #vouchedAt = new Map<string, number>()
  /** Ends that the stream told of, in their order. */
  readonly #ended = new Set<string>()
  /** Operations that are known to have ended, however. */
  readonly #over = new Set<string>()
  #reached = 0
  /** When the stream last came back. A read that began earlier may be of the server before a restart, and tells nothing. */
  #backAt = 0
  /** When the last event came that is not the chat's own. Without cursors a read that began earlier must be repeated. */
  #newsAt = 0
  #epoch = ''
  /** When the conversation was last mounted; null: nothing is mounted. */
  #mountedAt: number | null = 0
  /** A read that began since then has landed. One that began earlier was given up, or a decision asked for it. */
  #isFollowed = true
  /** Operations that an accepted decision carried on: by the contract they are over, and no read has said otherwise since. */
  readonly #carriedOn = new Map<string, number>()
  /** Accepted operations whose end was not heard of yet, and when. */
  readonly #accepted = new Map<string, number>()

  event(event: GatewayEvent | null, isGarbled = false): void {
    this.heardAt = clock.now
    if (!event) return
    if (isGarbled) return this.#reach(event)
    this.#vouchedAt.set(event.operationId, clock.now)
    if (event.type.startsWith('agent_')) this.#newsAt = clock.now
    const cursor = event.cursor === null ? Number.POSITIVE_INFINITY : Number(event.cursor)
    if (event.type === 'agent_runtime_end' && cursor > this.#reached) {
      this.#ended.add(event.operationId)
      this.#end(event.operationId)
    }
    this.#reach(event)
  }

  /** A new connection; what follows may be of another epoch. */
  connected(): void {
    if (this.heardAt > 0) this.#backAt = clock.now
    this.heardAt = clock.now
    this.#reached = 0
  }

  read({ epoch, cursor, operations }: Conversation, beganAt: number): void {
    const now = clock.now
    const isOfMount = this.#mountedAt !== null && beganAt >= this.#mountedAt
    const isOvertaken = cursor === null ? beganAt <= this.#newsAt : Number(cursor) < this.#reached
    const isOld = !isOfMount || isOvertaken || beganAt < this.#backAt
    this.#isFollowed ||= isOfMount
    // Events of a stream with a cursor of another epoch cannot be told from known ones.
    if (epoch !== this.#epoch) this.#ended.clear()
    this.#epoch = epoch
    for (const { id, status } of operations) {
      if (!isOld && beganAt > (this.#carriedOn.get(id) ?? now)) this.#carriedOn.delete(id)
      if (isAtWork(status)) this.#vouchedAt.set(id, now)
      else this.#end(id)
    }
    for (const id of this.#accepted.keys()) {
      if (!operations.some((one) => one.id === id && isAtWork(one.status))) this.#accepted.delete(id)
    }
  }

  /** A resume was accepted: from now on the page is busy with what carries on. */
  accepted(answer: ResumeAnswer): void {
    if (answer.outcome !== 'accepted' || answer.operationId === null) return
    this.#vouchedAt.set(answer.operationId, clock.now)
    if (this.#isFollowed && !this.#over.has(answer.operationId))
      this.#accepted.set(answer.operationId, clock.now)
  }

  /** A decision on these operations held: whatever carries on is another one. */
  carriedOn(ids: readonly string[]): void {
    for (const id of ids) {
      this.#end(id)
      this.#carriedOn.set(id, clock.now)
    }
  }

  wasCarriedOn(id: string): boolean {
    return this.#carriedOn.has(id)
  }

  mounted(): void {
    this.#mountedAt = clock.now
  }

  /** Nothing is mounted: nobody vouches for anything any more. */
  unmounted(): void {
    this.#mountedAt = null
    this.#isFollowed = false
    this.#accepted.clear()
  }

  isHandedOver(): boolean {
    for (const at of this.#accepted.values()) if (clock.now - at < 30_000) return true
    return false
  }

  hasHeardEndOf(id: string): boolean {
    return this.#ended.has(id)
  }

  /** The time since any shown or expected operation was last confirmed, in ms. */
  silenceOf(state: ConversationState | undefined): number {
    let last = 0
    for (const { id } of state?.operations ?? []) last = Math.max(last, this.#vouchedAt.get(id) ?? 0)
    for (const { operationId } of state?.expected ?? []) {
      last = Math.max(last, this.#vouchedAt.get(operationId) ?? 0)
    }
    return clock.now - last
  }

  #reach({ cursor }: GatewayEvent): void {
    if (cursor !== null) this.#reached = Math.max(this.#reached, Number(cursor))
  }

  #end(id: string): void {
    this.#over.add(id)
    this.#accepted.delete(id)
  }
}
