'use client'
// Longer than 250 lines: the three buttons share one hook, and their docblocks have an example each.
import { offers, questionOf, type Tool } from '../../model/intervention.ts'
import { type KeyboardEvent, type MouseEvent, useContext, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { hasFailed, isKept, isTooEarly } from '../../hooks/cardView.ts'
import { findCall } from '../../model/conversation.ts'
import type { DecisionRequest, Rejection } from '../../model/decision.ts'
import type { EditDraft } from '../../model/editDraft.ts'
import { warnOnce } from '../../model/developerErrors.ts'
import { withHidden } from '../../model/maskedCall.ts'
import { type GuardedPress, useGuardedPress } from '../guard/useGuardedPress.tsx'
import { Icon } from '../icons.tsx'
import { ChordsContext, chordsFor } from '../keys/useChords.ts'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useDecisionWords } from '../words.ts'
import { approvalOf, Confirm, inNoForm } from './Confirm.tsx'
import { type InterventionScopeProps, RowContext, useIntervention } from './InterventionContext.ts'
import { scopedPart } from './scopedPart.tsx'

/** Props of the three decision buttons. Inside of an `Intervention.Root` they are about its call. */
export interface DecisionButtonProps extends Partial<InterventionScopeProps>, PropsOf<'button'> {}

// Without what lets them stand alone, for the kit's own row of decisions.
export const Approving: PartComponent<DecisionButtonProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'approve',
  useApproval,
)
export const Rejecting: PartComponent<DecisionButtonProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'reject',
  (given: DecisionButtonProps) => useDecisionButton('rejected', useGuardedPress('rejected', true), given),
)
export const RejectingOn: PartComponent<DecisionButtonProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'reject_continue',
  (given: DecisionButtonProps) =>
    useDecisionButton('rejected_continue', useGuardedPress('rejected_continue', true), given),
)

/**
 * Approves the call: the tool runs. If the tool may destroy something, a first press opens a second step. Renders a
 * `<button>` if the call offers this.
 *
 * @example
 * <ApproveButton conversationId={id} toolCallId={toolCallId} />
 */
export const ApproveButton: PartComponent<DecisionButtonProps, 'button'> =
  /* @__PURE__ */ scopedPart(Approving)

/**
 * Rejects the call and stops the run. Renders a `<button>` if the call offers this.
 *
 * @example
 * <RejectButton conversationId={id} toolCallId={toolCallId} />
 */
export const RejectButton: PartComponent<DecisionButtonProps, 'button'> =
  /* @__PURE__ */ scopedPart(Rejecting)

/**
 * Rejects the call in one request. The agent is told the reason and continues. Renders a `<button>` if the call
 * offers this.
 *
 * @example
 * <RejectContinueButton conversationId={id} toolCallId={toolCallId} />
 */
export const RejectContinueButton: PartComponent<DecisionButtonProps, 'button'> =
  /* @__PURE__ */ scopedPart(RejectingOn)

function useApproval(given: DecisionButtonProps): PartContent | null {
  const { isConfirming, setConfirming, lock, id } = useIntervention()
  const isInRow = useContext(RowContext)
  const words = useDecisionWords()
  const [box, setBox] = useState<React.CSSProperties>()
  const press = useGuardedPress('approved', true)
  const content = useDecisionButton('approved', press, given, (pressed) => {
    const { width, height } = pressed.getBoundingClientRect()
    // Cancel takes exactly the place of Approve.
    setBox(width > 0 ? { boxSizing: 'border-box', flex: 'none', inlineSize: width, blockSize: height } : {})
    setConfirming(true)
  })
  useSteadyFocus(isConfirming, press.button)
  if (!content || !isConfirming) return content

  function cancel({ detail, currentTarget }: MouseEvent): void {
    // The second of two clicks that opened it.
    if (detail > 1 || lock) return
    setConfirming(false)
    ;(currentTarget as HTMLElement).focus({ preventScroll: true })
  }

  return {
    part: 'confirm_cancel',
    ...inNoForm,
    'aria-disabled': lock ? true : undefined,
    'aria-describedby': `${id}confirm_text`,
    watch: content.watch,
    after: !isInRow && <Confirm button={press.button} />,
    fixed: {
      children: words.cancel,
      onClick: cancel,
      onKeyDown: (event: KeyboardEvent) => {
        // The key may still be held from the press that opened this step.
        if (event.repeat) event.preventDefault()
        if (event.key !== 'Escape' || lock) return
        event.preventDefault()
        event.stopPropagation()
        setConfirming(false)
      },
      style: { ...given.style, ...box },
    },
  }
}

// Focus stays on the button from one step to the next.
function useSteadyFocus(isConfirming: boolean, button: React.RefObject<HTMLElement | null>): void {
  const wasConfirming = useRef(isConfirming)
  useLayoutEffect(() => {
    if (wasConfirming.current === isConfirming) return
    wasConfirming.current = isConfirming
    const isLost = document.activeElement === document.body
    if (isConfirming || isLost) button.current?.focus({ preventScroll: true })
  }, [isConfirming, button])
}

