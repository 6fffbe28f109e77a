import { type CoverWatch, watchCovers } from './coverWatch.ts'
import { isCovered } from './isCovered.ts'
import { isInView } from './isInView.ts'

export interface GuardState {
  readonly isArmed: boolean
  /** The reason why no press counts, if waiting does not help. */
  readonly problem: 'covered' | 'framed' | null
  /** The last press, if it did not count, and how many in a row did not. */
  readonly refused: RefusedPress | null
}

/** A press that did not count. */
export interface RefusedPress {
  readonly reason: Refusal
  readonly count: number
}

/** The reason why a press did not count. */
export type Refusal = 'too_early' | 'covered' | 'framed' | 'moved' | 'changed'

export interface GuardOptions {
  readonly revision: string | undefined
  readonly arming: number | undefined
  readonly frameAllowed: boolean | undefined
  readonly trustedOnly: boolean | undefined
}

export interface PressGuard {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => GuardState
  readonly show: (options: GuardOptions) => void
  /**
   * Watches a button of the card. `onBegin`: a press that may count has begun on it. Returns a function that ends it.
   */
  readonly watch: (button: HTMLElement, onBegin?: () => void) => () => void
  readonly refuses: (event: MouseEvent, button: HTMLElement, revision: string) => boolean
}

export const unarmed: GuardState = { isArmed: false, problem: null, refused: null }

const sampleMs = 100
const movedPx = 10
// A person whose clicks come too early has to wait this many times at most.
const earlyWaits = 20
// A refused press is told for so long, in milliseconds.
const rememberMs = 10_000

/**
 * Makes the guard of one card. A press counts if the card has been in view, unmoved and unchanged, for `arming` ms, if
 * it began on the same button after that, is the first click of a series, and nothing is painted over the card.
 */
