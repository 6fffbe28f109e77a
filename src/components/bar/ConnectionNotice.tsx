'use client'
import type { BarView } from '../../hooks/useBarView.ts'
import type { ConversationId } from '../../model/ids.ts'
import { useMessages } from '../words.ts'
import { useSpokenState } from '../voice/useVoice.ts'

export function ConnectionNotice({
  conversationId,
  connection,
  failure,
  reread,
}: Pick<BarView, 'connection' | 'failure' | 'reread'> & {
  readonly conversationId: ConversationId
}): React.ReactElement | null {
  const words = useMessages()
  const text = failure
    ? words.conversationFailure(failure)
    : connection === 'live'
      ? undefined
      : words.connection[connection]
  useSpokenState(conversationId, text)
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

export function UnreadableNotice({
  conversationId,
  unreadable,
}: Pick<BarView, 'unreadable'> & { readonly conversationId: ConversationId }): React.ReactElement | null {
  const words = useMessages()
  const text = unreadable > 0 ? words.unreadable(unreadable) : undefined
  useSpokenState(conversationId, text)
  return text === undefined ? null : <p data-part="unreadable">{text}</p>
}
