'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type * as parts from './parts.ts'

export type Parts = typeof parts

const fetchAgainMs = 10_000

let fetched: Parts | 'failed' | undefined
let isOnItsWay = false
const listeners = new Set<() => void>()

/** Fetches what draws, once per page; once more, where it could not be had. */
export function fetchParts(): void {
  if (isOnItsWay || (fetched && fetched !== 'failed')) return
  isOnItsWay = true
  import('./parts.ts').then(settle, () => settle('failed'))
}

function settle(outcome: Parts | 'failed'): void {
  isOnItsWay = false
  fetched = outcome
  for (const listener of listeners) listener()
  if (outcome === 'failed' && listeners.size > 0) setTimeout(fetchParts, fetchAgainMs)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What draws: undefined until it is here, and it comes to all parts at once. A server draws nothing. */
export function useParts(): Parts | 'failed' | undefined {
  useEffect(fetchParts, [])
  return useSyncExternalStore(
    subscribe,
    () => fetched,
    () => undefined,
  )
}

// A page that draws something of the kit needs it next: it is fetched beside the page's other work, not after it.
if (globalThis.document) fetchParts()