export function createPressGuard(): PressGuard {
  const listeners = new Set<() => void>()
  /** The position of each button when the arming time began; null: it was not sampled since. */
  const anchors = new Map<HTMLElement, DOMRect | null>()
  let state = unarmed
  let shown: string | undefined
  let arming = 500
  let frameAllowed = false
  let trustedOnly = false
  let since: number | null = null
  let firstSince: number | null = null
  let began: { button: HTMLElement; revision: string | undefined; isArmed: boolean } | null = null
  /** For the button that a person is at. */
  let watching: CoverWatch | null = null
  let covered: HTMLElement | null = null
  let refused: RefusedPress | null = null
  let stop: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout>
  let forgets: ReturnType<typeof setTimeout>
  let frame: number

  const now = (): number => performance.now()
  const isArmedAt = (at: number): boolean => since !== null && at - since >= arming

  function update(): void {
    if (covered && !isCovered(covered)) covered = null
    const problem = !frameAllowed && isFramed() ? 'framed' : covered ? 'covered' : null
    const isArmed = isArmedAt(now()) && !problem
    if (isArmed === state.isArmed && problem === state.problem && refused === state.refused) return
    state = { isArmed, problem, refused }
    for (const listener of listeners) listener()
  }

  function wait(): void {
    firstSince ??= now()
    since = now()
    for (const button of anchors.keys()) anchors.set(button, null)
    clearTimeout(timer)
    timer = setTimeout(update, arming)
    cancelAnimationFrame(frame)
    // The button is not visible before the first paint, and its layout is not read before.
    frame = requestAnimationFrame(look)
    update()
  }

  function refuse(reason: Refusal): true {
    refused = { reason, count: (refused?.count ?? 0) + 1 }
    clearTimeout(forgets)
    forgets = setTimeout(() => {
      refused = null
      update()
    }, rememberMs)
    update()
    return true
  }

  function rearm(): void {
    if (since !== null) wait()
  }

  function look(): void {
    const buttons = [...anchors.keys()]
    if (document.hidden || !buttons.some(isInView)) since = null
    else if (since === null || buttons.some(hasMoved)) wait()
    update()
  }

  function hasMoved(button: HTMLElement): boolean {
    const rect = button.getBoundingClientRect()
    const anchor = anchors.get(button) ?? rect
    anchors.set(button, anchor)
    return Math.abs(rect.left - anchor.left) + Math.abs(rect.top - anchor.top) > movedPx
  }

  function attend(button: HTMLElement): CoverWatch {
    if (watching?.button === button) return watching
    watching?.end()
    watching = watchCovers(button, look)
    return watching
  }

  function leave(): void {
    watching?.end()
    watching = null
  }

  function tick(): void {
    if (watching && !watching.button.matches(':hover, :focus, :active')) leave()
    look()
  }

  function start(): () => void {
    const sampler = setInterval(tick, sampleMs)
    const off = new AbortController()
    const { signal } = off
    document.addEventListener('visibilitychange', rearm, { signal })
    document.addEventListener('fullscreenchange', rearm, { signal })
    let isAway = !isActive()
    window.addEventListener('blur', () => (isAway = !isActive()), { signal })
    // In a frame, focus can come from the page around it, which the person had not left.
    window.addEventListener('focus', () => (isAway || window === window.top) && rearm(), { signal })
    window.addEventListener('pageshow', rearm, { signal })
    return () => {
      off.abort()
      clearInterval(sampler)
      clearTimeout(timer)
      clearTimeout(forgets)
      refused = null
      cancelAnimationFrame(frame)
      since = null
      firstSince = null
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
      if (options.revision !== shown) {
        firstSince = now()
        refused = null
      }
      if (options.revision !== shown || arming !== before) rearm()
      shown = options.revision
      update()
    },
    watch: (button, onBegin) => {
      const off = new AbortController()
      const begin = (event: Event): void => {
        attend(button).press()
        began = { button, revision: shown, isArmed: isArmedAt(pressedAt(event)) }
        if (began.isArmed) onBegin?.()
      }
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        if (event.repeat || event.isComposing) event.preventDefault()
        else begin(event)
      }
      const options = { capture: true, signal: off.signal }
      button.addEventListener('pointerenter', () => attend(button), options)
      button.addEventListener('focusin', () => attend(button), options)
      button.addEventListener('pointerdown', begin, options)
      button.addEventListener('keydown', onKey, options)
      stop ??= start()
      anchors.set(button, null)
      if (since === null && !document.hidden) wait()
      return () => {
        off.abort()
        if (watching?.button === button) leave()
        anchors.delete(button)
        if (anchors.size > 0) return
        stop?.()
        stop = null
      }
    },
    refuses: (event, button, revision) => {
      const from = began
      began = null
      const wasCovered = from && watching?.button === button ? watching.wasCovered() : undefined
      // Assistive technology sends a click and nothing before it.
      if (wasCovered === undefined) look()
      if (!isArmedAt(pressedAt(event))) {
        if (now() - (firstSince ?? now()) < arming * earlyWaits) rearm()
        return refuse('too_early')
      }
      const isOwn = from
        ? from.button === button && from.revision === shown && from.isArmed
        : !(event as PointerEvent).pointerType
      if (revision !== shown || (from && from.revision !== shown)) return refuse('changed')
      if (!isOwn || event.detail > 1 || (trustedOnly && !event.isTrusted)) return refuse('too_early')
      if (wasCovered ?? isCovered(button)) covered = button
      update()
      if (!state.isArmed) return refuse(state.problem ?? 'too_early')
      clearTimeout(forgets)
      refused = null
      update()
      return false
    },
  }
}

// A click that waited behind a busy page counts from its own time stamp, if the browser made it.
function pressedAt({ isTrusted, timeStamp }: Event): number {
  const now = performance.now()
  return isTrusted && timeStamp < now && now - timeStamp < 10_000 ? timeStamp : now
}

function isActive(): boolean {
  try {
    return window.top?.document.hasFocus() === true
  } catch {
    return false
  }
}

function isFramed(): boolean {
  try {
    return window.top?.location.origin !== window.location.origin
  } catch {
    return true
  }
}
