'use client'
import { Notes, Shown } from './Facts.tsx'
import { addressOf } from './address.ts'

// An address in full, its host in bold.
export function Address({ text }: { readonly text: string }): React.ReactElement {
  const { parts, notes } = addressOf(text)
  const [before, host, after] = parts
  return (
    <span data-part="full_address">
      <Shown text={before} />
      <strong>
        <Shown text={host} />
      </strong>
      <Shown text={after} />
      <Notes of={notes} />
    </span>
  )
}
