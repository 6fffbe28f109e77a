'use client'
import { useEffect, useRef } from 'react'
import type { Announcer } from '../hooks/announcer.ts'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { useFailures } from '../hooks/useFailures.ts'
import type { ReceiptView } from '../hooks/useReceipts.ts'
import { visibleText } from '../internal/visibleText.ts'
import type { Messages } from '../locales/messages.ts'
import type { ConversationId } from '../model/ids.ts'
import type { PendingIntervention, Tool } from '../model/intervention.ts'
import type { BusyStage } from './BusyIndicator.tsx'
import { useMessages } from './useMessages.ts'

/** What the bar shows, as far as it is spoken of. */
export interface Spoken {
  readonly conversationId: ConversationId
  readonly pending: readonly PendingIntervention[]
  readonly receipts: readonly ReceiptView[]
  /** Null: not busy, or not to be spoken of. */
  readonly stage: BusyStage | null
}

const gatherMs = 300
const speakBusyAfterMs = 1_000
const stillBusyAfterMs = 10_000
const stillBusyEveryMs = 30_000

/** Says what happens, once, in sentences that stand alone: arrivals and ends politely, failures at once. */
export function useAnnouncements({ conversationId, pending, receipts, stage }: Spoken): void {
  const { announcer } = useGatewayContext()
  const words = useMessages()
  useArrivals(announcer, words, pending)
  useOutcomes(announcer, words, receipts, pending.length)
  useFailureCries(announcer, words, conversationId)
  useBusyWords(announcer, words, stage)
}

function useArrivals(announcer: Announcer, words: Messages, pending: readonly PendingIntervention[]): void {
  const known = useRef(new Set<string>())
  const gathered = useRef<string[]>([])
  useEffect(() => {
    const arrived = pending.filter((card) => !known.current.has(cardKey(card)))
    for (const card of arrived) known.current.add(cardKey(card))
    gathered.current.push(...arrived.map((card) => toolName(card.tool)))
    if (gathered.current.length === 0) return
    const timer = setTimeout(
      () => announcer.say(words.announce.arrived(gathered.current.splice(0))),
      gatherMs,
    )
    return () => clearTimeout(timer)
  }, [announcer, words, pending])
}

function useOutcomes(
  announcer: Announcer,
  words: Messages,
  receipts: readonly ReceiptView[],
  left: number,
): void {
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    const first = known.current === null
    const spoken = (known.current ??= new Set())
    for (const { card, own, notStarted } of receipts) {
      const key = `${cardKey(card)} ${card.status} ${notStarted}`
      if (spoken.has(key)) continue
      spoken.add(key)
      if (first) continue
      if (notStarted && card.status !== 'expired' && card.status !== 'withdrawn') {
        announcer.say(words.notStarted(card.status), 'assertive')
      } else if (own) announcer.say(words.announce.settled(card.status, left))
      else announcer.say(words.receipt(card, toolName(card.tool), false))
    }
  }, [announcer, words, receipts, left])
}

function useFailureCries(announcer: Announcer, words: Messages, conversationId: ConversationId): void {
  const failures = useFailures(conversationId)
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    const first = known.current === null
    const spoken = (known.current ??= new Set())
    for (const { toolCallId, failedAt, failure, decision } of failures) {
      const key = `${toolCallId} ${failedAt}`
      if (spoken.has(key)) continue
      spoken.add(key)
      if (!first) announcer.say(words.failure(failure, decision), 'assertive')
    }
  }, [announcer, words, failures])
}

function useBusyWords(announcer: Announcer, words: Messages, stage: BusyStage | null): void {
  const begun = useRef(false)
  const isBusy = stage !== null
  useEffect(() => {
    if (stage === null) return
    let timer = setTimeout(speak, speakBusyAfterMs, stillBusyAfterMs - speakBusyAfterMs)
    function speak(nextMs: number): void {
      begun.current = true
      if (stage !== null) announcer.say(words.busy[stage])
      timer = setTimeout(speak, nextMs, stillBusyEveryMs)
    }
    return () => clearTimeout(timer)
  }, [announcer, words, stage])
  useEffect(() => {
    if (isBusy || !begun.current) return
    begun.current = false
    announcer.say(words.busy.finished)
  }, [announcer, words, isBusy])
}

function cardKey(card: { readonly toolCallId: string; readonly revision: string }): string {
  return `${card.toolCallId} ${card.revision}`
}

function toolName({ title, name }: Tool): string {
  return visibleText(title ?? name)
}
