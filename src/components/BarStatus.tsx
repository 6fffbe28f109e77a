'use client'
import type { BarView } from '../hooks/useBarView.ts'
import { useMessages } from './useMessages.ts'

/** What the agent does, and how far what is shown can be trusted. Renders up to two elements. */
export function BarStatus({ view }: { readonly view: BarView }): React.ReactElement {
  const words = useMessages()
  const { stage, connection, failure, reread } = view
  const text = failure
    ? words.conversationFailure(failure)
    : connection !== 'live' && words.connection[connection]
  return (
    <>
      {stage && (
        <p data-part="busy" data-status={stage}>
          <span data-part="spinner" aria-hidden="true" />
          {words.busy[stage]}
        </p>
      )}
      {text && (
        <div data-part="connection" data-status={failure?.code ?? connection}>
          <p>{text}</p>
          {(failure || connection === 'stopped') && (
            <button type="button" data-part="reread" onClick={reread}>
              {words.reread}
            </button>
          )}
        </div>
      )}
    </>
  )
}
