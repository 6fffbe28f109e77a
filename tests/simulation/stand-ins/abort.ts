type Listener = () => void

const aborted = new Error('Aborted.')

/** The part of `AbortSignal` that the kit uses. */
export class SimulatedSignal {
  aborted = false
  reason: unknown
  #listeners: Listener[] = []

  throwIfAborted(): void {
    if (this.aborted) throw aborted
  }

  addEventListener(_type: 'abort', listener: Listener): void {
    this.#listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    const index = this.#listeners.indexOf(listener)
    if (index >= 0) this.#listeners.splice(index, 1)
  }

  abort(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.#listeners.splice(0)) listener()
  }
}

/** The part of `AbortController` that the kit uses, without the cost of real events. */
export class AbortController {
  readonly signal: SimulatedSignal = new SimulatedSignal()

  abort(reason: unknown = aborted): void {
    this.signal.abort(reason)
  }
}
