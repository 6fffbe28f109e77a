'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { findIntervention } from '../model/conversation.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import type { Intervention } from '../model/intervention.ts'
import { type Draft, drafts, emptyDraft } from '../query/drafts.ts'
import type { Lock } from '../query/inFlight.ts'
import type { CardRecord } from '../query/intents.ts'
import { useFollower, useSnapshot } from './useFollower.ts'

/** One call, and everything the kit knows of it beyond what the gateway says. */
export interface CardView {
  readonly card: Intervention | undefined
  readonly mayDecide: boolean
  /** Why the viewer may not. */
  readonly whyNot: string | undefined
  /** Its decision on the way. */
  readonly lock: Lock | undefined
  readonly record: CardRecord | undefined
  readonly draft: Draft
  readonly setDraft: (change: Partial<Draft>) => void
}

/** Follows one call. */
export function useCard(conversationId: ConversationId, toolCallId: ToolCallId): CardView {
  const { scope } = useFollower(conversationId).store
  const card = useSnapshot(conversationId, ({ state }) => findIntervention(state, toolCallId))
  const viewer = useSnapshot(conversationId, ({ state }) => state?.viewer)
  const lock = useSnapshot(conversationId, ({ locks }) => locks.get(toolCallId))
  const record = useSnapshot(conversationId, ({ records }) => records.get(toolCallId))
  const getDraft = (): Draft => drafts.get(scope, toolCallId) ?? emptyDraft
  const subscribe = useCallback((listener: () => void) => drafts.subscribe(scope, listener), [scope])
  const draft = useSyncExternalStore(subscribe, getDraft, getDraft)

  return useMemo(
    () => ({
      card,
      mayDecide: viewer?.mayDecide !== false,
      whyNot: viewer?.why,
      lock,
      record,
      draft,
      setDraft: (change) =>
        drafts.set(scope, toolCallId, { ...(drafts.get(scope, toolCallId) ?? emptyDraft), ...change }),
    }),
    [card, viewer, lock, record, draft, scope, toolCallId],
  )
}
