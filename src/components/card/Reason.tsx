'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isTooEarly } from '../../hooks/cardView.ts'
import { offers, questionOf } from '../../model/intervention.ts'
import { Icon } from '../icons.tsx'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Reason`. */
export type ReasonProps = PropsOf<'div'>

/**
 * The entry for a note to the agent, and after a press of it the box for the note. If a reason is required, the first press
 * of a rejection opens the box. Its text survives a failure and an unmount. Renders a `<div>`.
 */
export const Reason: PartComponent<ReasonProps, 'div'> = /* @__PURE__ */ definePart(
  'div',
  'reason',
  useReason,
)

// Above the keyboard of a phone, the button that sends the note is in view with its field.
function focusField(field: HTMLTextAreaElement | null): void {
  field?.focus()
  const bar = field?.closest('[data-part="bar"]')
  const send = bar?.querySelector('[data-part="reject_continue"], [data-part="reject"]:last-child')
  if (!bar || !send) return
  const below = send.getBoundingClientRect().bottom + 8 - bar.getBoundingClientRect().bottom
  if (below > 0) bar.scrollTop += below
}

function useReason(): PartContent | null {
  const { card, viewer, draft, setDraft, lock, group, id, isNoting, isConfirming, edit, focus } =
    useIntervention()
  const words = useMessages()
  const box = useRef<HTMLTextAreaElement>(null)
  const entry = useRef<HTMLButtonElement>(null)
  const wasNoting = useRef(isNoting)
  useEffect(() => {
    // Only by a press here, not if it was open before this card was mounted.
    if (isNoting && !wasNoting.current) focusField(box.current)
    if (!isNoting && wasNoting.current) entry.current?.focus()
    wasNoting.current = isNoting
  }, [isNoting])

  const rejections = (['rejected_continue', 'rejected'] as const).filter(
    (one) => card.reason !== 'none' && !edit && offers(card, one),
  )
  const canApprove = offers(card, 'approved')
  const reader = canApprove ? card.approvalNote : undefined
  // Beside edits, words stay in view: the press that sends those sends these, or says that it does not.
  const isBeside = edit !== null && isNoting && (reader !== undefined || draft.reason !== '')
  if (card.status !== 'pending' || (rejections.length === 0 && !reader && !isBeside)) return null
  if (viewer?.mayDecide === false || isTooEarly(group) || isConfirming || (edit && !isBeside)) return null
  const isAside = questionOf(card) && card.reason !== 'required'
  if (isAside) return null
  const label = rejections.length > 0 ? words.reason(words.assistant) : words.addNote
  if (!isNoting) {
    return {
      children: (
        <button
          ref={entry}
          type="button"
          data-part="reason_open"
          aria-disabled={lock ? true : undefined}
          onClick={() => lock || setDraft({ rejecting: 'entry' })}
        >
          <Icon of="note" />
          {label}…
        </button>
      ),
    }
  }
  const isMissing = card.reason === 'required' && !edit && draft.rejecting !== 'entry' && !draft.reason.trim()

  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    // The written text stays.
    if (draft.reason === '' && !lock) setDraft({ rejecting: null, choice: null })
    else focus.leave()
  }

  const children = (
    <>
      <div data-part="reason_head">
        <label htmlFor={`${id}reason`}>{label}</label>
        <button
          type="button"
          data-part="cancel"
          aria-disabled={lock ? true : undefined}
          onClick={() => lock || setDraft({ rejecting: null, reason: '', choice: null })}
        >
          {words.cancel}
        </button>
      </div>
      <textarea
        ref={box}
        id={`${id}reason`}
        rows={1}
        dir="auto"
        value={draft.reason}
        readOnly={lock !== undefined}
        aria-required={card.reason === 'required' && !edit}
        aria-describedby={`${id}hint`}
        onKeyDown={leave}
        onChange={(event) => setDraft({ reason: event.target.value, choice: null })}
      />
      <p id={`${id}hint`} data-part="hint" data-status={isMissing ? 'missing' : undefined}>
        {isMissing
          ? words.reasonMissing
          : [
              ...rejections.map((one) => words.rejecting[one](words.assistant)),
              canApprove && words.approvalNote[reader ?? 'nobody'](words.assistant),
            ]
              .filter(Boolean)
              .join(' ')}
      </p>
    </>
  )
  return { 'data-open': '', children }
}
