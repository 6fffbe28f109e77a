import { useEffect } from 'react'
import type { CardView, SetDraft } from '../../hooks/cardView.ts'

const keptMs = 30 * 60 * 1_000

// Forgets what was typed into a card, and what was chosen, once nobody has used it for half an hour.
export function useUnusedDraft({ draft, memory, lock }: CardView, setDraft: SetDraft): void {
  const { usedAt } = draft
  // Making a decision counts as using the draft.
  const since = Math.max(usedAt, memory?.status === 'failed' ? memory.failedAt : 0)
  useEffect(() => {
    if (usedAt === 0 || lock) return
    const timer = setTimeout(() => setDraft(null), since + keptMs - Date.now())
    return () => clearTimeout(timer)
  }, [usedAt, since, lock, setDraft])
}
