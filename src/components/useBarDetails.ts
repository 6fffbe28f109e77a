'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type * as barDetails from './barDetails.ts'

type Details = typeof barDetails

let details: Details | 'failed' | undefined
let loading: Promise<void> | undefined
const listeners = new Set<() => void>()

function load(): void {
  if (details && details !== 'failed') return
  loading ??= import('./barDetails.ts').then(settle, () => settle('failed'))
}

function settle(outcome: Details | 'failed'): void {
  loading = undefined
  details = outcome
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * What a card can be decided without: it explains arguments, and says rare things in whole sentences. It is
 * fetched apart, once per page, from the first part on: undefined until it is here, and it comes to all parts at once.
 */
export function useBarDetails(): Details | 'failed' | undefined {
  useEffect(load, [])
  return useSyncExternalStore(
    subscribe,
    () => details,
    () => undefined,
  )
}

/** Asks for it once more, where it could not be had. */
export const retryBarDetails: () => void = load
