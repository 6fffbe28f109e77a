/** Calls back once, maybe synchronously. Returns a function that cancels it. */
export type Wait<Result> = (onEnd: (result: Result) => void) => (() => void) | void

/**
 * Steps that read from top to bottom and can wait in between. They continue in the task of the callback, without
 * promises.
 */
export type Chain<Result> = Generator<Wait<unknown>, Result, unknown>

export function* wait<Result>(on: Wait<Result>): Chain<Result> {
  // SAFETY: `run` resumes with the value of this callback.
  return (yield on) as Result
}

export interface Ends<Result> {
  readonly onEnd: (result: Result) => void
  readonly onThrow: (thrown: unknown) => void
}

/** Runs a chain to its end. Returns a function that cancels it; `ends` is not called then. */
export function run<Result>(
  chain: Chain<Result>,
  { onEnd, onThrow }: Pick<Ends<Result>, 'onEnd'> & Partial<Ends<Result>>,
): () => void {
  let stop: (() => void) | void
  let waits = 0
  let isOver = false

  function goOn(result: unknown): void {
    if (isOver) return
    try {
      const { done, value } = chain.next(result)
      if (!done) {
        const own = (waits += 1)
        stop = undefined
        const ownStop = value(goOn)
        // The chain may have continued and wait for something else.
        if (waits === own) stop = ownStop
        return
      }
      isOver = true
      onEnd(value)
    } catch (thrown) {
      isOver = true
      if (!onThrow) throw thrown
      onThrow(thrown)
    }
  }
  goOn(undefined)
  return () => {
    isOver = true
    stop?.()
  }
}
