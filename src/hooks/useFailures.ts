'use client'
import { useMemo } from 'react'
import type { Decision } from '../model/decision.ts'
import type { Failure } from '../model/failure.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import { useSnapshot } from './useFollower.ts'

/** A decision that failed and can be made again. */
export interface FailureView {
  readonly toolCallId: ToolCallId
  readonly decision: Decision
  readonly failure: Failure
  /** Our clock, in milliseconds. */
  readonly failedAt: number
}

/** The decisions of a conversation that failed and were not made again. */
export function useFailures(conversationId: ConversationId): readonly FailureView[] {
  const records = useSnapshot(conversationId, (snapshot) => snapshot.records)
  return useMemo(
    () =>
      [...records].flatMap(([toolCallId, record]) => {
        if (record.status !== 'failed') return []
        const { failure, failedAt, request } = record
        const made = request.decisions.find((one) => one.toolCallId === toolCallId)
        return made ? [{ toolCallId, decision: made.decision, failure, failedAt }] : []
      }),
    [records],
  )
}
