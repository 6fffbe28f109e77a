'use client'
import { useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { useExtendRequest } from '../../hooks/useStopAndExtend.ts'
import type { TimeLeft } from '../../locales/messages.ts'
import { Icon } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { shortName, useMessages } from '../words.ts'
import { useSpokenState } from '../voice/useVoice.ts'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Expiry`. */
export type ExpiryProps = PropsOf<'p'>

/** The time until which the call can be decided, if its backend sets one. Renders a `<p>`, or nothing. */
export const Expiry: PartComponent<ExpiryProps, 'p'> = definePart('p', 'expiry', () => {
  const { expiresAt, drawnAt } = useIntervention()
  const time = useTimeLeft(expiresAt, drawnAt)
  return expiresAt === null
    ? null
    : { role: 'timer', state: { status: time?.left }, children: <ExpiryWords at={expiresAt} time={time} /> }
})

function ExpiryWords({ at, time }: { readonly at: number; readonly time: Time | null }): React.ReactElement {
  const { card, scope, drawnAt } = useIntervention()
  const { expires, expiring } = useMessages()
  const left = time?.left
  // WCAG 2.2.1: the warning comes early enough to ask for more time.
  useSpokenState(
    `${scope.conversationId} ${card.toolCallId}`,
    drawnAt === null && (left === 'minute' || left === 'seconds')
      ? expiring[left](shortName(card))
      : undefined,
    left === 'seconds' ? 'assertive' : 'polite',
  )
  return (
    <>
      {time && <TimeWords words={expires(at, time.left, time.now)} />}
      <KeepOpen />
    </>
  )
}

function TimeWords({
  words: [time, then],
}: {
  readonly words: readonly [time: string, then: string]
}): React.ReactElement {
  return (
    <>
      <Icon of="clock" />
      <span>
        {time}
        <span data-part="expiry_words">{then}</span>
      </span>
    </>
  )
}

// It decides nothing, so every press counts.
function KeepOpen(): React.ReactElement | null {
  const { card, scope } = useIntervention()
  const words = useMessages()
  const more = useExtendRequest(scope.conversationId)
  if (!more) return null
  return (
    <>
      {' '}
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

const hourMs = 60 * 60 * 1_000
// The longest timer a browser can set is about 24 days.
const dayMs = 24 * 60 * 60 * 1_000

interface Time {
  readonly left: TimeLeft
  readonly now: number
  readonly threshold: number | null
}

function timeAt(at: number, now: number): Time {
  const [threshold, left] = thresholds.find(([most]) => at - now > most) ?? [null, 'over' as const]
  return { left, now, threshold }
}

// Null until the clock was read, which happens before the first paint. Until a call was read here, it is the time that a
// server read it at. A later time of day is left out then, because the server may be in another time zone.
function useTimeLeft(at: number | null, drawnAt: number | null): Time | null {
  const [time, setTime] = useState<Time | null>(null)
  useLayoutEffect(() => {
    if (at === null || drawnAt !== null) return
    let timer: ReturnType<typeof setTimeout>
    function look(): void {
      const now = Date.now()
      const ms = at! - now
      const next = timeAt(at!, now)
      setTime(next)
      if (next.threshold === null) return
      // Seconds are shown in the last two minutes, minutes in the last hour.
      const step = ms <= 120_000 ? 1_000 : ms <= hourMs ? 60_000 : dayMs
      timer = setTimeout(look, Math.min(ms - next.threshold, ms % step || step))
    }
    look()
    return () => clearTimeout(timer)
  }, [at, drawnAt])
  if (at === null || drawnAt === null) return time
  return at - drawnAt > hourMs ? null : timeAt(at, drawnAt)
}
