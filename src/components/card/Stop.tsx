'use client'
import type { OperationId } from '../../model/ids.ts'
import { useAddress } from '../../hooks/GatewayContext.ts'
import { useStopRequest } from '../../hooks/useStopAndExtend.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useGuardedPress } from '../guard/useGuardedPress.tsx'
import { useMessages } from '../words.ts'

export type StopProps = PropsOf<'div'>

/**
 * Ends the run without a decision, if the backend can and does not offer _Reject and stop_ (rule S8 of the page Rules). Waiting calls
 * are withdrawn. Renders a `<div>` with a button and the failure, or nothing.
 */
export const Stop: PartComponent<StopProps, 'div'> = definePart('div', 'stop', () => {
  const { card, viewer, scope, group, isConfirming } = useIntervention()
  const { gateway } = useAddress(scope.conversationId)
  const { operationId } = group
  const isOffered = card.status === 'pending' && viewer?.mayDecide !== false && gateway.stop
  if (isConfirming || !isOffered || operationId === undefined || card.decisions.includes('rejected'))
    return null
  return { children: <StopRun operationId={operationId} /> }
})

function StopRun({ operationId }: { readonly operationId: OperationId }): React.ReactElement {
  const { scope, lock, id } = useIntervention()
  const { send, isPending, error } = useStopRequest(scope.conversationId)
  const { watch, isArmed, accepts, answer, answerId } = useGuardedPress(undefined)
  const words = useMessages()
  const isDisabled = isPending || lock !== undefined
  return (
    <>
      <button
        type="button"
        data-part="stop_run"
        ref={watch}
        aria-disabled={isDisabled || undefined}
        aria-describedby={error ? `${id}stop` : answerId}
        data-busy={isPending ? '' : undefined}
        data-armed={isArmed && !isPending ? '' : undefined}
        onClick={(event) => {
          if (accepts(event) && !isDisabled) send({ operationId })
        }}
      >
        {isPending ? words.stopping : words.stop}
      </button>
      {answer}
      {error && !isPending && (
        <p id={`${id}stop`} role="alert" data-part="stop_failed">
          {words.stopFailed[error.applied]}
        </p>
      )}
    </>
  )
}
