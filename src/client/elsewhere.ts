import { findCall } from '../model/conversation.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { type ConversationAddress, getState, scopeOf } from './address.ts'
import { intents } from './intents.ts'

/** A decision is over 60 s after it was sent; a tab that was closed meanwhile does not say so. */
const longestMs = 65_000

/** Shows that another tab decides on these calls, where this one does not itself. True when it is news. */
export function showElsewhere(address: ConversationAddress, request: ResumeRequest): boolean {
  const scope = scopeOf(address)
  let isNews = false
  for (const { toolCallId: id } of request.decisions) {
    const last = intents.get(scope, id)
    const isOwn = last?.status === 'sent' || last?.request?.requestId === request.requestId
    if (last?.status === 'settled') {
      // Its event was quicker than the other tab.
      const card = findCall(getState(address)?.interventions, id)
      const isIts = card?.status !== 'pending' && card?.resolution.requestId === request.requestId
      if (isIts) intents.set(scope, id, { ...last, request })
    } else if (!isOwn || last?.status === 'elsewhere') {
      isNews = true
      intents.set(scope, id, { status: 'elsewhere', request, since: Date.now() })
    }
  }
  return isNews
}

/** What still waits is free again: once the other tab's decision is over, or was never heard of again. */
export function dropElsewhere(address: ConversationAddress, over?: ResumeRequest): void {
  const scope = scopeOf(address)
  for (const [id, last] of intents.all(scope)) {
    if (last.status !== 'elsewhere') continue
    const isOver = last.request.requestId === over?.requestId
    if (isOver || Date.now() - last.since > longestMs) intents.set(scope, id, undefined)
  }
}
