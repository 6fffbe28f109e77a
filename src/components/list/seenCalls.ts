import type { InterventionCall } from '../../model/intervention.ts'

type Seen = Pick<InterventionCall, 'toolCallId' | 'revision'>

// In memory only, and bounded: a conversation may ask for as many calls as it likes.
const most = 4_000
const seen = new Set<string>()
const listeners = new Set<() => void>()
let version = 0

function keyOf(scope: string, { toolCallId, revision }: Seen): string {
  return `${scope} ${toolCallId} ${revision}`
}

export function wasSeen(scope: string, call: Seen): boolean {
  return seen.has(keyOf(scope, call))
}

export function markSeen(scope: string, call: Seen): void {
  const key = keyOf(scope, call)
  if (seen.has(key)) return
  seen.add(key)
  for (const oldest of seen) {
    if (seen.size <= most) break
    seen.delete(oldest)
  }
  version += 1
  for (const listener of listeners) listener()
}

export function watchSeen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Grows with every call that was seen. */
export function seenVersion(): number {
  return version
}
