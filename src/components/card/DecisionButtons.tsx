'use client'
import { offers } from '../../model/intervention.ts'
import type { MouseEvent } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { isKept, isTooEarly } from '../../hooks/cardView.ts'
import { findCall } from '../../model/conversation.ts'
import type { Decision, DecisionRequest } from '../../model/decision.ts'
import { warnOnce } from '../../model/developerErrors.ts'
import { useGuardedPress } from '../guard/useGuardedPress.tsx'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useDecisionWords } from '../words.ts'
import { type InterventionScopeProps, useIntervention } from './InterventionContext.ts'
import { scopedPart } from './scopedPart.tsx'

/** Props of the three decision buttons. Inside of an `Intervention.Root` they are about its call. */
export interface DecisionButtonProps extends Partial<InterventionScopeProps>, PropsOf<'button'> {}

/** Approves the call: the tool runs. Renders a `<button>` if the call offers this. */
export const ApproveButton: PartComponent<DecisionButtonProps, 'button'> = /* @__PURE__ */ scopedPart(
  /* @__PURE__ */ definePart('button', 'approve', (given: DecisionButtonProps) =>
    useDecisionButton('approved', given),
  ),
)

/** Rejects the call and stops the run. Renders a `<button>` if the call offers this. */
export const RejectButton: PartComponent<DecisionButtonProps, 'button'> = /* @__PURE__ */ scopedPart(
  /* @__PURE__ */ definePart('button', 'reject', (given: DecisionButtonProps) =>
    useDecisionButton('rejected', given),
  ),
)

/**
 * Rejects the call in one request. The agent is told the reason and continues. Renders a `<button>` if the call
 * offers this.
 */
export const RejectContinueButton: PartComponent<DecisionButtonProps, 'button'> = /* @__PURE__ */ scopedPart(
  /* @__PURE__ */ definePart('button', 'reject_continue', (given: DecisionButtonProps) =>
    useDecisionButton('rejected_continue', given),
  ),
)

/** Props of `Intervention.HeldBack`. */
export type HeldBackProps = PropsOf<'button'>

/**
 * Shows all of the arguments, while a press of Approve does not count before that. Place it beside that button. Renders
 * a `<button>`, or nothing.
 */
export const HeldBack: PartComponent<HeldBackProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'held_back',
  () => {
    const { card, viewer, isHeldBack, disclosure, id } = useIntervention()
    const words = useDecisionWords()
    const isOffered = viewer?.mayDecide !== false && offers(card, 'approved')
    if (!isHeldBack || !isOffered) return null
    const { lines, reveal } = disclosure
    return { type: 'button', id: `${id}held`, onClick: reveal, children: words.showFirst(lines) }
  },
)

function useDecisionButton(decision: Decision, { onClick }: DecisionButtonProps): PartContent | null {
  const { card, viewer, lock, memory, draft, setDraft, group, siblings, id, isNoting } = useIntervention()
  const press = useGuardedPress(decision)
  const words = useDecisionWords()
  const { announcer } = useGatewayContext()
  const { toolCallId, revision, status } = card
  if (status !== 'pending' || viewer?.mayDecide === false || !offers(card, decision)) return null
  if (isTooEarly(group)) return null

  const described = [
    press.isHeld && `${id}held`,
    press.answerId,
    memory?.status === 'failed' && `${id}error`,
    siblings && `${id}siblings`,
  ].filter(Boolean)
  const own = decision === 'approved' ? words.verb(card.tool) : undefined
  const isWithNote = decision === 'rejected_continue' && isNoting
  const label = own ?? (isWithNote ? words.rejectWithNote : words.decisions[decision])
  const isThisOne = findCall(lock?.decisions, toolCallId)?.decision === decision

  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event)
    const counts = press.accepts(event)
    if (event.defaultPrevented || lock) return
    const reason = card.reason === 'none' ? '' : draft.reason.trim()
    if (decision !== 'approved' && card.reason === 'required' && !reason) {
      setDraft({ rejecting: decision })
      return askForReason(event.currentTarget)
    }
    if (!counts) return
    const made: DecisionRequest =
      decision === 'approved' || !reason
        ? { toolCallId, revision, decision }
        : { toolCallId, revision, decision, reason }
    press.decide(made, event)
  }

  // Without a box, at least say that a reason is needed.
  function askForReason(button: HTMLElement): void {
    const page = button.getRootNode() as Document | ShadowRoot
    setTimeout(() => {
      if (page.getElementById(`${id}reason`)) return
      warnOnce('IB008')
      announcer.say(words.reasonMissing)
    })
  }

  return {
    type: 'button',
    // Never `disabled`: focus would be lost.
    'aria-disabled': lock || press.isHeld ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-pressed': isKept(group) ? group.choice?.decision === decision : undefined,
    // It says what it does; what describes it would take the place of that.
    title: decision === 'approved' ? undefined : words.rejecting[decision](words.assistant),
    // As wide as the wider of both labels, so that nothing moves.
    'data-other': isThisOne ? label : words.deciding[decision],
    children: isThisOne ? words.deciding[decision] : label,
    state: { status, busy: isThisOne, armed: press.isArmed },
    watch: press.watch,
    after: press.answer,
    fixed: { onClick: handleClick },
  }
}
