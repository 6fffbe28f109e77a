'use client'
import { type MouseEvent, useCallback, useRef } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { usePress } from '../../hooks/usePress.ts'
import type { Decision, DecisionRequest } from '../../model/decision.ts'
import { useIntervention } from '../card/InterventionContext.ts'
import { useDecisionWords } from '../useMessages.ts'

export interface GuardedPress {
  readonly isArmed: boolean
  /** A press does not count until everything was shown, and says so. */
  readonly isHeld: boolean
  readonly watch: (button: Element | null) => void
  readonly accepts: (event: MouseEvent<HTMLElement>) => boolean
  readonly decide: (made: DecisionRequest, event: MouseEvent<HTMLElement>) => void
}

export function useGuardedPress(decision: Decision | undefined): GuardedPress {
  const { scope, shownKey, lock, guard, ...card } = useIntervention()
  const { conversationId, onDecide, onResumed } = scope
  const { toolCallId } = card.card
  const { say } = useGatewayContext().announcer
  const { showFirst, pressAgain } = useDecisionWords()
  const { press, prepare } = usePress(conversationId)
  const isHeld = card.isHeldBack && decision === 'approved'
  const unwatch = useRef<() => void>(undefined)
  const watch = useCallback(
    (button: Element | null) => {
      unwatch.current?.()
      const begin = (): void => {
        if (decision) prepare(toolCallId)
      }
      unwatch.current = button ? guard.watch(button as HTMLElement, begin) : undefined
    },
    [guard, prepare, toolCallId, decision],
  )
  return {
    isArmed: card.isArmed && !lock && !isHeld,
    isHeld,
    watch,
    accepts: ({ nativeEvent, currentTarget }) => {
      // Called for every press, so that none counts as the beginning of the next.
      const isRefused = guard.refuses(nativeEvent, currentTarget, shownKey)
      if (isHeld) say(showFirst)
      else if (isRefused && !card.isArmed && !card.problem && !lock) say(pressAgain)
      return !isHeld && !isRefused && !lock
    },
    decide: (made, { nativeEvent: event }) => press(made, { source: 'press', event, onDecide, onResumed }),
  }
}
