'use client'
import type { BarView } from '../../hooks/useBarView.ts'
import type { ConversationId } from '../../model/ids.ts'
import { Icon } from '../icons.tsx'
import type { PartComponent } from '../part.tsx'
import { useSpokenState } from '../voice/useVoice.ts'
import { useMessages } from '../words.ts'
import { alone, defineStrip, type StripProps, type StripView } from './strip.tsx'

export const ConnectionStrip: PartComponent<StripView, 'div'> = /* @__PURE__ */ defineStrip(
  'connection',
  ({ conversationId, view: { connection, failure, reread } }) => {
    const words = useMessages()
    const text = failure
      ? words.conversationFailure(failure)
      : connection === 'live'
        ? undefined
        : words.connection[connection]
    useSpokenState(conversationId, text)
    if (!text) return null
    return {
      state: { status: failure?.code ?? connection },
      children: (
        <>
          {failure || connection !== 'connecting' ? (
            <Icon of="warning" />
          ) : (
            <span data-part="spinner" aria-hidden="true" />
          )}
          <p>{text}</p>
          {(failure || connection === 'stopped') && (
            <button type="button" data-part="reread" onClick={reread}>
              {words.reread}
            </button>
          )}
        </>
      ),
    }
  },
)

/** Says that what is shown may be out of date, and reads it again. A bar has it. Renders a `<div>`, or nothing. */
export const Connection: PartComponent<StripProps, 'div'> = /* @__PURE__ */ alone(ConnectionStrip)

export function UnreadableNotice({
  conversationId,
  unreadable,
}: Pick<BarView, 'unreadable'> & { readonly conversationId: ConversationId }): React.ReactElement | null {
  const words = useMessages()
  const waits = unreadable.every((one) => one.waits)
  const text = unreadable.length > 0 ? words.unreadable(unreadable.length, waits) : undefined
  useSpokenState(conversationId, text)
  if (text === undefined) return null
  return (
    <div data-part="unreadable">
      <Icon of="warning" />
      <p>{text}</p>
    </div>
  )
}
