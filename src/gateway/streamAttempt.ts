import { onWake } from './wake.ts'

export interface StreamAttempt {
  readonly signal: AbortSignal
  heard(): void
  /** `silence`: nothing was heard for too long. `wake`: the page woke up with reason to doubt the connection. */
  givenUp(): 'silence' | 'wake' | null
  close(): void
}

/** A comment comes every 15 s, so a connection that was quiet for longer is not trusted when the page is seen again. */
const quietMs = 20_000

/**
 * Begins an attempt that ends with the outer signal, after `silenceMs` without a sign of life (rule S10), and when the page
 * wakes up (rule S11).
 */
export function beginAttempt(outer: AbortSignal, silenceMs: number): StreamAttempt {
  const controller = new AbortController()
  let heardAt = Date.now()
  let reason: 'silence' | 'wake' | null = null
  let timer = setTimeout(check, silenceMs)

  function check(): void {
    // A clock that was set back would make the silence seem shorter than it is.
    heardAt = Math.min(heardAt, Date.now())
    const left = heardAt + silenceMs - Date.now()
    if (left <= 0) giveUp('silence')
    else timer = setTimeout(check, left)
  }
  function giveUp(why: 'silence' | 'wake'): void {
    reason ??= why
    controller.abort()
  }
  function end(): void {
    controller.abort(outer.reason)
  }

  outer.addEventListener('abort', end)
  if (outer.aborted) end()
  const unwatch = onWake((wake) => {
    if (wake !== 'visible' || Date.now() - heardAt > quietMs) giveUp('wake')
  })
  return {
    signal: controller.signal,
    heard: () => {
      heardAt = Date.now()
    },
    givenUp: () => reason,
    close: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', end)
      unwatch()
      controller.abort()
    },
  }
}
