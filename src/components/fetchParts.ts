'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { fetchApart } from '../gateway/fetchApart.ts'
import type * as parts from './parts.ts'

export type Parts = typeof parts

const fetchAgainMs = 10_000
const load = fetchApart(() => import('./parts.ts'))
const listeners = new Set<() => void>()
let fetched: Parts | 'failed' | undefined
let again: ReturnType<typeof setTimeout> | undefined

/** Fetches what draws, once per page; once more, where it could not be had. Resolves with whether it is here. */
export async function fetchParts(): Promise<boolean> {
  clearTimeout(again)
  const outcome = await load().catch(() => 'failed' as const)
  if (outcome !== fetched) {
    fetched = outcome
    for (const listener of listeners) listener()
  }
  clearTimeout(again)
  if (outcome === 'failed' && listeners.size > 0) again = setTimeout(() => void fetchParts(), fetchAgainMs)
  return outcome !== 'failed'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What draws: undefined until it is here, and it comes to all parts at once. A server draws nothing. */
export function useParts(): Parts | 'failed' | undefined {
  useEffect(() => {
    if (!fetched || fetched === 'failed') void fetchParts()
  }, [])
  return useSyncExternalStore(
    subscribe,
    () => fetched,
    () => undefined,
  )
}

// A page that draws something of the kit needs it next: it is fetched beside the page's other work, not after it.
if (globalThis.document) void fetchParts()
