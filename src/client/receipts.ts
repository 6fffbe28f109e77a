import { type ConversationState, findCall, settledOf } from '../model/conversation.ts'
import type { ResumeRequest } from '../model/decision.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { laterRunEnded } from '../model/runs.ts'
import { blankCard, cardsOf, updateCards } from './cards.ts'
import { type CardMemory, wasAnswered } from './cardMemory.ts'
import { newlySettled, tellSettled } from './settlements.ts'
import { forgetUnsettled } from './unsettled.ts'

type Settled = Extract<CardMemory, { readonly status: 'settled' }>

/**
 * Gives a receipt to each call that was settled, by anybody, and tells the host. Receipts of an earlier run are removed
 * when a later run ends. `drawn`: the state that was shown before the first read. The host is not told of what was
 * settled since, because the same page may be shown many times.
 */
export function trackReceipts(
  scope: string,
  { before, after }: { readonly before: ConversationState | undefined; readonly after: ConversationState },
  drawn?: ConversationState,
): void {
  const cards = cardsOf(scope)
  const news = newlySettled(scope, before, after)
  const earlier = byId((before ?? drawn)?.interventions ?? [])
  const now = byId(after.interventions)
  const isPassed = laterRunEnded(before, after)
  const requests = new Map(
    [...cards.values()].map(({ memory }) => [memory?.request?.requestId, memory?.request]),
  )
  // The request of a call that still waits may still arrive, even if the others are settled.
  const forget = (memory: CardMemory | undefined): void => {
    const request = memory?.request
    const isOver = request?.decisions.every(({ toolCallId }) => now.get(toolCallId)?.status !== 'pending')
    if (request && isOver) forgetUnsettled(scope, request.requestId)
  }
  // A failure stays until the person has dismissed it.
  const mayLeave = (card: InterventionCall, { request, dismissed }: Settled): boolean => {
    if (card.status === 'pending') return false
    const hasFailed = card.resolution.execution?.ok === false
    const isMissing = after.expected.some((one) => one.missing && one.requestId === request?.requestId)
    return isPassed(card) && (dismissed || !(hasFailed || isMissing))
  }
  // While the calls are the same, only what is known of them may change.
  const settled = before?.interventions === after.interventions ? [] : settledOf(after)
  const ids = new Set([...settled.map(({ toolCallId }) => toolCallId), ...cards.keys()])
  const hasRead = after.reads > (before?.reads ?? 0) && !after.unread
  updateCards(scope, ids, ({ lock, memory }, id) => {
    const card = now.get(id)
    const isPending = card?.status === 'pending'
    if (isPending && memory && !lock) {
      const isBack = (earlier.get(id)?.status ?? 'pending') !== 'pending'
      const isOver = isBack || (memory.status === 'sent' && hasRead)
      return isOver && wasAnswered(memory) && isSameCall(memory.request, card)
        ? { memory: contradicted(memory.request) }
        : isBack && memory.status === 'settled'
          ? { memory: undefined }
          : undefined
    }
    // A call that never waited is news if a rule has just approved it.
    const isRuled = card && !isPending && card.resolution.automatic && before && !earlier.has(id)
    const isNews = memory || earlier.get(id)?.status === 'pending' || isRuled
    if (card && !isPending && memory?.status !== 'settled' && isNews) {
      forget(memory)
      const { requestId } = card.resolution
      const request = (requestId !== undefined && requests.get(requestId)) || null
      const receipt: CardMemory = { status: 'settled', request, settledAt: Date.now(), dismissed: false }
      return { memory: receipt, draft: blankCard.draft, choice: null }
    }
    if (!memory || (card && !(memory.status === 'settled' && mayLeave(card, memory)))) return undefined
    forget(memory)
    return { memory: undefined }
  })
  tellSettled(scope, news)
}

function isSameCall({ decisions }: ResumeRequest, { toolCallId, revision }: InterventionCall): boolean {
  return findCall(decisions, toolCallId)?.revision === revision
}

/** The server answered that the call waits no more, and then says that it does. */
function contradicted(request: ResumeRequest): CardMemory {
  const failure = { code: 'protocol', applied: 'unknown' } as const
  return { status: 'failed', request, failure, failedAt: Date.now() }
}

const indexes = new WeakMap<readonly InterventionCall[], ReadonlyMap<ToolCallId, InterventionCall>>()

// Made once for the same calls: those after a change are those before the next.
function byId(calls: readonly InterventionCall[]): ReadonlyMap<ToolCallId, InterventionCall> {
  const known = indexes.get(calls) ?? new Map(calls.map((one) => [one.toolCallId, one]))
  indexes.set(calls, known)
  return known
}
