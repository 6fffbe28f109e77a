import { isCovered } from './isCovered.ts'

/**
 * A press from its beginning to its click. It gives the guard recent samples, so that the click needs no layout.
 */
export interface HeldPress {
  readonly button: HTMLElement
  /** The card was covered when it was last drawn; undefined: that was too long ago. */
  readonly wasCovered: () => boolean | undefined
  readonly end: () => void
}

const frameMs = 100
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'keyup'] as const

/** Samples now, and once per frame after each change in the page, until the button is released. */
export function holdPress(button: HTMLElement, look: () => void): HeldPress {
  const off = new AbortController()
  const changes = new MutationObserver(() => undefined)
  let sampledAt = 0
  let covered = false

  function sample(): void {
    look()
    covered = isCovered(button)
    sampledAt = performance.now()
  }
  function onFrame(): void {
    if (changes.takeRecords().length > 0) sample()
    else look()
    sampledAt = performance.now()
    frame = requestAnimationFrame(onFrame)
  }
  function end(): void {
    off.abort()
    changes.disconnect()
    cancelAnimationFrame(frame)
  }

  sample()
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const type of ends) window.addEventListener(type, end, { capture: true, signal: off.signal })
  let frame = requestAnimationFrame(onFrame)
  return {
    button,
    wasCovered: () => (performance.now() - sampledAt < frameMs ? covered : undefined),
    end,
  }
}
