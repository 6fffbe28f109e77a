'use client'
import { forwardRef, useEffect, useRef } from 'react'
import { Part, type PartProps } from '../internal/Part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Reason`. */
export interface ReasonProps extends PartProps, Omit<React.ComponentProps<'div'>, 'className' | 'ref'> {}

/**
 * The words of a rejection. Where they are optional the box is there from the start and one press sends; where they
 * are required the first press of a rejection opens it. Survives a failure and an unmount. Renders a `<div>`.
 */
export const Reason: React.ForwardRefExoticComponent<ReasonProps & React.RefAttributes<HTMLDivElement>> =
  forwardRef(function Reason({ children, ...props }, ref) {
    const { view, ids } = useIntervention()
    const { card, draft, setDraft, lock, mayDecide } = view
    const { reason: words } = useMessages()
    const box = useRef<HTMLTextAreaElement>(null)
    const required = card.reason === 'required'
    const asked = required && draft.rejecting !== null
    useEffect(() => {
      if (asked) box.current?.focus()
    }, [asked])

    const rejects = card.decisions.some((decision) => decision !== 'approved')
    const isOpen = required ? asked : card.reason === 'optional'
    if (card.status !== 'pending' || !mayDecide || !rejects || !isOpen) return null
    const isMissing = asked && draft.reason.trim() === ''
    const content = (
      <>
        <label htmlFor={ids.reason}>{required ? words.required : words.optional}</label>
        <textarea
          ref={box}
          id={ids.reason}
          rows={1}
          dir="auto"
          value={draft.reason}
          readOnly={lock !== undefined}
          aria-required={required || undefined}
          aria-describedby={isMissing ? `${ids.reason}missing` : undefined}
          onChange={(event) => setDraft({ reason: event.target.value })}
        />
        {isMissing ? (
          <p id={`${ids.reason}missing`} data-part="hint">
            {words.missing}
          </p>
        ) : null}
      </>
    )
    return (
      <Part partName="reason" as="div" {...props} ref={ref}>
        {children ?? content}
      </Part>
    )
  })
