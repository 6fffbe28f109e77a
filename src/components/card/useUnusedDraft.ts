import { useEffect, useRef } from 'react'
import type { CardView } from '../../hooks/cardView.ts'

const keptMs = 30 * 60 * 1_000

/** Forgets what was typed into a card, and what was chosen, once nobody has used it for half an hour. */
export function useUnusedDraft({ draft, memory, lock, forgetDraft }: CardView): void {
  const { usedAt } = draft
  // A decision is a use of it.
  const since = Math.max(usedAt, memory?.status === 'failed' ? memory.failedAt : 0)
  const forget = useRef(forgetDraft)
  useEffect(() => {
    forget.current = forgetDraft
  })
  useEffect(() => {
    if (usedAt === 0 || lock) return
    const timer = setTimeout(() => forget.current(), since + keptMs - Date.now())
    return () => clearTimeout(timer)
  }, [usedAt, since, lock])
}
