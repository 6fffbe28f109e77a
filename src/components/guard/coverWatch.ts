import { isCovered } from './isCovered.ts'

/** Watches for covers while a person is at a button, so that the click itself needs no layout. */
export interface CoverWatch {
  readonly button: HTMLElement
  /** Looks at once if the last look may be out of date, and then once per frame while the button is pressed. */
  readonly press: () => void
  /** Undefined: there is no recent look. */
  readonly wasCovered: () => boolean | undefined
  readonly end: () => void
}

// A frame of a busy page takes this long at most, in milliseconds.
const frameMs = 100
// A few changes are not reported, such as those of an animation.
const longestMs = 1_000
const shortestMs = 100
// A look may take one of so many milliseconds while nobody presses.
const share = 20
// A look that costs less is taken in every frame of a press, in milliseconds.
const cheapMs = 4
// A look that costs less is taken at the beginning of every press, another one only after a change, in milliseconds.
const pressMs = 16

const changes = ['scroll', 'resize', 'beforetoggle', 'transitionrun', 'animationstart', 'fullscreenchange']
const releases = ['pointerup', 'pointercancel', 'contextmenu', 'keyup']

/** `onFrame`: called once per frame. `onCover`: called after each look that finds a cover, or that it is gone. */
export function watchCovers(button: HTMLElement, onFrame: () => void, onCover: () => void): CoverWatch {
  const off = new AbortController()
  const options = { capture: true, passive: true, signal: off.signal }
  let hasChanged = true
  let isPressed = false
  let covered = false
  let lookedAt = -Infinity
  let checkedAt = -Infinity
  let cost = 0
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
  for (const type of releases) window.addEventListener(type, () => (isPressed = false), options)

  function look(): void {
    lookedAt = performance.now()
    checkedAt = lookedAt
    hasChanged = false
    const was = covered
    covered = isCovered(button)
    cost = performance.now() - lookedAt
    if (covered || was) onCover()
  }
  function tick(): void {
    frame = requestAnimationFrame(tick)
    onFrame()
    note(observer.takeRecords())
    checkedAt = performance.now()
    const age = checkedAt - lookedAt
    const isDue = isPressed || age > Math.max(shortestMs, cost * share)
    if ((hasChanged && isDue) || age > longestMs || (isPressed && cost < cheapMs)) look()
  }

  let frame = requestAnimationFrame(tick)
  return {
    button,
    press: () => {
      note(observer.takeRecords())
      if (hasChanged || cost < pressMs || performance.now() - lookedAt > longestMs) look()
      isPressed = true
    },
    wasCovered: () => (performance.now() - checkedAt < frameMs ? covered : undefined),
    end: () => {
      off.abort()
      observer.disconnect()
      cancelAnimationFrame(frame)
    },
  }
}
