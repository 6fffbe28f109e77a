import { isCovered } from './isCovered.ts'
import { hasLayout, isInView } from './isInView.ts'

/** What the guard says of a press at this moment. */
export interface GuardState {
  /** The card has been in view, where it is, as it is, for long enough. */
  readonly isArmed: boolean
  /** Why no press counts, where waiting does not help. */
  readonly problem: 'covered' | 'framed' | null
}

/** What a card asks of its guard. */
export interface GuardOptions {
  /** What is shown: another revision begins the wait again. */
  readonly revision: string | undefined
  /** Milliseconds in view before a press counts. */
  readonly arming: number | undefined
  readonly frameAllowed: boolean | undefined
  readonly trustedOnly: boolean | undefined
}

/** Keeps presses that were not meant from counting. One per card. */
export interface PressGuard {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => GuardState
  readonly show: (options: GuardOptions) => void
  /** Watches a button of the card, until it is told not to. */
  readonly watch: (button: HTMLElement) => () => void
  /** Whether this press does not count. Ask once per press. */
  readonly refuses: (event: MouseEvent, button: HTMLElement, revision: string) => boolean
}

/** Before the first look, and on the server. */
export const unarmed: GuardState = { isArmed: false, problem: null }

const sampleMs = 100
const movedPx = 10
/** A person whose clicks come too early is held off this many waits at most. */
const earlyWaits = 20

/**
 * A press counts when its card has been in view, unmoved and unchanged, for `arming` ms (500 if nothing is said, 250 at
 * least), began on the same button after that, is the first click of its series, and nothing is painted over the card.
 */
export function createPressGuard(): PressGuard {
  const listeners = new Set<() => void>()
  const anchors = new Map<HTMLElement, DOMRect>()
  let state = unarmed
  let shown: string | undefined
  let arming = 500
  let frameAllowed = false
  let trustedOnly = false
  /** When the present wait began; null: the card is not in view. */
  let since: number | null = null
  let firstSince = 0
  let began: { button: HTMLElement; revision: string | undefined; isArmed: boolean } | null = null
  let covered: HTMLElement | null = null
  let stop: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout>

  const now = (): number => performance.now()
  const isArmedAt = (at: number): boolean => since !== null && at - since >= arming

  function update(): void {
    if (covered && !isCovered(covered)) covered = null
    const problem = !frameAllowed && isFramed() ? 'framed' : covered ? 'covered' : null
    const isArmed = isArmedAt(now()) && !problem
    if (isArmed === state.isArmed && problem === state.problem) return
    state = { isArmed, problem }
    for (const listener of listeners) listener()
  }

  function rearm(): void {
    if (since === null) return
    since = now()
    for (const button of anchors.keys()) anchors.set(button, button.getBoundingClientRect())
    clearTimeout(timer)
    timer = setTimeout(update, arming)
    update()
  }

  function look(): void {
    const buttons = [...anchors]
    if (document.hidden || !buttons.some(([button]) => isInView(button))) since = null
    else if (since === null || buttons.some(([button, anchor]) => hasMoved(button, anchor))) {
      firstSince ||= now()
      since = now()
      rearm()
    }
    update()
  }

  function start(): () => void {
    const sampler = setInterval(look, sampleMs)
    const off = new AbortController()
    const { signal } = off
    document.addEventListener('visibilitychange', rearm, { signal })
    document.addEventListener('fullscreenchange', rearm, { signal })
    let isAway = !isActive()
    window.addEventListener('blur', () => (isAway = !isActive()), { signal })
    // Into a frame, focus also comes from the page around it, which nobody had left.
    window.addEventListener('focus', () => (isAway || window === window.top) && rearm(), { signal })
    window.addEventListener('pageshow', rearm, { signal })
    return () => {
      off.abort()
      clearInterval(sampler)
      clearTimeout(timer)
      since = null
      firstSince = 0
      update()
    }
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => state,
    show: (options) => {
      const before = arming
      arming = Math.min(Math.max(options.arming ?? 500, 250) || 500, 10_000)
      frameAllowed = options.frameAllowed === true
      trustedOnly = options.trustedOnly === true
      if (options.revision !== shown) firstSince = now()
      if (options.revision !== shown || arming !== before) rearm()
      shown = options.revision
      update()
    },
    watch: (button) => {
      const off = new AbortController()
      const begin = (event: Event): void => {
        began = { button, revision: shown, isArmed: isArmedAt(pressedAt(event)) }
      }
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        if (event.repeat || event.isComposing) event.preventDefault()
        else begin(event)
      }
      const options = { capture: true, signal: off.signal }
      button.addEventListener('pointerdown', begin, options)
      button.addEventListener('keydown', onKey, options)
      stop ??= start()
      anchors.set(button, button.getBoundingClientRect())
      look()
      return () => {
        off.abort()
        anchors.delete(button)
        if (anchors.size > 0) return
        stop?.()
        stop = null
      }
    },
    refuses: (event, button, revision) => {
      const from = began
      began = null
      look()
      if (!isArmedAt(pressedAt(event))) {
        if (now() - firstSince < arming * earlyWaits) rearm()
        return true
      }
      const isOwn = from
        ? from.button === button && from.revision === shown && from.isArmed
        : !(event as PointerEvent).pointerType
      if (!isOwn || event.detail > 1 || revision !== shown || (trustedOnly && !event.isTrusted)) return true
      if (hasLayout(button) && isCovered(button)) covered = button
      update()
      return !state.isArmed
    },
  }
}

/** A click that waited behind a busy page was made when it says so; only the browser's own word is taken for it. */
function pressedAt({ isTrusted, timeStamp }: Event): number {
  const now = performance.now()
  return isTrusted && timeStamp < now && now - timeStamp < 10_000 ? timeStamp : now
}

function hasMoved(button: HTMLElement, anchor: DOMRect): boolean {
  const { left, top } = button.getBoundingClientRect()
  return Math.abs(left - anchor.left) + Math.abs(top - anchor.top) > movedPx
}

/** Whether the whole page has the keyboard, this frame of it or another. */
function isActive(): boolean {
  try {
    return window.top?.document.hasFocus() === true
  } catch {
    return false
  }
}

/** Whether a page of another origin shows this one inside of its own, and could draw over it. */
function isFramed(): boolean {
  try {
    return window.top?.location.origin !== window.location.origin
  } catch {
    return true
  }
}
