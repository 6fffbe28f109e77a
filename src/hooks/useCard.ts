'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { findCall } from '../model/conversation.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import type { Intervention } from '../model/intervention.ts'
import { scopeOf } from '../query/address.ts'
import { type Draft, drafts, emptyDraft } from '../query/drafts.ts'
import type { Lock } from '../query/inFlight.ts'
import type { CardRecord } from '../query/intents.ts'
import { useAddress } from './useAddress.ts'
import { useSnapshot } from './useFollower.ts'

/** One call, and everything the kit knows of it beyond what the gateway says. */
export interface CardView {
  readonly card: Intervention | undefined
  /** Undefined: the viewer may decide. */
  readonly viewer: { readonly mayDecide: boolean; readonly why?: string } | undefined
  /** Its decision on the way. */
  readonly lock: Lock | undefined
  readonly record: CardRecord | undefined
  readonly draft: Draft
  readonly setDraft: (change: Partial<Draft>) => void
}

/** Follows one call. */
export function useCard(conversationId: ConversationId, toolCallId: ToolCallId): CardView {
  const scope = scopeOf(useAddress(conversationId))
  const { state, locks, records } = useSnapshot(conversationId)
  const getDraft = (): Draft => drafts.get(scope, toolCallId) ?? emptyDraft
  const subscribe = useCallback((listener: () => void) => drafts.subscribe(scope, listener), [scope])
  const draft = useSyncExternalStore(subscribe, getDraft, getDraft)
  return {
    card: findCall(state?.interventions, toolCallId),
    viewer: state?.viewer,
    lock: locks.get(toolCallId),
    record: records.get(toolCallId),
    draft,
    setDraft: (change) => drafts.set(scope, toolCallId, { ...getDraft(), ...change }),
  }
}
