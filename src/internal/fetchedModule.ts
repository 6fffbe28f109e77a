'use client'
import { useEffect, useSyncExternalStore } from 'react'

/** A module that is fetched apart, once per page, and comes to whoever draws with it at once. */
export interface FetchedModule<Module> {
  subscribe(listener: () => void): () => void
  /** Undefined: not here yet. `failed`: it could not be had. */
  get(): Module | 'failed' | undefined
  /** Asks for it; once more, where it could not be had. */
  fetch(): void
}

/** Creates what fetches a module when it is first asked for. */
export function fetchedModule<Module>(load: () => Promise<Module>): FetchedModule<Module> {
  const listeners = new Set<() => void>()
  let state: Module | 'failed' | undefined
  let isOnItsWay = false
  function settle(outcome: Module | 'failed'): void {
    isOnItsWay = false
    state = outcome
    for (const listener of listeners) listener()
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => state,
    fetch: () => {
      if (isOnItsWay || (state && state !== 'failed')) return
      isOnItsWay = true
      load().then(settle, () => settle('failed'))
    },
  }
}

/** A module for drawing with, asked for from the first drawing on. A server draws without it. */
export function useFetched<Module>({
  subscribe,
  get,
  fetch,
}: FetchedModule<Module>): Module | 'failed' | undefined {
  useEffect(fetch, [fetch])
  return useSyncExternalStore(subscribe, get, () => undefined)
}
