'use client'
import { forwardRef } from 'react'
import { Part, type PartProps } from '../internal/Part.tsx'
import { visibleText } from '../internal/visibleText.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Question`. */
export interface QuestionProps extends PartProps, Omit<React.ComponentProps<'h3'>, 'className' | 'ref'> {}

/**
 * Who wants to do what: names the card. Takes focus when the card before it is settled, and never by itself on
 * arrival. Renders an `<h3>`.
 */
export const Question: React.ForwardRefExoticComponent<
  QuestionProps & React.RefAttributes<HTMLHeadingElement>
> = forwardRef(function Question({ children, ...props }, ref) {
  const { view, ids } = useIntervention()
  const { question, source } = useMessages()
  const { name, title, server } = view.card.tool
  return (
    <Part partName="question" as="h3" id={ids.question} tabIndex={-1} {...props} ref={ref}>
      {children ?? (
        <>
          {question.before}
          <bdi data-part="tool">{visibleText(title ?? name)}</bdi>
          {question.after}
          {title === undefined && server === undefined ? null : (
            <span data-part="source">
              {title === undefined ? null : <code>{visibleText(name)}</code>}
              {server === undefined ? null : ` ${source(visibleText(server))}`}
            </span>
          )}
        </>
      )}
    </Part>
  )
})
