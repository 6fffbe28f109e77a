'use client'
import { useId, useLayoutEffect, useMemo, useState } from 'react'
import { diffArguments } from './diffArguments.ts'
import type { ArgumentReading } from './readArguments.ts'
import { readInSteps } from './readInSteps.ts'
import { DiffLines } from './DiffLines.tsx'
import { LongText } from './LongText.tsx'
import { useMessages } from '../useMessages.ts'

/** What became of the arguments since the card first showed them. Renders a `<div>`, or nothing. */
export function ArgumentChange({
  from,
  to,
}: {
  /** The arguments that were shown first. */
  readonly from: string
  readonly to: ArgumentReading
}): React.ReactElement | null {
  const words = useMessages()
  const labelId = useId()
  const [before, setBefore] = useState<ArgumentReading | null>(null)
  useLayoutEffect(() => readInSteps(from, setBefore), [from])
  const diffs = useMemo(() => (before ? diffArguments(before, to) : []), [before, to])
  if (diffs.length === 0) return null
  return (
    <div data-part="change" role="group" aria-labelledby={labelId}>
      <p id={labelId} data-part="change_label">
        {words.whatChanged}
      </p>
      {diffs.map(({ key, name, rows }) =>
        name === null ? (
          <DiffLines key={key} rows={rows} />
        ) : (
          <dl key={key}>
            <div>
              <dt>
                <LongText text={name || '""'} />
              </dt>
              <dd>
                <DiffLines rows={rows} />
              </dd>
            </div>
          </dl>
        ),
      )}
      <p data-part="change_label">{words.nowInFull}</p>
    </div>
  )
}