function useDecisionButton(
  decision: 'approved' | Rejection,
  press: GuardedPress,
  { onClick, style }: DecisionButtonProps,
  confirmFirst?: (button: HTMLElement) => void,
): PartContent | null {
  const view = useIntervention()
  const { card, viewer, lock, memory, draft, setDraft, group, siblings, id, isNoting, edit, ...around } = view
  const host = useGatewayContext()
  const isInRow = useContext(RowContext)
  const words = useDecisionWords()
  const { aria, tip } = chordsFor(view, decision, useContext(ChordsContext), words)
  const { toolCallId, revision, status } = card
  if (status !== 'pending' || viewer?.mayDecide === false || !offers(card, decision)) return null
  if (isTooEarly(group) || (edit && decision !== 'approved')) return null

  const granted =
    decision === 'approved' && around.remember
      ? words.approveAnd(around.remember, edit?.edits ?? 0)
      : undefined
  const described = [
    press.isHeld && `${id}held`,
    press.answerId,
    memory?.status === 'failed' && `${id}error`,
    siblings && `${id}siblings`,
    granted && `${id}grant`,
    decision === 'approved' && isNoting && `${id}hint`,
  ].filter(Boolean)
  const reason = card.reason === 'none' ? '' : draft.reason.trim()
  const made: DecisionRequest | null =
    decision === 'approved'
      ? approvalOf(card, edit, around.remember, draft.reason)
      : { toolCallId, revision, decision, ...(reason ? { reason } : {}) }
  // There is one way on: the button of the decision that failed, as long as it would send the same.
  const isAgain = made !== null && hasFailed(memory, made) && !edit?.problems.length
  const own = decision === 'approved' && card.tool ? words.verb(card.tool) : undefined
  const isWithNote = decision === 'rejected_continue' && isNoting
  const edited = edit && edit.edits > 0 ? words.approveEdited(edit.edits) : undefined
  const isDeclining = decision === 'rejected_continue' && questionOf(card) !== undefined
  const common = isDeclining ? words.decline : words.decisions[decision]
  const label = isAgain
    ? words.tryAgain
    : (granted ?? edited ?? own ?? (isWithNote ? words.rejectWithNote : common))
  const hint = isDeclining || decision === 'approved' ? words.declineHint : words.rejecting[decision]
  const isLeftOut = around.isConfirming && !confirmFirst
  // In a row made by the host it stays where the host put it.
  if (isLeftOut && isInRow) return null
  const needsConfirming =
    card.tool !== null && (around.scope.confirm ?? host.confirm ?? mayDestroy)(card.tool)
  const isThisOne = findCall(lock?.decisions, toolCallId)?.decision === decision

  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event)
    const counts = press.accepts(event)
    if (event.defaultPrevented || lock) return
    if (decision !== 'approved' && card.reason === 'required' && !reason) {
      setDraft({ rejecting: decision })
      return askForReason(event.currentTarget)
    }
    if (!counts) return
    const refusal = edit && refusalOfEdit(edit)
    if (refusal) return refuse(refusal, event.currentTarget)
    if (confirmFirst && needsConfirming && !isAgain) return confirmFirst(event.currentTarget)
    if (made) press.decide(made, event)
  }

  // Invalid text is never replaced by an earlier valid one.
  function refusalOfEdit({ revision: seen, text, problems: [problem] }: EditDraft): string | undefined {
    if (seen !== revision) return words.editChanged
    if (withHidden(text, card) === null) return words.editRefused(words.hiddenLost)
    return problem && words.editRefused(problem.text)
  }

  function refuse(refusal: string, button: HTMLElement): void {
    host.announcer.say(refusal)
    const page = button.getRootNode() as Document | ShadowRoot
    page.getElementById(`${id}editing`)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  // Without a box, at least say that a reason is needed.
  function askForReason(button: HTMLElement): void {
    const page = button.getRootNode() as Document | ShadowRoot
    setTimeout(() => {
      if (page.getElementById(`${id}reason`)) return
      warnOnce('IB008')
      host.announcer.say(words.reasonMissing)
    })
  }

  return {
    ...inNoForm,
    // Never `disabled`: focus would be lost.
    'aria-disabled': lock || press.isHeld ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-pressed': isKept(group) ? group.choice?.decision === decision : undefined,
    // The title says what the button does; a description would replace it.
    title: tip(decision === 'approved' ? '' : hint(words.assistant)),
    'aria-keyshortcuts': aria,
    children: isThisOne ? (
      isDeclining ? (
        words.declining
      ) : (
        words.deciding[decision]
      )
    ) : confirmFirst && needsConfirming ? (
      <>
        <Icon of="warning" /> {label}
      </>
    ) : (
      label
    ),
    state: { status, busy: isThisOne, armed: press.isArmed },
    watch: press.watch,
    after: press.answer,
    // For people who press it without seeing it.
    'data-confirms': confirmFirst && needsConfirming && !isAgain ? '' : undefined,
    'data-again': isAgain && !isThisOne ? '' : undefined,
    fixed: { onClick: handleClick, ...(isLeftOut && { style: { ...style, visibility: 'hidden' } }) },
  }
}

function mayDestroy({ annotations }: Tool): boolean {
  return annotations?.destructiveHint === true
}
