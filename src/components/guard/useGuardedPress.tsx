'use client'
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { Decision, DecisionRequest } from '../../model/decision.ts'
import { useIntervention } from '../card/InterventionContext.ts'
import { useDecisionWords } from '../words.ts'
import { chordInHand } from './chord.ts'
import { PressAnswer } from './PressAnswer.tsx'
import type { RefusedPress } from './pressGuard.ts'

export interface GuardedPress {
  readonly isArmed: boolean
  /** A press does not count until everything was shown, and says so. */
  readonly isHeld: boolean
  readonly watch: (button: Element | null) => void
  readonly button: RefObject<HTMLElement | null>
  /** Call once per press. */
  readonly accepts: (event: MouseEvent<HTMLElement>) => boolean
  readonly decide: (made: DecisionRequest, event: MouseEvent<HTMLElement>) => void
  /** The answer to a press that did not count. Place it after the button. */
  readonly answer: ReactNode
  readonly answerId: string | undefined
}

interface Answer {
  readonly text: string
  readonly shownKey: string
  /** It tells how to go on, and stays until then. */
  readonly stays: boolean
}

// Long enough to be read.
const stayMs = 7_000

/** `keepsWidth`: the button is as wide with any of its labels. */
export function useGuardedPress(decision: Decision | undefined, keepsWidth = false): GuardedPress {
  const { scope, shownKey, lock, guard, press, ...card } = useIntervention()
  const { onDecide, onResumed } = scope
  const { toolCallId } = card.card
  const { prepare } = press
  const { say } = useGatewayContext().announcer
  const words = useDecisionWords()
  const isHeld = card.isHeldBack && decision === 'approved'
  const isUnread = card.drawnAt !== null
  const unwatch = useRef<() => void>(undefined)
  const button = useRef<HTMLElement>(null)
  const id = useId()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const watch = useCallback(
    (element: Element | null) => {
      button.current = element as HTMLElement | null
      unwatch.current?.()
      unwatch.current = undefined
      if (!element) return
      unwatch.current = guard.watch(element as HTMLElement, () => decision && prepare(toolCallId))
    },
    [guard, prepare, toolCallId, decision],
  )
  useEffect(() => {
    if (!answer || answer.stays) return
    const timer = setTimeout(() => setAnswer(null), stayMs)
    return () => clearTimeout(timer)
  }, [answer])

  function answerPress(isRefused: boolean): void {
    const refusal = isRefused ? guard.getState().refused : null
    if (lock || !(isHeld || isUnread || refusal)) return setAnswer(null)
    const { text, isAnnounced } = answerTo(isHeld ? null : refusal)
    setAnswer({ text, shownKey, stays: !isHeld && refusal !== null && refusal.count >= 3 })
    if (!isAnnounced) say(text)
  }

  function answerTo(refusal: RefusedPress | null): { readonly text: string; readonly isAnnounced: boolean } {
    if (isUnread) return { text: words.guard.unread, isAnnounced: false }
    if (!refusal) {
      const { isElided, lines } = card.disclosure
      return { text: isElided ? words.showFirst(lines) : words.revealFirst, isAnnounced: false }
    }
    const { reason, count } = refusal
    return reason === 'covered' || reason === 'framed'
      ? // By the notice of the card.
        { text: words.guard[reason], isAnnounced: true }
      : { text: words.refused({ reason, count }), isAnnounced: false }
  }

  const isShown = answer !== null && !lock && answer.shownKey === shownKey
  return {
    isArmed: card.isArmed && !lock && !isHeld && !isUnread,
    isHeld,
    watch,
    button,
    accepts: ({ nativeEvent, currentTarget }) => {
      // Called for every press, so that none is mistaken for the start of the next.
      const isRefused = guard.refuses(nativeEvent, currentTarget, shownKey)
      answerPress(isRefused)
      const counts = !isHeld && !isUnread && !isRefused && !lock
      // The request goes first, and then the width is read, before another label is drawn.
      if (counts && keepsWidth) queueMicrotask(() => keepWidth(currentTarget))
      return counts
    },
    decide: (made, { nativeEvent }) => {
      const chord = chordInHand()
      const source = chord ? 'shortcut' : 'press'
      press.press(made, { source, event: chord?.event ?? nativeEvent, onDecide, onResumed })
    },
    answer: isShown && <PressAnswer id={`${id}answer`} text={answer.text} button={button} />,
    answerId: isShown && !isHeld ? `${id}answer` : undefined,
  }
}

// It keeps its width while another label says that it is on its way, or that it failed.
function keepWidth(button: HTMLElement): void {
  button.style.setProperty('--_own-width', getComputedStyle(button).inlineSize)
}
