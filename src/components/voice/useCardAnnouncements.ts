import { useEffect, useRef } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { CardView } from '../../hooks/useCard.ts'
import type { ConversationId } from '../../model/ids.ts'
import { findCall } from '../../model/conversation.ts'
import { keyOfReceipt, spokenReceipt } from '../card/Receipt.tsx'
import { useMessages } from '../useMessages.ts'
import { visibleFailure } from '../card/ErrorMessage.tsx'

/**
 * Says of one card what became of its decision, also where there is no bar: a lone button, a card of one's own. What a
 * bar says of it at the same time is heard once.
 *
 * @param left How many calls still wait.
 */
export function useCardAnnouncements(
  conversationId: ConversationId,
  { card, record, receipt }: CardView,
  left: number,
): void {
  const { say } = useGatewayContext().announcer
  const words = useMessages()
  const heard = useRef<string>(undefined)
  useEffect(() => {
    const made =
      record?.status === 'failed' && card && findCall(record.request.decisions, card.toolCallId)?.decision
    const failedAt = made ? record.failedAt : ''
    const key = `${receipt ? keyOfReceipt(receipt) : ''} ${failedAt}`
    const isNews = heard.current !== undefined && heard.current !== key
    heard.current = key
    if (!isNews) return
    if (receipt)
      say(spokenReceipt(receipt, words, left), receipt.notStarted ? 'assertive' : 'polite', conversationId)
    else if (made) say(words.failure(visibleFailure(record.failure), made), 'assertive', conversationId)
  }, [say, words, conversationId, card, record, receipt, left])
}
