'use client'
import { useEffect, useRef } from 'react'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { isTooEarly } from '../../hooks/cardView.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from '../words.ts'

/** Props of `Intervention.Reason`. */
export type ReasonProps = PropsOf<'div'>

/**
 * The box for the reason of a rejection. If the reason is optional, the box is always there and one press sends. If
 * it is required, the first press of a rejection opens the box. Its text survives a failure and an unmount. Renders a
 * `<div>`.
 */
export const Reason: PartComponent<ReasonProps, 'div'> = definePart('div', 'reason', () => {
  const { card, viewer, draft, setDraft, lock, group, id } = useIntervention()
  const words = useMessages()
  const box = useRef<HTMLTextAreaElement>(null)
  const isRequired = card.reason === 'required'
  const isAsked = isRequired && draft.rejecting !== null
  const wasAsked = useRef(isAsked)
  useEffect(() => {
    // Only by the press that opens it, not if it was open before this card was mounted.
    if (isAsked && !wasAsked.current) box.current?.focus()
    wasAsked.current = isAsked
  }, [isAsked])

  const isOpen = isAsked || card.reason === 'optional'
  const rejects = card.decisions.some((decision) => decision !== 'approved')
  if (card.status !== 'pending' || viewer?.mayDecide === false || isTooEarly(group) || !rejects || !isOpen)
    return null
  const missingId = isAsked && !draft.reason.trim() ? `${id}missing` : undefined
  const children = (
    <>
      <label htmlFor={`${id}reason`}>{words.reason[isRequired ? 'required' : 'optional']}</label>
      <textarea
        ref={box}
        id={`${id}reason`}
        rows={1}
        dir="auto"
        value={draft.reason}
        readOnly={lock !== undefined}
        aria-required={isRequired}
        aria-describedby={missingId}
        onChange={(event) => setDraft({ reason: event.target.value, choice: null })}
      />
      {missingId && (
        <p id={missingId} data-part="hint">
          {words.reasonMissing}
        </p>
      )}
    </>
  )
  return { children }
})
