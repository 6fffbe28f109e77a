import { inFlight } from './inFlight.ts'

/** Milliseconds that a decision waits for its answer before a connection is given up for it. */
const longMs = 2_000

/**
 * Tells, once per decision, when one was sent and had no answer within 2 s: six streams are all the connections of a
 * browser on HTTP/1.1, and it may wait for one. Returns what ends the listening.
 */
export function onLongWait(scope: string, listener: () => void): () => void {
  let sent: unknown
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = inFlight.subscribe(scope, () => {
    const [lock] = inFlight.all(scope).values()
    const now = lock?.sentAt ? lock.result : undefined
    if (now === sent) return
    sent = now
    clearTimeout(timer)
    if (now) timer = setTimeout(listener, longMs)
  })
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}
