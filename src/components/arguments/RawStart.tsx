'use client'
import { longerThan, shortText } from './shortText.ts'
import { useFolded } from './useFolded.ts'
import { useMessages } from '../useMessages.ts'

/** The raw arguments, with head and tail in view: until they were read, and where they cannot be. */
export function RawStart({ argsText }: { readonly argsText: string }): React.ReactElement {
  const words = useMessages()
  useFolded(argsText.length > longerThan)
  return <pre data-part="raw">{shortText(argsText, words.more)}</pre>
}
