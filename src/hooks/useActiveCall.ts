'use client'
import { useState } from 'react'
import type { DecisionRequest } from '../model/decision.ts'
import { groupOf, pendingOf } from '../model/pending.ts'
import type { PendingIntervention } from '../model/intervention.ts'
import { choiceOf } from '../client/cards.ts'
import type { Followed } from './useFollowed.ts'

export interface ActiveCall {
  readonly call: PendingIntervention | undefined
  readonly place: { readonly at: number; readonly of: number }
  readonly showPrevious: (() => void) | undefined
  readonly showNext: (() => void) | undefined
}

/**
 * The call that the person went to, until it is decided; otherwise the first undecided one. Calls that arrive or leave
 * do not replace it.
 */
export function useActiveCall({ state, cards }: Followed): ActiveCall {
  const pending = pendingOf(state)
  const [goneTo, goTo] = useState<{ id: string; choice: DecisionRequest | null } | null>(null)
  const isGoneTo = (one: PendingIntervention): boolean =>
    one.toolCallId === goneTo?.id && choiceOf(cards, one) === goneTo.choice
  const [last, setLast] = useState<string>()
  const isOpen = (one: PendingIntervention): boolean => !choiceOf(cards, one)
  const isLast = (one: PendingIntervention): boolean => one.toolCallId === last
  const undecided =
    pending.find(isGoneTo) ?? pending.find((one) => isLast(one) && isOpen(one)) ?? pending.find(isOpen)
  // All are chosen and in flight: the one with the pressed button stays.
  const call = undecided ?? pending.find(isLast) ?? pending[0]
  if (call && call.toolCallId !== last) setLast(call.toolCallId)
  const index = call ? pending.indexOf(call) : 0
  const show = (one: PendingIntervention | undefined): (() => void) | undefined =>
    one && (() => goTo({ id: one.toolCallId, choice: choiceOf(cards, one) }))
  const { calls } = groupOf(state, call?.toolCallId ?? '')
  const place = { at: call ? calls.indexOf(call) + 1 : 0, of: calls.length }
  return { call, place, showPrevious: show(pending[index - 1]), showNext: show(pending[index + 1]) }
}
