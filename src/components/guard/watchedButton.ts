import { createListening } from '../../hooks/listening.ts'
import { drawnParent } from './flatTree.ts'
import { hasLayout } from './isInView.ts'
import { person, type Place } from './person.ts'

/** The reason why a press did not count. */
export type Refusal = 'too_early' | 'covered' | 'framed' | 'moved' | 'changed'

/** The beginning of a press, with a pointer or a key. */
export interface PressBegin {
  readonly button: HTMLElement
  readonly revision: string | undefined
  readonly text: string | undefined
  /** Null: the press may count. */
  readonly refusal: Refusal | null
}

/** A decision button: where it was, and since when it has focus. */
export interface WatchedButton {
  readonly element: HTMLElement
  /** True while the pointer is on it, or on something that covers it. */
  readonly isUnderPointer: () => boolean
  /** True while the pointer is near it or focus is on it. */
  readonly hasPerson: () => boolean
  /** Reads where the button is. True if it jumped farther than a hand follows, and focus is elsewhere. */
  readonly hasJumped: (arming: number) => boolean
  /** The longest way from where it was since then to where it is, in pixels, without the person's own scrolling. */
  readonly movedSince: (at: number) => number
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

/** A place where the button stayed for a while. The person's own scrolling moves it with the page. */
interface Stay {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly from: number
  /** The pointer just before it came here, and just after. */
  readonly pointers: readonly [before: Place | null, after: Place | null]
}

// A page that grows by a line or two moves a button by this much, in pixels, and a hand follows it.
const nearPx = 64
// A resting hand moves by up to this much, in pixels.
const restPx = 5
const mostStays = 200
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
  const listening = createListening()
  const options = { capture: true }
  let stays: readonly Stay[] = []
  let scroll: Place = { x: 0, y: 0 }
  let pointer: Place | null = null
  let readAt = performance.now()
  let isPressed = false
  // The time from which keys count.
  let keysFrom = hasFocus(element) ? performance.now() : -Infinity
  let early = 0

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (event.repeat || event.isComposing) event.preventDefault()
    else on.onBegin(event)
  }
  function release(event: Event): void {
    if (isPressed && !event.composedPath().includes(element)) on.onRelease()
    isPressed = false
  }
  listening.on(
    element,
    'focusin',
    () => {
      early = 0
      keysFrom = isPressed || person.isMovingFocus() ? -Infinity : performance.now()
      on.onCome()
    },
    options,
  )
  listening.on(
    element,
    'pointerdown',
    (event) => {
      isPressed = true
      on.onBegin(event)
    },
    options,
  )
  listening.on(element, 'keydown', onKey, options)
  listening.on(window, 'pointerup', release, options)
  listening.on(window, 'pointercancel', release, options)

  // True if it is elsewhere than at the last reading.
  function read(at: number): boolean {
    const { left, top, width, height } = element.getBoundingClientRect()
    const [scrollBefore, pointerBefore, before] = [scroll, pointer, stays.at(-1)]
    scroll = scrollOf(element)
    pointer = person.pointer()
    if (before && person.hasScrolledSince(readAt)) {
      const x = ownPart(left - before.left, scrollBefore.x - scroll.x)
      const y = ownPart(top - before.top, scrollBefore.y - scroll.y)
      stays = stays.map((stay) => ({ ...stay, left: stay.left + x, top: stay.top + y }))
    }
    readAt = at
    const last = stays.at(-1)
    const isSame = left === last?.left && top === last.top && width === last.width && height === last.height
    if (isSame) return false
    const pointers = [pointerBefore, pointer] as const
    stays = [...stays, { left, top, width, height, from: at, pointers }].slice(-mostStays)
    return last !== undefined
  }

  // The stays since then, latest first.
  function recent(since: number): readonly Stay[] {
    const first = stays.findLastIndex(({ from }) => from <= since)
    return stays.slice(Math.max(first, 0)).toReversed()
  }

  function hasPointer(around: number): boolean {
    const [at, last] = [person.pointer(), stays.at(-1)]
    return at !== null && last !== undefined && isAt(at, last, around)
  }

  function movedSince(at: number): number {
    const last = stays.at(-1)!
    return Math.max(
      0,
      ...recent(at).map(({ left, top }) => Math.abs(left - last.left) + Math.abs(top - last.top)),
    )
  }

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
    const ways = recent(since)
    const before = ways.findIndex((stay) => !isAt(place, stay, 1))
    if (before < 0 || !hasLayout(element)) return null
    const isElsewhere = movedSince(since) > nearPx
    if (isElsewhere || all.some((other) => other.element !== element && other.wasAt(place, since)))
      return 'moved'
    // The button moved to a pointer that was at rest.
    const [then, now] = ways[before - 1]?.pointers ?? []
    return pointerType !== 'touch' && isAtRest(then, now) && isAtRest(now, place) ? 'moved' : null
  }

  return {
    element,
    isUnderPointer: () => hasPointer(1),
    hasPerson: () => element.matches(':hover, :focus, :active') || hasPointer(nearPx),
    hasJumped: (arming) => {
      const at = performance.now()
      return read(at) && !hasFocus(element) && movedSince(at - arming) > nearPx
    },
    movedSince,
    keysWait: (arming) =>
      hasFocus(element) ? Math.max(0, Math.ceil(keysFrom + arming - performance.now())) : 0,
    wasAt: (place, since) => recent(since).some((stay) => isAt(place, stay, 1)),
    refusalOf: (event, at, arming, all) =>
      event instanceof KeyboardEvent
        ? keyRefusal(at, arming)
        : pointerRefusal(event as PointerEvent, at - arming, all),
    end: () => listening.end(),
  }
}

function hasFocus(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element
}

function isAt({ x, y }: Place, { left, top, width, height }: Stay, around: number): boolean {
  return x >= left - around && x <= left + width + around && y >= top - around && y <= top + height + around
}

function isAtRest(before: Place | null | undefined, after: Place | null | undefined): boolean {
  return !!before && !!after && Math.hypot(before.x - after.x, before.y - after.y) <= restPx
}

// A button that sticks follows its person's scrolling in part.
function ownPart(move: number, scrolled: number): number {
  return Math.min(Math.max(move, Math.min(scrolled, 0)), Math.max(scrolled, 0))
}

function scrollOf(button: Element): Place {
  let x = 0
  let y = 0
  for (let box = drawnParent(button); box; box = drawnParent(box)) {
    x += box.scrollLeft
    y += box.scrollTop
  }
  return { x, y }
}
