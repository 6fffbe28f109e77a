'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { type Draft, drafts } from '../client/drafts.ts'

/** What a person began in a conversation and did not send yet, by tool call. */
export function useDrafts(scope: string): ReadonlyMap<string, Draft> {
  const subscribe = useCallback((listener: () => void) => drafts.subscribe(scope, listener), [scope])
  return useSyncExternalStore(
    subscribe,
    () => drafts.all(scope),
    () => noDrafts,
  )
}

const noDrafts: ReadonlyMap<string, Draft> = new Map()
