import { hasLayout } from './isInView.ts'
import { person } from './person.ts'
import { createPlaceHistory, nearPx, type Place } from './placeHistory.ts'
import type { Refusal } from './pressGuard.ts'

/** The beginning of a press, with a pointer or a key. */
export interface PressBegin {
  readonly button: HTMLElement
  readonly revision: string | undefined
  /** Null: the press may count. */
  readonly refusal: Refusal | null
}

/** A decision button: where it was, and since when it has focus. */
export interface WatchedButton {
  readonly element: HTMLElement
  /** True while the pointer is near it or focus is on it. */
  readonly hasPerson: () => boolean
  /** Reads where the button is. True if it jumped farther than a hand follows, and focus is elsewhere. */
  readonly hasJumped: (arming: number) => boolean
  /** True if it did not stay where it is for `arming` ms. */
  readonly hasMoved: (arming: number) => boolean
  /** Keys have to wait for so many milliseconds more, while the button has focus. */
  readonly keysWait: (arming: number) => number
  readonly wasAt: (place: Place, since: number) => boolean
  readonly refusalOf: (
    event: Event,
    at: number,
    arming: number,
    all: readonly WatchedButton[],
  ) => Refusal | null
  readonly end: () => void
}

const movedPx = 10
const earlyKeys = 20

export function createWatchedButton(
  element: HTMLElement,
  on: {
    /** The person came to the button. */
    readonly onCome: () => void
    readonly onBegin: (event: Event) => void
    /** The pointer was released elsewhere. */
    readonly onRelease: () => void
  },
): WatchedButton {
  const history = createPlaceHistory(element)
  const off = new AbortController()
  const options = { capture: true, signal: off.signal }
  let readAt = performance.now()
  let isPressed = false
  // Keys count from then on.
  let keysFrom = hasFocus(element) ? performance.now() : -Infinity
  let early = 0

  function focus(): void {
    early = 0
    keysFrom = isPressed || person.isMovingFocus() ? -Infinity : performance.now()
    on.onCome()
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (event.repeat || event.isComposing) event.preventDefault()
    else on.onBegin(event)
  }
  function release(event: Event): void {
    if (isPressed && !event.composedPath().includes(element)) on.onRelease()
    isPressed = false
  }
  element.addEventListener('pointerenter', on.onCome, options)
  element.addEventListener('focusin', focus, options)
  element.addEventListener(
    'pointerdown',
    (event) => {
      isPressed = true
      on.onBegin(event)
    },
    options,
  )
  element.addEventListener('keydown', onKey, options)
  window.addEventListener('pointerup', release, options)
  window.addEventListener('pointercancel', release, options)

  function keyRefusal(at: number, arming: number): Refusal | null {
    if (at - keysFrom >= arming) return null
    early += 1
    if (early < earlyKeys) keysFrom = at
    return 'too_early'
  }

  function pointerRefusal(
    { clientX: x, clientY: y, pointerType }: PointerEvent,
    since: number,
    all: readonly WatchedButton[],
  ): Refusal | null {
    const place = { x, y }
    if (!hasLayout(element) || history.wasAlwaysAt(place, since)) return null
    if (history.movedSince(since) > nearPx) return 'moved'
    if (all.some((other) => other.element !== element && other.wasAt(place, since))) return 'moved'
    return pointerType !== 'touch' && history.cameUnder(place, since) ? 'moved' : null
  }

  return {
    element,
    hasPerson: () => {
      const pointer = person.pointer()
      return element.matches(':hover, :focus, :active') || (pointer !== null && history.isNear(pointer))
    },
    hasJumped: (arming) => {
      const at = performance.now()
      const isElsewhere = history.read({
        at,
        pointer: person.pointer(),
        hasScrolled: person.hasScrolledSince(readAt),
      })
      readAt = at
      return isElsewhere && !hasFocus(element) && history.movedSince(at - arming) > nearPx
    },
    hasMoved: (arming) => history.movedSince(performance.now() - arming) > movedPx,
    keysWait: (arming) =>
      hasFocus(element) ? Math.max(0, Math.ceil(keysFrom + arming - performance.now())) : 0,
    wasAt: (place, since) => history.wasEverAt(place, since),
    refusalOf: (event, at, arming, all) =>
      event instanceof KeyboardEvent
        ? keyRefusal(at, arming)
        : pointerRefusal(event as PointerEvent, at - arming, all),
    end: () => off.abort(),
  }
}

function hasFocus(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element
}
