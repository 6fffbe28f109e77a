'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { findCall } from '../../model/conversation.ts'
import { useIntervention } from './InterventionContext.ts'
import { useGuardedPress } from '../guard/useGuardedPress.ts'
import { useMessages } from '../useMessages.ts'
import { visibleFailure } from './visibleFailure.ts'

/** Props of `Intervention.Error`. */
export type ErrorMessageProps = PropsOf<'div'>

/**
 * Why the last decision failed: what happened, whether it ran, what to do next, with **Try again**, which goes the same
 * way under the same request id. Stays until it is resolved. Renders a `<div>`, or nothing.
 */
export const ErrorMessage: PartComponent<ErrorMessageProps, 'div'> = definePart('div', 'error', () => {
  const { card, lock, record, id } = useIntervention()
  const words = useMessages()
  const failed = card.status === 'pending' && record?.status === 'failed' ? record : undefined
  const made = findCall(failed?.request.decisions, card.toolCallId)
  const press = useGuardedPress(made?.decision)
  if (!failed || !made) return null
  const children = (
    <>
      <p>{words.failure(visibleFailure(failed.failure), made.decision)}</p>
      {made.revision === card.revision && (
        <button
          type="button"
          data-part="try_again"
          ref={press.watch}
          aria-disabled={lock || press.isHeld ? true : undefined}
          aria-describedby={press.isHeld ? `${id}held` : undefined}
          data-armed={press.isArmed ? '' : undefined}
          onClick={(event) => {
            if (press.accepts(event)) press.decide(made, event)
          }}
        >
          {words.tryAgain}
        </button>
      )}
    </>
  )
  return { id: `${id}error`, state: { status: failed.failure.code }, children }
})
