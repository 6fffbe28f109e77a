'use client'
import type { BarView } from '../hooks/useBarView.ts'
import { useMessages } from './useMessages.ts'

/** How far what is shown can be trusted, when it cannot be trusted to be live. Renders a `<div>`, or nothing. */
export function ConnectionNotice({
  connection,
  failure,
  reread,
}: Pick<BarView, 'connection' | 'failure' | 'reread'>): React.ReactElement | null {
  const words = useMessages()
  if (!failure && connection === 'live') return null
  return (
    <div data-part="connection" data-status={failure?.code ?? connection}>
      <p>
        {failure ? words.conversationFailure(failure) : connection !== 'live' && words.connection[connection]}
      </p>
      {(failure || connection === 'stopped') && (
        <button type="button" data-part="reread" onClick={reread}>
          {words.reread}
        </button>
      )}
    </div>
  )
}
