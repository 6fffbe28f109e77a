'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { blankWaiting, followWaiting, type WaitingSnapshot } from '../client/waitingList.ts'
import { wantCall } from '../client/wanted.ts'
import { scopeOf } from '../client/cache.ts'
import type { WaitingItem } from '../model/waiting.ts'
import { useGatewayContext } from './GatewayContext.ts'

/** The calls that wait in any conversation of this person. They are decided on their cards. */
export interface Waiting extends WaitingSnapshot {
  /** Reads the next part, where there is one. */
  readonly more: () => void
  /** Makes the bar of that conversation show this call and take focus, now or as soon as it is mounted. */
  readonly show: (item: Pick<WaitingItem, 'conversationId' | 'toolCallId'>) => void
}

/**
 * Lists what waits in every conversation: those that are mounted, and those that the gateway lists. It reads again every 30 s
 * while the page is visible, and when it gets focus or goes online.
 *
 * @example
 * const { items } = useWaiting()
 */
export function useWaiting(): Waiting {
  const { gateways, gatewayOf } = useGatewayContext()
  const client = useQueryClient()
  const follower = useMemo(() => followWaiting(client, gateways), [client, gateways])
  const snapshot = useSyncExternalStore(follower.subscribe, follower.snapshot, () => blankWaiting)
  return useMemo(
    () => ({
      ...snapshot,
      more: follower.more,
      show: ({ conversationId, toolCallId }) =>
        wantCall(scopeOf({ client, gateway: gatewayOf(conversationId), conversationId }), toolCallId),
    }),
    [snapshot, follower, client, gatewayOf],
  )
}
