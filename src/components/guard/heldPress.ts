import { isCovered } from './isCovered.ts'

/** A press from its beginning until its click: the guard's eyes while nothing may be laid out anew. */
export interface HeldPress {
  readonly button: HTMLElement
  /** The card is covered, as it was last drawn; undefined: that was too long ago to tell. */
  readonly wasCovered: () => boolean | undefined
  readonly end: () => void
}

/** A frame of a busy page takes this long at most, in milliseconds. */
const frameMs = 100
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'keyup'] as const

/**
 * Looks now, and again once a frame when anything in the page has changed, until the button is let go. So the click,
 * which comes right after, needs no layout of its own.
 */
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
