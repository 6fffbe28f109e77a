'use client'
import { useEffect, useState } from 'react'
import type { JsonSchema } from '../../model/intervention.ts'
import { ChangedArguments } from '../arguments/ChangedArguments.tsx'
import { RevealContext } from '../arguments/LongText.tsx'
import { type ArgumentReading, readInSteps } from '../arguments/readArguments.ts'

export interface EditedArgumentsProps {
  readonly asked: string
  readonly edited: string
  readonly schema: JsonSchema | undefined
  /** Stands in its place until both texts are read. */
  readonly children: React.ReactElement
}

/** The arguments with the edits of a person marked in them. */
export function EditedArguments({
  asked,
  edited,
  schema,
  children,
}: EditedArgumentsProps): React.ReactElement {
  const [reading, setReading] = useState<ArgumentReading | null>(null)
  useEffect(() => readInSteps(edited, setReading), [edited])
  if (!reading) return children
  return (
    <RevealContext.Provider value>
      <ChangedArguments from={asked} to={reading} schema={schema} onMark={markNothing}>
        {children}
      </ChangedArguments>
    </RevealContext.Provider>
  )
}

const markNothing = () => (): void => undefined
