'use client'
import { forwardRef } from 'react'
import { Part, type PartProps } from '../internal/Part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Notice`. */
export interface NoticeProps extends PartProps, Omit<React.ComponentProps<'p'>, 'className' | 'ref'> {}

/** What to know before deciding: the call changed while one looked, or one may not decide it. Renders a `<p>`, or nothing. */
export const Notice: React.ForwardRefExoticComponent<
  NoticeProps & React.RefAttributes<HTMLParagraphElement>
> = forwardRef(function Notice({ children, ...props }, ref) {
  const { view, hasChanged } = useIntervention()
  const words = useMessages()
  if (view.card.status !== 'pending') return null
  const text = view.mayDecide ? (hasChanged ? words.changed : null) : words.noPermission(view.whyNot)
  if (text === null) return null
  const state = { status: view.mayDecide ? 'changed' : 'no_permission' }
  return (
    <Part partName="notice" as="p" state={state} {...props} ref={ref}>
      {children ?? text}
    </Part>
  )
})
