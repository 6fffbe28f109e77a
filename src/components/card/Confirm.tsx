'use client'
import { useEffect, useRef } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { isKept } from '../../hooks/cardView.ts'
import type { DecisionRequest, RememberScope } from '../../model/decision.ts'
import { type EditDraft, editedText } from '../../model/editDraft.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import { withHidden } from '../../model/maskedCall.ts'
import { ownAnswers } from '../guard/isCovered.ts'
import { useGuardedPress } from '../guard/useGuardedPress.tsx'
import { WarningIcon } from '../icons.tsx'
import { placeAt } from '../placement.ts'
import { callName, useDecisionWords } from '../words.ts'
import { useIntervention } from './InterventionContext.ts'

const confirmMs = 30_000

/** Instead of `type="button"`, which Tailwind before 3.4.4 takes the fill from. A button of no form submits none. */
export const inNoForm = { form: '' } as const

// Unedited arguments are not sent: they run as they were asked for. Null: an edit lost a hidden value.
export function approvalOf(
  card: InterventionCall,
  edit: EditDraft | null,
  remember: RememberScope | null,
  note: string,
): DecisionRequest | null {
  const { toolCallId, revision } = card
  const edited = editedText(edit)
  const argsText = edited === undefined ? undefined : withHidden(edited, card)
  if (argsText === null) return null
  return {
    toolCallId,
    revision,
    decision: 'approved',
    ...(argsText === undefined ? {} : { argsText }),
    ...(remember && { remember }),
    ...(card.approvalNote && note.trim() && { note: note.trim() }),
  }
}

/**
 * The second step of a call that may destroy something: one line of what it does, and the button that approves. In the row
 * of the decisions it takes the place of the rejections; at a lone button it lies above that, and moves nothing.
 */
export function Confirm({
  button,
}: {
  /** The button that it lies above; undefined: it is part of a row. */
  readonly button?: React.RefObject<HTMLElement | null>
}): React.ReactElement {
  const { card, draft, lock, group, edit, remember, setConfirming, id } = useIntervention()
  const words = useDecisionWords()
  const { watch, isArmed, accepts, decide, answer, answerId } = useGuardedPress('approved')
  const box = useRef<HTMLDivElement>(null)
  const end = useRef(setConfirming)
  useEffect(() => {
    const close = (): void => end.current(false)
    const onHide = (): void => {
      if (document.hidden) close()
    }
    const timer = setTimeout(close, confirmMs)
    document.addEventListener('visibilitychange', onHide)
    let wasSeen = false
    const seen =
      typeof IntersectionObserver === 'undefined'
        ? null
        : new IntersectionObserver(([entry]) => {
            if (entry?.isIntersecting) wasSeen = true
            else if (wasSeen) close()
          })
    if (box.current) seen?.observe(box.current)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onHide)
      seen?.disconnect()
    }
  }, [])
  useLayoutEffect(() => {
    const panel = box.current
    if (!button || !panel) return
    ownAnswers.add(panel)
    if (panel.showPopover && !panel.matches(':popover-open')) panel.showPopover()
    let frame: number
    function follow(): void {
      if (panel && button?.current) placeAt(panel, button.current.getBoundingClientRect())
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [button])
  function cancel(event: React.KeyboardEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (!lock) setConfirming(false)
  }

  return (
    <div
      ref={box}
      id={`${id}confirm`}
      data-part="confirm"
      role="group"
      aria-labelledby={`${id}confirm_text`}
      popover={button ? 'manual' : undefined}
    >
      <button
        {...inNoForm}
        ref={watch}
        data-part="confirm_approve"
        aria-disabled={lock ? true : undefined}
        aria-describedby={answerId}
        data-armed={isArmed ? '' : undefined}
        data-busy={lock ? '' : undefined}
        onKeyDown={(event) => event.key === 'Escape' && cancel(event)}
        onClick={(event) => {
          const made = approvalOf(card, edit, remember, draft.reason)
          if (!accepts(event) || !made) return
          decide(made, event)
          if (isKept(group)) setConfirming(false)
        }}
      >
        <WarningIcon />
        {lock
          ? words.deciding.approved
          : remember
            ? words.approveAnd(remember, edit?.edits ?? 0)
            : ((card.tool && words.verb(card.tool)) ?? words.approveAnyway)}
      </button>
      {answer}
      <p id={`${id}confirm_text`} data-part="confirm_text">
        {words.confirm(callName(card), remember, card.tool?.annotations?.destructiveHint === true)}
      </p>
    </div>
  )
}
