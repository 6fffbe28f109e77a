'use client'
import { questionOf, type Tool } from '../../model/intervention.ts'
import { type KeyboardEvent, type MouseEvent, useContext, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { DecisionRequest, Rejection } from '../../model/decision.ts'
import type { EditDraft } from '../../model/editDraft.ts'
import { warnOnce } from '../../model/developerErrors.ts'
import { withHidden } from '../../model/maskedCall.ts'
import { type GuardedPress, useGuardedPress } from '../guard/useGuardedPress.tsx'
import { WarningIcon } from '../icons.tsx'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useDecisionWords } from '../words.ts'
import { approvalOf, Confirm, inNoForm } from './Confirm.tsx'
import { type InterventionScopeProps, RowContext, useIntervention } from './InterventionContext.ts'
import { scopedPart } from './scopedPart.tsx'
import { useDecisionPart } from './useDecisionPart.ts'

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
  const { card, lock, draft, setDraft, id, isNoting, edit, ...around } = useIntervention()
  const host = useGatewayContext()
  const isInRow = useContext(RowContext)
  const words = useDecisionWords()
  const part = useDecisionPart(decision, press)
  if (!part || (edit && decision !== 'approved')) return null
  const { toolCallId, revision } = card

  const isApproval = decision === 'approved'
  const granted =
    isApproval && around.remember ? words.approveAnd(around.remember, edit?.edits ?? 0) : undefined
  const reason = card.reason === 'none' ? '' : draft.reason.trim()
  const made: DecisionRequest | null = isApproval
    ? approvalOf(card, edit, around.remember, draft.reason)
    : { toolCallId, revision, decision, ...(reason ? { reason } : {}) }
  const own = isApproval && card.tool ? words.verb(card.tool) : undefined
  const isWithNote = decision === 'rejected_continue' && isNoting
  const edited = edit && edit.edits > 0 ? words.approveEdited(edit.edits) : undefined
  const isDeclining = decision === 'rejected_continue' && questionOf(card) !== undefined
  const common = isDeclining ? words.decline : words.decisions[decision]
  const label = granted ?? edited ?? own ?? (isWithNote ? words.rejectWithNote : common)
  const isLeftOut = around.isConfirming && !confirmFirst
  // In a row made by the host it stays where the host put it.
  if (isLeftOut && isInRow) return null
  const needsConfirming =
    card.tool !== null && (around.scope.confirm ?? host.confirm ?? mayDestroy)(card.tool)
  const isConfirmed = confirmFirst !== undefined && needsConfirming

  function handleClick(event: MouseEvent<HTMLButtonElement>, isAgain: boolean): void {
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
    if (isConfirmed && !isAgain) return confirmFirst(event.currentTarget)
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

  const content = part({
    made,
    isConfirmed,
    isInvalid: edit !== null && edit.problems.length > 0,
    label: (isAgain) => {
      const text = isAgain ? words.tryAgain : label
      return isConfirmed ? (
        <>
          <WarningIcon /> {text}
        </>
      ) : (
        text
      )
    },
    sending: isDeclining ? words.declining : words.deciding[decision],
    hint: isApproval ? '' : (isDeclining ? words.declineHint : words.rejecting[decision])(words.assistant),
    describedBy: [granted && `${id}grant`, isApproval && isNoting && `${id}hint`],
    onClick: handleClick,
  })
  if (!isLeftOut) return content
  return { ...content, fixed: { ...content.fixed, style: { ...style, visibility: 'hidden' } } }
}

function mayDestroy({ annotations }: Tool): boolean {
  return annotations?.destructiveHint === true
}
