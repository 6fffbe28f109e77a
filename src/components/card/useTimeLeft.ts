import { useEffect, useState } from 'react'
import type { TimeLeft } from '../../locales/messages.ts'

/** What is left, by milliseconds that are more than these. */
const edges = [
  [60_000, 'long'],
  [20_000, 'minute'],
  [0, 'seconds'],
] as const

/** The longest timer a browser can set is about 24 days. */
const dayMs = 24 * 60 * 60 * 1_000

/** How much is left until a moment of our clock. Renders again only when that is another word. */
export function useTimeLeft(at: number): TimeLeft {
  const [left, setLeft] = useState<TimeLeft>('long')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    function look(): void {
      const ms = at - Date.now()
      const [edge, word] = edges.find(([more]) => ms > more) ?? [null, 'over' as const]
      setLeft(word)
      if (edge !== null) timer = setTimeout(look, Math.min(ms - edge, dayMs))
    }
    look()
    return () => clearTimeout(timer)
  }, [at])
  return left
}
