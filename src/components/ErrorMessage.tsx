'use client'
import { forwardRef } from 'react'
import { usePress } from '../hooks/usePress.ts'
import { Part, type PartProps } from '../internal/Part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Error`. */
export interface ErrorMessageProps
  extends PartProps, Omit<React.ComponentProps<'div'>, 'className' | 'ref'> {}

/**
 * Why the last decision failed: what happened, whether it ran, what to do next, with **Try again**, which goes the same
 * way under the same request id. Stays until it is resolved. Renders a `<div>`, or nothing.
 */
export const ErrorMessage: React.ForwardRefExoticComponent<
  ErrorMessageProps & React.RefAttributes<HTMLDivElement>
> = forwardRef(function ErrorMessage({ children, ...props }, ref) {
  const { conversationId, view, hasChanged, ids, onDecide, onResumed } = useIntervention()
  const { card, lock, record } = view
  const words = useMessages()
  const press = usePress(conversationId)
  const made =
    record?.status === 'failed' && record.request.decisions.find((one) => one.toolCallId === card.toolCallId)
  if (card.status !== 'pending' || !made || record.status !== 'failed') return null
  const canRetry = !hasChanged && made.revision === card.revision
  const content = (
    <>
      <p>{words.failure(record.failure, made.decision)}</p>
      {canRetry ? (
        <button
          type="button"
          data-part="try_again"
          aria-disabled={lock ? true : undefined}
          onClick={(event) => {
            if (!lock) press(made, { source: 'press', event: event.nativeEvent, onDecide, onResumed })
          }}
        >
          {words.tryAgain}
        </button>
      ) : null}
    </>
  )
  return (
    <Part
      partName="error"
      as="div"
      id={ids.error}
      state={{ status: record.failure.code }}
      {...props}
      ref={ref}
    >
      {children ?? content}
    </Part>
  )
})
