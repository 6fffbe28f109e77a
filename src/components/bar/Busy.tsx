'use client'
import { useAddress, useGatewayContext } from '../../hooks/GatewayContext.ts'
import { useStopRequest } from '../../hooks/useStopAndExtend.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import { isRunning } from '../../model/operation.ts'
import { cutText } from '../../model/visibleText.ts'
import { webAddress } from '../../model/webAddress.ts'
import { Icon } from '../icons.tsx'
import type { PartComponent } from '../part.tsx'
import { useMessages } from '../words.ts'
import { alone, defineStrip, type StripProps, type StripView } from './strip.tsx'

// A sentence or two: those of the kit's route say whether something may have run.
const longestError = 200

export const BusyStrip: PartComponent<StripView, 'div'> = /* @__PURE__ */ defineStrip(
  'busy',
  ({ conversationId, view: { stage, awaited, operations, mayDecide, runError } }) => {
    const words = useMessages()
    const { mayOpen } = useGatewayContext()
    const { gateway } = useAddress(conversationId)
    if (runError) {
      const children = (
        <>
          <Icon of="warning" />
          <p>
            {words.ended.error(words.assistant)} <bdi>{cutText(runError.message, longestError)}</bdi>
          </p>
        </>
      )
      return { state: { status: 'error' }, children }
    }
    if (stage === null) return null
    const address = awaited === null ? null : webAddress(awaited, mayOpen)
    const again = address && (
      <a
        data-part="open_again"
        href={address.href}
        target="_blank"
        rel="noopener noreferrer"
        // It appears in the place of the link that opened it, so the second of two clicks on that one is not meant for it.
        onClick={(event) => event.detail > 1 && event.preventDefault()}
      >
        {words.openAgain}
      </a>
    )
    const text = address ? words.waitingFor(address.host) : words.busy[stage](words.assistant)
    const last = stage === 'running' ? operations.findLast((one) => isRunning(one)) : undefined
    return {
      state: { status: stage },
      children: (
        <>
          <span data-part="spinner" aria-hidden="true" />
          {last && mayDecide && gateway.stop ? (
            <Stoppable conversationId={conversationId} operationId={last.id} again={again}>
              {text}
            </Stoppable>
          ) : (
            <>
              <p>{text}</p>
              {again}
            </>
          )}
        </>
      ),
    }
  },
)

/**
 * Says that a run works or a decision is on its way, and stops the run; and that the run after a decision ended with an
 * error. A bar has it. Renders a `<div>`, or nothing.
 */
export const Busy: PartComponent<StripProps, 'div'> = /* @__PURE__ */ alone(BusyStrip)

function Stoppable({
  conversationId,
  operationId,
  again,
  children,
}: {
  readonly conversationId: ConversationId
  readonly operationId: OperationId
  readonly again: React.ReactNode
  readonly children: string
}): React.ReactElement {
  const words = useMessages()
  const { send, isPending, error } = useStopRequest(conversationId)
  return (
    <>
      {error && !isPending ? <p role="alert">{words.stopFailed[error.applied]}</p> : <p>{children}</p>}
      {again}
      <button
        type="button"
        data-part="stop_run"
        aria-disabled={isPending || undefined}
        data-busy={isPending ? '' : undefined}
        // It appears in the place of a button, so the second of two clicks on that one is not meant for it.
        onClick={({ detail }) => detail <= 1 && send({ operationId })}
      >
        {isPending ? words.stopping : words.stop}
      </button>
    </>
  )
}
