'use client'
import { type MouseEvent, useCallback, useRef } from 'react'
import { usePress } from '../hooks/usePress.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { useIntervention } from './InterventionContext.ts'

/** What a button needs for its presses to count. */
export interface GuardedPress {
  /** A press would count now. */
  readonly isArmed: boolean
  /** The ref of the button. */
  readonly watch: (button: Element | null) => void
  /** Whether this press counts. Ask once per press. */
  readonly accepts: (event: MouseEvent<HTMLElement>) => boolean
  readonly decide: (made: DecisionRequest, event: MouseEvent<HTMLElement>) => void
}

/** The presses of one button of a card, behind the card's guard. */
export function useGuardedPress(): GuardedPress {
  const { conversationId, sight, lock, guard, isArmed, onDecide, onResumed } = useIntervention()
  const press = usePress(conversationId)
  const unwatch = useRef<() => void>(undefined)
  const watch = useCallback(
    (button: Element | null) => {
      unwatch.current?.()
      unwatch.current = button ? guard.watch(button as HTMLElement) : undefined
    },
    [guard],
  )
  return {
    isArmed: isArmed && !lock,
    watch,
    accepts: ({ nativeEvent, currentTarget }) => !guard.refuses(nativeEvent, currentTarget, sight) && !lock,
    decide: (made, { nativeEvent: event }) => press(made, { source: 'press', event, onDecide, onResumed }),
  }
}
