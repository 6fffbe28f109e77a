'use client'
import { useLayoutEffect, useState } from 'react'
import { useExtendRequest } from '../../hooks/useStopAndExtend.ts'
import type { TimeLeft } from '../../locales/messages.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { shortName, useMessages } from '../words.ts'
import { useSpokenState } from '../voice/useVoice.ts'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Expiry`. */
export type ExpiryProps = PropsOf<'p'>

/** The time until which the call can be decided, if its backend sets one. Renders a `<p>`, or nothing. */
export const Expiry: PartComponent<ExpiryProps, 'p'> = definePart('p', 'expiry', () => {
  const { expiresAt } = useIntervention()
  return expiresAt === null ? null : { role: 'timer', children: <ExpiryWords at={expiresAt} /> }
})

function ExpiryWords({ at }: { readonly at: number }): React.ReactElement {
  const { card, scope } = useIntervention()
  const { expires, expiring } = useMessages()
  const time = useTimeLeft(at)
  const left = time?.left
  // WCAG 2.2.1: the warning comes early enough to ask for more time.
  useSpokenState(
    `${scope.conversationId} ${card.toolCallId}`,
    left === 'minute' || left === 'seconds' ? expiring(shortName(card.tool), left) : undefined,
    left === 'seconds' ? 'assertive' : 'polite',
  )
  return (
    <>
      {time && expires(at, time.left, time.now)}
      <KeepOpen />
    </>
  )
}

// It does not decide, so every press counts.
function KeepOpen(): React.ReactElement | null {
  const { card, scope } = useIntervention()
  const words = useMessages()
  const more = useExtendRequest(scope.conversationId)
  if (!more) return null
  return (
    <>
      <button
        type="button"
        data-part="keep_open"
        aria-disabled={more.isPending || undefined}
        data-busy={more.isPending ? '' : undefined}
        onClick={() => more.send({ toolCallId: card.toolCallId })}
      >
        {words.keepOpen}
      </button>
      {more.error && <span role="alert">{words.keepOpenFailed}</span>}
    </>
  )
}

// Thresholds, largest first.
const thresholds = [
  [60_000, 'long'],
  [20_000, 'minute'],
  [0, 'seconds'],
] as const

// The longest timer a browser can set is about 24 days.
const dayMs = 24 * 60 * 60 * 1_000

// Null until the clock was read, which happens before the first paint.
function useTimeLeft(at: number): { readonly left: TimeLeft; readonly now: number } | null {
  const [time, setTime] = useState<{ readonly left: TimeLeft; readonly now: number } | null>(null)
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    function look(): void {
      const now = Date.now()
      const ms = at - now
      const [threshold, left] = thresholds.find(([most]) => ms > most) ?? [null, 'over' as const]
      setTime({ left, now })
      if (threshold !== null) timer = setTimeout(look, Math.min(ms - threshold, dayMs))
    }
    look()
    return () => clearTimeout(timer)
  }, [at])
  return time
}
