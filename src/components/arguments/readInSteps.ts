import { type ArgumentReading, readArguments } from './readArguments.ts'

const stepMs = 30

/**
 * Reads arguments and hands over what was read: at once where that takes no time, else step by step, so that the page
 * stays alive. Returns how to stop.
 */
export function readInSteps(argsText: string, onRead: (reading: ArgumentReading) => void): () => void {
  const steps = readArguments(argsText)
  let timer: ReturnType<typeof setTimeout> | undefined
  function go(): void {
    const until = performance.now() + stepMs
    for (;;) {
      const { done, value } = steps.next()
      if (done) return onRead(value)
      if (performance.now() > until) break
    }
    timer = setTimeout(go)
  }
  go()
  return () => clearTimeout(timer)
}
