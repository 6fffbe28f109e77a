'use client'
import { useEffect, useRef, useState } from 'react'
import type { Followed } from '../../hooks/useConversation.ts'
import type { PendingIntervention } from '../../model/intervention.ts'

const newMs = 1_000

/** Calls in the order in which the list first showed them, so that no row comes under the pointer of a person. */
export interface Arrivals {
  readonly calls: readonly PendingIntervention[]
  readonly isNew: (call: PendingIntervention) => boolean
}

export function useArrivals(pending: readonly PendingIntervention[], { state }: Followed): Arrivals {
  const [order, setOrder] = useState<readonly PendingIntervention[]>(pending)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const first = useRef({ pending, state })
  useEffect(() => {
    const { pending: shown, state: then } = first.current
    const now = Date.now() + (then ? then.now - then.readAt : 0)
    const recent = shown.filter(({ requestedAt }) => Math.abs(now - requestedAt) < newMs)
    if (recent.length > 0) setFresh((before) => new Set([...before, ...recent.map(keyOf)]))
  }, [])
  const [last, setLast] = useState(pending)
  if (last !== pending) {
    setLast(pending)
    const next = inOrder(order, pending)
    const known = new Set(order.map(keyOf))
    const arrived = next.map(keyOf).filter((key) => !known.has(key))
    setOrder(next)
    if (arrived.length > 0) setFresh(new Set([...fresh, ...arrived]))
  }
  useEffect(() => {
    if (fresh.size === 0) return
    const timer = setTimeout(() => setFresh(new Set()), newMs)
    return () => clearTimeout(timer)
  }, [fresh])
  const calls = last === pending ? order : inOrder(order, pending)
  return { calls, isNew: (call) => fresh.has(keyOf(call)) }
}

function keyOf({ toolCallId, revision }: PendingIntervention): string {
  return `${toolCallId} ${revision}`
}

function inOrder(
  before: readonly PendingIntervention[],
  pending: readonly PendingIntervention[],
): readonly PendingIntervention[] {
  const now = new Map(pending.map((call) => [call.toolCallId, call]))
  const kept = before.flatMap(({ toolCallId }) => now.get(toolCallId) ?? [])
  for (const { toolCallId } of kept) now.delete(toolCallId)
  return [...kept, ...now.values()]
}
