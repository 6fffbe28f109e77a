'use client'
import { useEffect, useRef } from 'react'
import type { Politeness } from '../../hooks/announcer.tsx'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { BarView } from '../../hooks/useBarView.ts'
import type { ConversationId } from '../../model/ids.ts'
import { isRunning } from '../../model/operation.ts'
import { keyOfReceipt, spokenReceipt } from '../card/Receipt.tsx'
import { shortName } from '../toolName.ts'
import { useMessages } from '../useMessages.ts'
import { visibleFailure } from '../card/ErrorMessage.tsx'

const gatherMs = 300
const speakBusyAfterMs = 1_000
const stillBusyEveryMs = 30_000

/** Says what happens, once, in sentences that stand alone: arrivals and ends politely, failures at once. */
export function useAnnouncements(
  conversationId: ConversationId,
  { pending, receipts, failures, stage, isDrawn, operations }: BarView,
): void {
  const { say } = useGatewayContext().announcer
  const words = useMessages()
  const heard = useRef<Set<string>>(null)
  const arrived = useRef<string[]>([])

  useEffect(() => {
    const known = heard.current ?? new Set()
    const isNews = (key: string): boolean => known.size < known.add(key).size
    const tell = (key: string, text: string, politeness?: Politeness): void => {
      // What was settled before the bar was there is no news.
      if (isNews(key) && heard.current) say(text, politeness, conversationId)
    }
    for (const receipt of receipts) {
      const politeness = receipt.notStarted ? 'assertive' : 'polite'
      tell(keyOfReceipt(receipt), spokenReceipt(receipt, words, pending.length), politeness)
    }
    for (const { key, failure, decision } of failures)
      tell(key, words.failure(visibleFailure(failure), decision), 'assertive')
    const arriving = pending.filter((card) => isNews(card.toolCallId))
    heard.current = known
    if (arriving.length === 0) return
    if (arrived.current.length === 0)
      setTimeout(() => say(words.arrived(arrived.current.splice(0)), 'polite', conversationId), gatherMs)
    arrived.current.push(...arriving.map((card) => shortName(card.tool)))
  })

  // What is waited for no more, although nobody has seen its end, or its beginning, has not finished.
  const isOver =
    pending.length === 0 &&
    !operations.some((one) => isRunning(one)) &&
    !receipts.some(({ notStarted }) => notStarted)
  const last = operations.at(-1)?.status
  const end = last === 'error' || last === 'interrupted' ? last : 'done'
  const hasBegun = useRef(false)
  useEffect(() => {
    if (!stage) {
      if (hasBegun.current && isOver) say(words.ended[end], 'polite', conversationId)
      hasBegun.current = false
      return
    }
    if (!isDrawn) return
    let timer = setTimeout(speak, speakBusyAfterMs)
    function speak(): void {
      hasBegun.current = true
      if (stage) say(words.busy[stage], 'polite', conversationId)
      timer = setTimeout(speak, stillBusyEveryMs)
    }
    return () => clearTimeout(timer)
  }, [say, words, conversationId, stage, isDrawn, isOver, end])
}
