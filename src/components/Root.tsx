'use client'
import { forwardRef } from 'react'
import { Part, type PartProps } from '../internal/Part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { InterventionScope, type InterventionScopeProps } from './InterventionScope.tsx'

type DivProps = PartProps & Omit<React.ComponentProps<'div'>, 'className' | 'ref'>

/** Props of `Intervention.Root`. */
export interface RootProps extends InterventionScopeProps, DivProps {}

/**
 * One call that waits, or waited. Renders a `<div role="group">` named by its question.
 *
 * @example
 * <Intervention.Root conversationId={id}>
 *   <Intervention.Question />
 *   <Intervention.Arguments />
 *   <Intervention.Error />
 *   <Intervention.Reject /> <Intervention.RejectContinue /> <Intervention.Approve />
 * </Intervention.Root>
 */
export const Root: React.ForwardRefExoticComponent<RootProps & React.RefAttributes<HTMLDivElement>> =
  forwardRef(function Root({ conversationId, toolCallId, onDecide, onResumed, ...props }, ref) {
    const scope = { conversationId, toolCallId, onDecide, onResumed }
    return (
      <InterventionScope {...scope}>
        <Group {...props} ref={ref} />
      </InterventionScope>
    )
  })

const Group: React.ForwardRefExoticComponent<DivProps & React.RefAttributes<HTMLDivElement>> = forwardRef(
  function Group(props, ref) {
    const { view, ids } = useIntervention()
    const state = { status: view.card.status, busy: view.lock !== undefined }
    return (
      <Part
        partName="intervention"
        as="div"
        role="group"
        state={state}
        aria-labelledby={ids.question}
        {...props}
        ref={ref}
      />
    )
  },
)
