import { isCovered } from './isCovered.ts'

/** Watches for covers while a person is at a button, so that the click itself needs no layout. */
export interface CoverWatch {
  readonly button: HTMLElement
  /** Samples once per frame while the button is pressed. */
  readonly press: () => void
  /** Undefined: there is no recent sample. */
  readonly wasCovered: () => boolean | undefined
  readonly end: () => void
}

// A frame of a busy page takes this long at most, in milliseconds.
const frameMs = 100
// A few changes are not reported, such as those of an animation.
const longestMs = 2_000

const changes = ['scroll', 'resize', 'beforetoggle', 'transitionrun', 'animationstart', 'fullscreenchange']
const releases = ['pointerup', 'pointercancel', 'contextmenu', 'keyup']

/** `look`: called before each look at what covers the card, for where it is. */
export function watchCovers(button: HTMLElement, look: () => void): CoverWatch {
  const off = new AbortController()
  const options = { capture: true, passive: true, signal: off.signal }
  let hasChanged = true
  let covered = false
  let sampledAt = 0
  let checkedAt = 0
  const change = (): void => {
    hasChanged = true
  }
  const note = (records: readonly MutationRecord[]): void => {
    // Written by the guard itself.
    hasChanged ||= records.some(({ attributeName }) => attributeName !== 'data-armed')
  }
  const observer = new MutationObserver(note)
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const type of changes) window.addEventListener(type, change, options)
  for (const type of releases) window.addEventListener(type, () => cancelAnimationFrame(frame), options)

  function refresh(): void {
    look()
    checkedAt = performance.now()
    note(observer.takeRecords())
    if (!hasChanged && checkedAt - sampledAt < longestMs) return
    covered = isCovered(button)
    sampledAt = checkedAt
    hasChanged = false
  }
  function onFrame(): void {
    refresh()
    frame = requestAnimationFrame(onFrame)
  }

  let frame = requestAnimationFrame(refresh)
  return {
    button,
    press: () => {
      refresh()
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(onFrame)
    },
    wasCovered: () => (performance.now() - checkedAt < frameMs ? covered : undefined),
    end: () => {
      off.abort()
      observer.disconnect()
      cancelAnimationFrame(frame)
    },
  }
}
