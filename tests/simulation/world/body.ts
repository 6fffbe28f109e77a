import type { StreamMessage } from '../../../src/gateway/readEvents.ts'

/** One connection's body: what arrived and was not read yet, until it ends. */
export class Body {
  isOver = false
  readonly #arrived: StreamMessage[] = []
  #onArrival: () => void = () => undefined

  push(message: StreamMessage): void {
    if (this.isOver) return
    this.#arrived.push(message)
    this.#onArrival()
  }

  end(): void {
    this.isOver = true
    this.#onArrival()
  }

  take(): StreamMessage | undefined {
    return this.#arrived.shift()
  }

  /** Calls whenever there may be something to take, or nothing any more. */
  listen(onArrival: () => void): void {
    this.#onArrival = onArrival
  }
}
