import { onWake } from './wake.ts'

export interface StreamAttempt {
  readonly signal: AbortSignal
  heard(): void
  givenUp(): 'silence' | 'wake' | null
  close(): void
}

const quietMs = 20_000

export function beginAttempt(outer: AbortSignal, silenceMs: number): StreamAttempt {
  const controller = new AbortController()
  let heardAt = Date.now()
  let reason: 'silence' | 'wake' | null = null
  let timer = setTimeout(check, silenceMs)

  function check(): void {
    // If the clock was set back, the silence would seem shorter.
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
