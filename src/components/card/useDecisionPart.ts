'use client'
import { type MouseEvent, type ReactNode, useContext } from 'react'
import { hasFailed, isKept, isTooEarly } from '../../hooks/cardView.ts'
import { findCall } from '../../model/conversation.ts'
import type { Decision, DecisionRequest } from '../../model/decision.ts'
import { offers } from '../../model/intervention.ts'
import type { GuardedPress } from '../guard/useGuardedPress.tsx'
import { ChordsContext, chordsFor } from '../keys/useChords.ts'
import type { PartContent } from '../part.tsx'
import { useDecisionWords } from '../words.ts'
import { inNoForm } from './Confirm.tsx'
import { useIntervention } from './InterventionContext.ts'

/** The look of a button that makes a decision, and the decision itself. */
export interface DecisionLook {
  /** Would be sent by a press. Null: nothing. */
  readonly made: DecisionRequest | null
  readonly isInvalid: boolean
  /** A press opens a second step. */
  readonly isConfirmed?: boolean
  readonly label: (isAgain: boolean) => ReactNode
  /** The label while it is sent. */
  readonly sending: string
  readonly hint: string
  /** The ids of what describes it, besides what describes every such button. */
  readonly describedBy?: readonly (string | false | undefined)[]
  readonly onClick: (event: MouseEvent<HTMLButtonElement>, isAgain: boolean) => void
}

/** The part of a button that makes a decision. Null: nobody may make it here now. */
export function useDecisionPart(
  decision: Decision,
  press: GuardedPress,
): ((look: DecisionLook) => PartContent) | null {
  const view = useIntervention()
  const words = useDecisionWords()
  const { aria, tip } = chordsFor(view, decision, useContext(ChordsContext), words)
  const { card, viewer, lock, memory, group, siblings, id } = view
  const { toolCallId, status } = card
  if (status !== 'pending' || viewer?.mayDecide === false || !offers(card, decision)) return null
  if (isTooEarly(group)) return null
  const isThisOne = findCall(lock?.decisions, toolCallId)?.decision === decision

  return ({ made, isInvalid, isConfirmed, label, sending, hint, describedBy = [], onClick }) => {
    // There is one way on: the button of the decision that failed, as long as it would send the same.
    const isAgain = made !== null && hasFailed(memory, made) && !isInvalid
    const described = [
      press.isHeld && `${id}held`,
      press.answerId,
      memory?.status === 'failed' && `${id}error`,
      siblings && `${id}siblings`,
      ...describedBy,
    ].filter(Boolean)
    return {
      ...inNoForm,
      // Never `disabled`: focus would be lost.
      'aria-disabled': lock || press.isHeld ? true : undefined,
      'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      'aria-pressed': isKept(group) ? group.choice?.decision === decision : undefined,
      'aria-keyshortcuts': aria,
      // The title says what the button does; a description would replace it.
      title: tip(hint),
      children: isThisOne ? sending : label(isAgain),
      // For people who press it without seeing it.
      'data-confirms': isConfirmed && !isAgain ? '' : undefined,
      'data-again': isAgain && !isThisOne ? '' : undefined,
      state: { status, busy: isThisOne, armed: press.isArmed },
      watch: press.watch,
      after: press.answer,
      fixed: { onClick: (event: MouseEvent<HTMLButtonElement>) => onClick(event, isAgain) },
    }
  }
}
