'use client'
import { forwardRef } from 'react'
import { Part, type PartProps } from '../internal/Part.tsx'
import { visibleText } from '../internal/visibleText.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Why`. */
export interface WhyProps extends PartProps, Omit<React.ComponentProps<'p'>, 'className' | 'ref'> {}

/** The agent's own words, said to be the agent's. Renders a `<p>`, or nothing. */
export const Why: React.ForwardRefExoticComponent<WhyProps & React.RefAttributes<HTMLParagraphElement>> =
  forwardRef(function Why({ children, ...props }, ref) {
    const { why } = useIntervention().view.card
    const words = useMessages()
    if (why === undefined) return null
    return (
      <Part partName="why" as="p" {...props} ref={ref}>
        {children ?? (
          <>
            <span data-part="why_label">{words.why}</span> <bdi>{visibleText(why)}</bdi>
          </>
        )}
      </Part>
    )
  })
