// Longer than 250 lines: the clock, the reasons and the life of one guard share their state.
import { createListening } from '../../hooks/listening.ts'
import { type Chord, chordInHand } from './chord.ts'
import { isCovered } from './isCovered.ts'
import { isActive, isFramed } from './frames.ts'
import { isInView } from './isInView.ts'
import { person } from './person.ts'
import { createWatchedButton, type PressBegin, type Refusal, type WatchedButton } from './watchedButton.ts'

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

export interface GuardOptions {
  readonly revision: string | undefined
  /** What would be sent with it. */
  readonly text: string | undefined
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

interface Look {
  readonly button: HTMLElement
  readonly isCovered: boolean
  /** The end of the look. */
  readonly at: number
  /** The time it took, in milliseconds: at most `mostCostMs`. */
  readonly cost: number
}

const sampleMs = 100
// A click without a pointer or key counts if the button moved by at most this much, in pixels.
const movedPx = 10
// Looking for covers may take one in this many milliseconds while a person is at a button, and while it is pressed.
const share = 20
const pressedShare = 4
// However slow a page is, it is looked at twice in a second, and again for a press.
const mostCostMs = 25
// A person who keeps pressing too early waits at most this many times.
const earlyWaits = 20
// A refused press is shown for this long, in milliseconds.
const rememberMs = 10_000

/**
 * Makes the guard of one card. A press counts if this revision of the card has been in view and uncovered for `arming`
 * ms, if the press began on the same button after that, and if it is the first click of a series. A pointer has to find
 * the button where it was, a key has to find it in focus for that time.
 */
export function createPressGuard(): PressGuard {
  const listeners = new Set<() => void>()
  const buttons = new Map<HTMLElement, WatchedButton>()
  let state = unarmed
  let shown: string | undefined
  let text: string | undefined
  let arming = 500
  let frameAllowed = false
  let trustedOnly = false
  let since: number | null = null
  let firstSince: number | null = null
  let waitsFor: Refusal = 'too_early'
  let began: PressBegin | null = null
  // The last look for a cover.
  let seen: Look | null = null
  // The button whose press was refused because of one.
  let covered: HTMLElement | null = null
  let refused: RefusedPress | null = null
  let stop: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout>
  let keyTimer: ReturnType<typeof setTimeout>
  let forgets: ReturnType<typeof setTimeout>
  let frame: number
  let pressFrame: number

  const now = (): number => performance.now()
  const isArmedAt = (at: number): boolean => since !== null && at - since >= arming
  const isOver = (): boolean => now() - (firstSince ?? now()) >= arming * earlyWaits

  function update(): void {
    const problem = !frameAllowed && isFramed() ? 'framed' : covered ? 'covered' : null
    const keysWait = Math.max(0, ...[...buttons.values()].map((button) => button.keysWait(arming)))
    if (keysWait > 0) {
      clearTimeout(keyTimer)
      keyTimer = setTimeout(update, keysWait)
    }
    const isArmed = isArmedAt(now()) && !problem && keysWait === 0
    if (isArmed === state.isArmed && problem === state.problem && refused === state.refused) return
    state = { isArmed, problem, refused }
    for (const listener of listeners) listener()
  }

  function wait(reason: Refusal): void {
    waitsFor = reason
    firstSince ??= now()
    since = now()
    clearTimeout(timer)
    // A button that moved meanwhile is not armed first.
    timer = setTimeout(look, arming)
    cancelAnimationFrame(frame)
    // The button is not visible before the first paint, and its layout is not read before.
    frame = requestAnimationFrame(look)
    update()
  }

  function rearm(reason: Refusal = 'too_early'): void {
    if (since !== null) wait(reason)
  }

  function forget(): void {
    clearTimeout(forgets)
    refused = null
  }

  function refuse(reason: Refusal): true {
    const count = (refused?.count ?? 0) + 1
    forget()
    refused = { reason, count }
    forgets = setTimeout(() => {
      forget()
      update()
    }, rememberMs)
    update()
    return true
  }

  function look(): void {
    if (document.hidden || ![...buttons.keys()].some(isInView)) since = null
    else if (since === null) wait('too_early')
    readPlaces()
    update()
  }

  function readPlaces(): void {
    for (const button of buttons.values()) {
      if (button.hasJumped(arming)) rearm('moved')
    }
  }

  function lookForCover(button: HTMLElement): boolean {
    const from = now()
    const covers = isCovered(button, person.lastPointer())
    const wasCovered = seen?.button === button && seen.isCovered
    const at = now()
    seen = { button, isCovered: covers, at, cost: Math.min(at - from, mostCostMs) }
    if (covers || wasCovered) rearm('covered')
    return covers
  }

  // So that the click needs no layout.
  function lookAgain(button: HTMLElement, part: number): void {
    if (seen?.button !== button || now() - seen.at >= seen.cost * part) lookForCover(button)
  }

  function tick(): void {
    const all = [...buttons.values()]
    const near = all.find((one) => one.isUnderPointer()) ?? all.find((one) => one.hasPerson())
    const button = covered ?? near?.element
    if (button) lookAgain(button, share)
    if (covered && !seen?.isCovered) covered = null
    look()
  }

  // Once in each frame of a press.
  function followPress(): void {
    if (!began || !(person.isPressing() || person.isAtAKey())) return
    readPlaces()
    lookAgain(began.button, pressedShare)
    pressFrame = requestAnimationFrame(followPress)
  }

  function start(): () => void {
    const sampler = setInterval(tick, sampleMs)
    const { on, end } = createListening()
    const again = (): void => rearm()
    on(document, 'visibilitychange', again)
    on(document, 'fullscreenchange', again)
    let isAway = !isActive()
    on(window, 'blur', () => (isAway = !isActive()))
    // In a frame, focus can come from the page around it, which the person had not left.
    // The first press into a frame that was not in focus gives it focus after it began.
    const onFocus = (): void => {
      if ((isAway || window === window.top) && !person.isPressing()) rearm()
      isAway = false
    }
    on(window, 'focus', onFocus)
    on(window, 'pageshow', again)
    const unfollow = person.follow()
    return () => {
      unfollow()
      end()
      clearInterval(sampler)
      clearTimeout(timer)
      clearTimeout(keyTimer)
      cancelAnimationFrame(frame)
      forget()
      since = null
      firstSince = null
      // A card that is leaving is not drawn again.
      queueMicrotask(update)
    }
  }

  // The reason why a click with neither pointer nor key before it does not count.
  function bareRefusal(event: MouseEvent, button: HTMLElement): Refusal | null {
    if ((event as PointerEvent).pointerType) return 'changed'
    if (person.isAtAKey()) return 'too_early'
    return (buttons.get(button)?.movedSince(now() - arming) ?? 0) > movedPx ? 'moved' : null
  }

  // It presses a button that may not be in focus, so that focus has to be in the bar instead.
  function chordBegin({ event, focusedAt }: Chord, button: HTMLElement): PressBegin {
    const isEarly = pressedAt(event) - focusedAt < arming
    return { button, revision: shown, text, refusal: isEarly ? 'too_early' : null }
  }

  function refusalOf(
    event: MouseEvent | KeyboardEvent,
    button: HTMLElement,
    from: PressBegin | null,
  ): Refusal | null {
    if (!frameAllowed && isFramed()) return 'framed'
    if (trustedOnly && !event.isTrusted) return 'too_early'
    const isRecent = from && seen?.button === button && now() - seen.at < sampleMs + seen.cost * pressedShare
    if (!isRecent) look()
    if (isRecent ? seen?.isCovered : lookForCover(button)) {
      covered = button
      rearm('covered')
      return 'covered'
    }
    if (!isArmedAt(pressedAt(event))) {
      const reason = waitsFor
      if (!isOver()) rearm(reason)
      return reason
    }
    if (from && (from.button !== button || from.revision !== shown || from.text !== text)) {
      return 'changed'
    }
    if (event.detail > 1) return 'too_early'
    return from ? from.refusal : bareRefusal(event as MouseEvent, button)
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
      const hasChanged = options.revision !== shown
      if (hasChanged) {
        firstSince = now()
        forget()
      }
      const isNew = shown === undefined
      if (hasChanged || arming !== before) rearm(hasChanged && !isNew ? 'changed' : 'too_early')
      shown = options.revision
      text = options.text
      update()
    },
    watch: (element, onBegin) => {
      const button = createWatchedButton(element, {
        onCome: update,
        onBegin: (event) => {
          lookAgain(element, pressedShare)
          readPlaces()
          const at = pressedAt(event)
          const refusal = isArmedAt(at)
            ? button.refusalOf(event, at, arming, [...buttons.values()])
            : waitsFor
          began = { button: element, revision: shown, text, refusal }
          cancelAnimationFrame(pressFrame)
          pressFrame = requestAnimationFrame(followPress)
          if (!refusal) onBegin?.()
        },
        onRelease: () => (began = null),
      })
      stop ??= start()
      buttons.set(element, button)
      if (since === null && !document.hidden) wait('too_early')
      return () => {
        button.end()
        buttons.delete(element)
        if (buttons.size > 0) return
        stop?.()
        stop = null
      }
    },
    refuses: (event, button, revision) => {
      const chord = chordInHand()
      const from = chord ? chordBegin(chord, button) : began
      began = null
      const refusal = revision === shown ? refusalOf(chord?.event ?? event, button, from) : 'changed'
      if (refusal) return refuse(refusal)
      // One such click per wait, which `data-armed` shows.
      if (!from) rearm()
      forget()
      covered = null
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
