'use client'
import { useState } from 'react'
import type { ArgumentReading } from './readArguments.ts'
import { ArgumentChange } from './ArgumentChange.tsx'
import { ArgumentList } from './ArgumentList.tsx'
import { useIntervention } from '../card/InterventionContext.ts'
import { LongText } from './LongText.tsx'
import { FoldContext } from './useFold.ts'
import { useFolded } from './useFolded.ts'

/** What became of the arguments, and the arguments: one by one, or raw. */
export function ArgumentText({
  reading,
  isRaw,
}: {
  readonly reading: ArgumentReading
  readonly isRaw: boolean
}): React.ReactElement {
  const { firstArgsText } = useIntervention()
  const { argsText, list } = reading
  const [folds, setFolds] = useState(0)
  useFolded(folds > 0)
  return (
    <FoldContext.Provider value={setFolds}>
      {firstArgsText !== argsText && <ArgumentChange from={firstArgsText} to={reading} />}
      {list && !isRaw ? (
        <ArgumentList list={list} />
      ) : (
        <pre data-part="raw">
          <LongText text={argsText} />
        </pre>
      )}
    </FoldContext.Provider>
  )
}
