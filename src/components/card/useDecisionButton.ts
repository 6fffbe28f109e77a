'use client'
import type { MouseEvent } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { warnOnce } from '../../model/developerErrors.ts'
import type { PartContent, PropsOf } from '../part.tsx'
import { findCall } from '../../model/conversation.ts'
import type { Decision, DecisionRequest } from '../../model/decision.ts'
import { isKept, isTooEarly } from '../../hooks/useCard.ts'
import { useIntervention } from './InterventionContext.ts'
import type { InterventionScopeProps } from './InterventionScopeProps.ts'
import { useGuardedPress } from '../guard/useGuardedPress.ts'
import { useMessages } from '../useMessages.ts'

/** Props of the three decision buttons. Inside of an `Intervention.Root` the call is taken from there. */
export interface DecisionButtonProps extends Partial<InterventionScopeProps>, PropsOf<'button'> {}

/**
 * A button that decides; it says so while its decision is on its way, and nothing on the card is `disabled` then, only
 * `aria-disabled`, so that focus stays. Null where the decision is not offered, or the viewer may not decide.
 */
export function useDecisionButton(decision: Decision, { onClick }: DecisionButtonProps): PartContent | null {
  const { card, viewer, lock, record, draft, setDraft, group, siblings, id } = useIntervention()
  const press = useGuardedPress(decision)
  const words = useMessages()
  const { announcer } = useGatewayContext()
  const { toolCallId, revision, status } = card
  if (status !== 'pending' || viewer?.mayDecide === false || !card.decisions.includes(decision)) return null
  if (isTooEarly(group)) return null

  const described = [
    press.isHeld && `${id}held`,
    record?.status === 'failed' && `${id}error`,
    siblings && `${id}siblings`,
  ].filter(Boolean)
  const isThisOne = findCall(lock?.decisions, toolCallId)?.decision === decision

  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event)
    const counts = press.accepts(event)
    if (event.defaultPrevented || lock) return
    const reason = card.reason === 'none' ? '' : draft.reason.trim()
    if (decision !== 'approved' && card.reason === 'required' && !reason) {
      setDraft({ rejecting: decision })
      return missBox(event.currentTarget)
    }
    if (!counts) return
    const made: DecisionRequest =
      decision === 'approved' || !reason
        ? { toolCallId, revision, decision }
        : { toolCallId, revision, decision, reason }
    press.decide(made, event)
  }

  /** Where nobody can write a reason, it is at least said that it takes one. */
  function missBox(button: HTMLElement): void {
    const page = button.getRootNode() as Document | ShadowRoot
    setTimeout(() => {
      if (page.getElementById(`${id}reason`)) return
      warnOnce('IB008')
      announcer.say(words.reasonMissing)
    })
  }

  return {
    type: 'button',
    'aria-disabled': lock || press.isHeld ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-pressed': isKept(group) ? group.choice?.decision === decision : undefined,
    children: (isThisOne ? words.deciding : words.decisions)[decision],
    state: { status, busy: isThisOne, armed: press.isArmed },
    watch: press.watch,
    fixed: { onClick: handleClick },
  }
}
