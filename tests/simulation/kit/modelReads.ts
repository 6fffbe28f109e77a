import type { Conversation } from '../../../src/model/conversation.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { clock } from '../world/clock.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'

/** Told of the end of a read; null: it landed. */
export type OnRead = (failure: Failure | null) => void

/** What the reads of a page need of it. */
export interface Reader {
  readonly page: Page
  readonly line: Line
  version(): number
  /** Fits a read in. False: it says less than what is known. */
  land(conversation: Conversation, version: number): boolean
}

const limitMs = 10_000
const maxRepeats = 3

/** The reads of one page: one at a time, and nobody is given one that began before it was asked for. */
export class ModelReads {
  readonly #reader: Reader
  #giveUp: (() => void) | null = null
  #later: OnRead[] = []

  constructor(reader: Reader) {
    this.#reader = reader
  }

  ask(onRead: OnRead): void {
    if (this.#giveUp) this.#later.push(onRead)
    else this.#begin([onRead], 0)
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#giveUp?.()
  }

  #begin(asked: readonly OnRead[], repeats: number): void {
    const { page, line, version, land } = this.#reader
    const began = version()
    let isOver = false
    const end = (failure: Failure | null, found?: Conversation): void => {
      if (isOver) return
      isOver = true
      clock.cancel(limit)
      this.#giveUp = null
      const isOutdated = found !== undefined && !land(found, began)
      if (isOutdated && repeats < maxRepeats) return this.#begin(asked, repeats + 1)
      const later = this.#later
      this.#later = []
      if (later.length > 0) this.#begin(later, 0)
      for (const onRead of asked) onRead(failure)
    }
    const limit = clock.after(limitMs, page, () => end({ code: 'timeout', applied: 'no' }))
    this.#giveUp = () => {
      const later = this.#later
      this.#later = []
      end({ code: 'unavailable', applied: 'no' })
      for (const onRead of later) onRead({ code: 'unavailable', applied: 'no' })
    }
    line.read({ onReply: (found) => end(null, found), onFailure: end })
  }
}
