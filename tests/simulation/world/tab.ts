import type { ConversationState } from '../../../src/model/conversation.ts'
import type { DecisionRequest, Failure } from '../../../src/model/decision.ts'
import { type DecideResult, lockIn } from '../../../src/client/cards.ts'
import type { ConversationSnapshot } from '../../../src/client/followConversation.ts'
import { clock } from './clock.ts'
import type { Line } from './line.ts'
import type { Page } from './page.ts'

/** The screen of a page. */
export type Shown = ConversationSnapshot

/** The host's `onDecide`: calls back after a while, with true to cancel the decision. */
export type Hesitate = (onAnswer: (isTakenBack: boolean) => void) => void

/** A press, as a page is told of it. */
export interface Pressed {
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
  readonly hesitate: Hesitate | null
  readonly onEnd: (result: DecideResult | null, failure: Failure | null) => void
}

/** The kit on a page, as the page uses it. */
export interface Kit {
  readonly state: ConversationState | undefined
  readonly hasStream: boolean
  /** Shows the conversation; returns what ends that. */
  show(onChange: (shown: Shown) => void): () => void
  reread(): void
  press(pressed: Pressed): void
  /** Everything the page's memory held is gone. */
  forget(): void
}

/** Puts a kit on a page. */
export type CreateKit = (page: Page, line: Line, polls: boolean) => Kit

/** One page that shows the conversation, and what a person sees of it. */
export class Tab {
  readonly page: Page
  readonly person: string
  readonly #kit: Kit
  /** The screen. Undefined: nothing is mounted. */
  shown: Shown | undefined
  /** The screen before that, and its last moment. */
  before: { readonly shown: Shown | undefined; readonly until: number } | undefined
  /** The screen changed since somebody looked. */
  isNew = false
  #hide: (() => void) | null = null

  constructor(page: Page, person: string, kit: Kit) {
    this.page = page
    this.person = person
    this.#kit = kit
    page.quietUntil = () => this.#quietUntil()
  }

  get state(): ConversationState | undefined {
    return this.#kit.state
  }

  get hasStream(): boolean {
    return this.#kit.hasStream
  }

  mount(): void {
    this.#hide ??= this.#kit.show((snapshot) => {
      this.before = { shown: this.shown, until: clock.now }
      this.shown = snapshot
      this.isNew = true
    })
  }

  unmount(): void {
    this.#hide?.()
    this.#hide = null
    this.shown = undefined
    this.before = undefined
  }

  /** **Load again**. */
  reread(): void {
    this.#kit.reread()
  }

  press(pressed: Pressed): void {
    this.#kit.press(pressed)
  }

  /** Everything the page's memory held is gone. */
  forget(): void {
    this.#kit.forget()
  }

  /** Nothing to doubt or to wait for: then the next thing that time alone asks for is to forget an operation. */
  #quietUntil(): number {
    const { shown } = this
    if (!shown?.state || !this.hasStream) return 0
    const { state, cards, failure, connection, busySince } = shown
    if (failure || connection !== 'live' || busySince !== null || lockIn(cards)) return 0
    if (state.operations.some(({ status }) => status === 'running' || status === 'waiting_for_async_tool'))
      return 0
    if (state.expected.some((one) => !one.missing)) return 0
    for (const { memory } of cards.values()) if (memory?.status === 'failed') return 0
    const ends = state.operations.map((one) => one.at + 30_000).filter((at) => at > clock.now)
    return Math.min(Number.POSITIVE_INFINITY, ...ends)
  }
}
