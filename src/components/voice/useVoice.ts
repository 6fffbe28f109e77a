'use client'
import { useEffect, useRef } from 'react'
import type { Politeness } from '../../hooks/announcer.tsx'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { BarView } from '../../hooks/useBarView.ts'
import type { ConversationId } from '../../model/ids.ts'
import { type PendingIntervention, questionOf } from '../../model/intervention.ts'
import { isRunning } from '../../model/operation.ts'
import { visibleFailure } from '../card/ErrorMessage.tsx'
import { keyOfReceipt, spokenReceipt } from '../card/Receipt.tsx'
import { shortName, useDecisionWords, useMessages } from '../words.ts'

/**
 * Announces a state while it lasts, once for all parts that show it. `key`: the conversation, and the card if it is
 * about one.
 */
export function useSpokenState(key: string, text: string | undefined, politeness?: Politeness): void {
  const { say, once } = useGatewayContext().announcer
  useEffect(() => {
    if (text) return once(`${key} ${text}`, () => say(text, politeness))
  }, [say, once, key, text, politeness])
}

// Characters of a server's text that are spoken; on screen it is whole.
const longestSpoken = 160

const gatherMs = 300

type Receipt = BarView['receipts'][number]

/** Announces new receipts, failures and calls. `left`: the number of waiting calls. */
export function useSpokenNews(
  conversationId: ConversationId,
  news: Pick<BarView, 'receipts' | 'failures'> & {
    readonly pending?: BarView['pending'] | undefined
    readonly left: number
    /** The name of the call that a bar shows. */
    readonly next?: string | undefined
    readonly leadsHere?: () => string | undefined
  },
): void {
  const { say, once } = useGatewayContext().announcer
  const words = useDecisionWords()
  const held = useRef<Map<string, () => void>>(null)
  const arrived = useRef<Arrival[]>([])
  const told = useRef<WeakSet<PendingIntervention>>(null)
  const lastPending = useRef<BarView['pending']>(undefined)
  const batch = useRef<Receipt[]>([])
  const latest = useRef(news)

  useEffect(() => {
    const known = held.current ?? new Map<string, () => void>()
    const hold = (key: string, speak?: () => void): void => {
      if (!known.has(key)) known.set(key, once(`${conversationId} ${key}`, speak))
    }
    // The stream tells of the calls of a batch one by one.
    function tellTogether(receipt: Receipt): void {
      if (batch.current.push(receipt) > 1) return
      setTimeout(() => {
        const all = batch.current.splice(0)
        say(spokenReceipt(receipt, words, latest.current.left, all.length, latest.current.next))
      }, gatherMs)
    }
    // Receipts and failures from before the mount are not announced.
    const tell = (key: string, text: string, politeness?: Politeness): void =>
      hold(key, held.current ? () => say(text, politeness) : undefined)
    latest.current = news
    for (const receipt of news.receipts) {
      const key = keyOfReceipt(receipt)
      const politeness = receipt.notStarted ? 'assertive' : 'polite'
      if (isOfBatch(receipt)) hold(key, held.current ? () => tellTogether(receipt) : undefined)
      else tell(key, spokenReceipt(receipt, words, news.left, 1, news.next), politeness)
    }
    for (const { key, failure, decision } of news.failures)
      tell(key, words.failure(visibleFailure(failure, undefined, longestSpoken), decision), 'assertive')
    // A thousand calls may be waiting, and most renders change none of them.
    const isOld = held.current && lastPending.current === news.pending
    const heard = (told.current ??= new WeakSet())
    const fresh = ((!isOld && news.pending) || []).filter((card) => !heard.has(card))
    const arrivals = fresh.map((card) => ({
      card,
      key: `arrived ${card.toolCallId}`,
      arrival: { name: shortName(card), isQuestion: questionOf(card) !== undefined },
    }))
    const unheld = arrivals.filter(({ key }) => !known.has(key)).map(({ arrival }) => arrival)
    // A text of the host that throws has to throw here, where a boundary catches it.
    if (unheld.length > 0) words.arrived(...sorted(unheld))
    for (const { card, key, arrival } of arrivals) {
      heard.add(card)
      hold(key, () => {
        if (arrived.current.push(arrival) > 1) return
        setTimeout(
          () => say(words.arrived(...sorted(arrived.current.splice(0)), latest.current.leadsHere?.())),
          gatherMs,
        )
      })
    }
    held.current = known
    lastPending.current = news.pending
  })
  useEffect(
    () => () => {
      for (const release of held.current?.values() ?? []) release()
      held.current = null
      told.current = null
    },
    [once, conversationId],
  )
}

interface Arrival {
  readonly name: string
  readonly isQuestion: boolean
}

function sorted(all: readonly Arrival[]): readonly [tools: readonly string[], questions: readonly string[]] {
  const namesOf = (some: readonly Arrival[]): readonly string[] => some.map(({ name }) => name)
  return [namesOf(all.filter((one) => !one.isQuestion)), namesOf(all.filter((one) => one.isQuestion))]
}

function isOfBatch({ card, own, notStarted, together }: Receipt): boolean {
  return own && together > 1 && !notStarted && card.resolution.execution?.ok !== false
}

const speakBusyAfterMs = 1_000
const stillBusyEveryMs = 30_000

export function useSpokenBusy(
  conversationId: ConversationId,
  { pending, receipts, stage, isDrawn, operations }: BarView,
): void {
  const { say, once } = useGatewayContext().announcer
  const words = useMessages()
  // A run whose beginning or end is missing has not finished.
  const isOver =
    pending.length === 0 &&
    !operations.some((one) => isRunning(one)) &&
    !receipts.some(({ notStarted }) => notStarted)
  const last = operations.at(-1)?.status
  const end = last === 'error' || last === 'interrupted' ? last : 'done'
  const hasBegun = useRef(false)
  useEffect(() => {
    if (!stage) {
      const isEnd = hasBegun.current && isOver
      hasBegun.current = false
      return isEnd ? once(`${conversationId} ended`, () => say(words.ended[end](words.assistant))) : undefined
    }
    if (!isDrawn) return
    const releases: (() => void)[] = []
    let timer = setTimeout(speak, speakBusyAfterMs)
    function speak(): void {
      hasBegun.current = true
      const key = `${conversationId} ${stage} ${releases.length}`
      releases.push(once(key, () => stage && say(words.busy[stage](words.assistant))))
      timer = setTimeout(speak, stillBusyEveryMs)
    }
    return () => {
      clearTimeout(timer)
      for (const release of releases) release()
    }
  }, [say, once, words, conversationId, stage, isDrawn, isOver, end])
}
