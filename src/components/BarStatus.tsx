'use client'
import { BusyIndicator } from './BusyIndicator.tsx'
import type { BarView } from './useBarView.ts'
import { useMessages } from './useMessages.ts'

/** What the agent does, and how far what is shown can be trusted. Renders `<p>` elements, or nothing. */
export function BarStatus({ view }: { readonly view: BarView }): React.ReactElement {
  const words = useMessages()
  const { stage, since, connection, failure, reread } = view
  const text = failure
    ? words.conversationFailure(failure)
    : connection === 'live'
      ? null
      : words.connection[connection]
  return (
    <>
      {stage !== null && since !== null ? <BusyIndicator stage={stage} since={since} /> : null}
      {text === null ? null : (
        <div data-part="connection" data-status={failure ? failure.code : connection}>
          <p>{text}</p>
          {failure || connection === 'stopped' ? (
            <button type="button" data-part="reread" onClick={reread}>
              {words.reread}
            </button>
          ) : null}
        </div>
      )}
    </>
  )
}
