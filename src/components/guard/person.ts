import { createListening, type Listening } from '../../hooks/listening.ts'

/** A point in the window, in CSS pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Notes what the person at this page does, for all cards of it. */
export interface Person {
  readonly pointer: () => Place | null
  /** The same, even from before the last one who noted it ended. */
  readonly lastPointer: () => Place | null
  /** True if the person has scrolled since then. */
  readonly hasScrolledSince: (at: number) => boolean
  /** True while a key of the person moves focus in the usual way: Tab, F6, or any key pressed inside of a card or bar. */
  readonly isMovingFocus: () => boolean
  /** Says that the person moves focus now, by a key that is not one of the usual ones. */
  readonly moveFocus: () => void
  /** True while Enter or Space is down or has just come up, which clicks what has focus by then. */
  readonly isAtAKey: () => boolean
  /** True while a mouse button, a pen or a finger is down. */
  readonly isPressing: () => boolean
  /** Notes it until the last one ends it. */
  readonly follow: () => () => void
}

// Scrolling continues for this long after a wheel, touch or key event, in milliseconds.
const scrollMs = 300
// The key's release may have gone to another window.
const heldMs = 2_000
// Focused elements are scrolled into view.
const focusKeys = /^(Tab|F6)$/
const scrollKeys = /^(Arrow.*|Page.*|Home|End| )$/

let followers = 0
let pointer: Place | null = null
let lastPointer: Place | null = null
let scrollIntent = -Infinity
let scrolledAt = -Infinity
let isPointerDown = false
let movesFocus = false
let keyDownAt: number | null = null
let isKeyUp = false
let listening: Listening

export const person: Person = {
  pointer: () => pointer,
  lastPointer: () => lastPointer,
  hasScrolledSince: (at) => scrolledAt >= at,
  isMovingFocus: () => movesFocus,
  moveFocus,
  isAtAKey: () => isKeyUp || (keyDownAt !== null && performance.now() - keyDownAt < heldMs),
  isPressing: () => isPointerDown,
  follow: () => {
    followers += 1
    if (followers === 1) listen()
    return () => {
      followers -= 1
      if (followers > 0) return
      listening.end()
      keyDownAt = null
      pointer = null
      isPointerDown = false
    }
  },
}

function listen(): void {
  const own = createListening()
  listening = own
  const on = <Type extends keyof WindowEventMap>(
    type: Type,
    listener: (event: WindowEventMap[Type]) => void,
  ): void => own.on(window, type, listener, { capture: true, passive: true })
  const intend = (): void => void (scrollIntent = performance.now())
  const point = ({ clientX: x, clientY: y }: PointerEvent): void => {
    pointer = { x, y }
    lastPointer = pointer
  }
  const release = (): void => {
    isPointerDown = false
    intend()
  }
  on('pointermove', (event) => {
    // A release outside of the window, or of a scroll bar, is not told.
    if (event.buttons === 0) isPointerDown = false
    point(event)
  })
  on('pointerdown', (event) => {
    isPointerDown = true
    point(event)
  })
  on('pointerup', release)
  on('pointercancel', release)
  on('wheel', intend)
  on('touchmove', intend)
  on('scroll', () => {
    const now = performance.now()
    const isOwn = isPointerDown || now - Math.max(scrollIntent, scrolledAt) < scrollMs
    if (isOwn) scrolledAt = now
  })
  on('keydown', (event) => {
    const { key } = event
    if (focusKeys.test(key) || (scrollKeys.test(key) && !isTyping(event))) intend()
    if (isPressKey(key)) keyDownAt = performance.now()
    if (focusKeys.test(key) || isInCard(event)) moveFocus()
  })
  on('keyup', ({ key }) => {
    if (!isPressKey(key)) return
    keyDownAt = null
    isKeyUp = true
    setTimeout(() => (isKeyUp = false))
  })
  on('blur', ({ target }) => {
    if (target === window) keyDownAt = null
  })
}

function moveFocus(): void {
  movesFocus = true
  // The browser moves focus in the task of the key.
  setTimeout(() => (movesFocus = false))
}

function isPressKey(key: string): boolean {
  return key === 'Enter' || key === ' '
}

function isTyping(event: Event): boolean {
  const target = event.composedPath()[0]
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
}

function isInCard(event: Event): boolean {
  return event
    .composedPath()
    .some((one) => one instanceof Element && one.matches('[data-part="bar"], [data-part="intervention"]'))
}
