import type { ToolCallId } from '../model/ids.ts'

// One call at a time: the last one that a person asked for.
let wanted: { readonly scope: string; readonly toolCallId: ToolCallId } | null = null
const listeners = new Set<() => void>()

export function wantCall(scope: string, toolCallId: ToolCallId): void {
  wanted = { scope, toolCallId }
  for (const listener of [...listeners]) listener()
}

export function wantedIn(scope: string): ToolCallId | null {
  return wanted?.scope === scope ? wanted.toolCallId : null
}

export function forgetWanted(scope: string): void {
  if (wanted?.scope !== scope) return
  wanted = null
  for (const listener of [...listeners]) listener()
}

export function watchWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
