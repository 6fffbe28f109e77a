'use client'
import { usePress } from '../hooks/usePress.ts'
import { definePart, type PartComponent, type PropsOf } from '../internal/definePart.tsx'
import { findCall } from '../model/conversation.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'
import { visibleFailure } from './visibleFailure.ts'

/** Props of `Intervention.Error`. */
export type ErrorMessageProps = PropsOf<'div'>

/**
 * Why the last decision failed: what happened, whether it ran, what to do next, with **Try again**, which goes the same
 * way under the same request id. Stays until it is resolved. Renders a `<div>`, or nothing.
 */
export const ErrorMessage: PartComponent<ErrorMessageProps, 'div'> = definePart('div', 'error', () => {
  const { conversationId, card, lock, record, id, onDecide, onResumed } = useIntervention()
  const words = useMessages()
  const press = usePress(conversationId)
  if (card.status !== 'pending' || record?.status !== 'failed') return null
  const made = findCall(record.request.decisions, card.toolCallId)
  if (!made) return null
  const children = (
    <>
      <p>{words.failure(visibleFailure(record.failure), made.decision)}</p>
      {made.revision === card.revision && (
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
      )}
    </>
  )
  return { id: `${id}error`, state: { status: record.failure.code }, children }
})
