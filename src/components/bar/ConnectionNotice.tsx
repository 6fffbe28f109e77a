'use client'
import { useEffect } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { BarView } from '../../hooks/useBarView.ts'
import { useMessages } from '../useMessages.ts'

/** How far what is shown can be trusted, when it cannot be trusted to be live. Renders a `<div>`, or nothing. */
export function ConnectionNotice({
  connection,
  failure,
  reread,
}: Pick<BarView, 'connection' | 'failure' | 'reread'>): React.ReactElement | null {
  const words = useMessages()
  const { say } = useGatewayContext().announcer
  const text = failure
    ? words.conversationFailure(failure)
    : connection === 'live'
      ? undefined
      : words.connection[connection]
  useEffect(() => {
    if (text) say(text)
  }, [say, text])
  if (!text) return null
  return (
    <div data-part="connection" data-status={failure?.code ?? connection}>
      <p>{text}</p>
      {(failure || connection === 'stopped') && (
        <button type="button" data-part="reread" onClick={reread}>
          {words.reread}
        </button>
      )}
    </div>
  )
}
