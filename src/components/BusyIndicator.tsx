'use client'
import { useEffect, useState } from 'react'
import { Part } from '../internal/Part.tsx'
import { useMessages } from './useMessages.ts'

/** What the spinner says it is waiting for. */
export type BusyStage = 'running' | 'asking' | 'sending' | 'checking'

const elapsedAfterMs = 10_000

/** The spinner, with words. After 10 s it says for how long. Renders a `<p>`. */
export function BusyIndicator({
  stage,
  since,
}: {
  readonly stage: BusyStage
  readonly since: number
}): React.ReactElement {
  const { busy } = useMessages()
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const elapsed = now - since
  return (
    <Part partName="busy" as="p" state={{ status: stage, busy: true }}>
      <span data-part="spinner" aria-hidden="true" />
      {busy[stage]}
      {elapsed < elapsedAfterMs ? null : ` ${busy.elapsed(Math.floor(elapsed / 1_000))}`}
    </Part>
  )
}
