'use client'
import { useContext, useMemo } from 'react'
import { useMessages } from '../words.ts'
import { type ArgumentEntry, type ArgumentValue, readValue, tokenBudget } from './argumentValue.ts'
import { LongText, RevealContext, useElision } from './LongText.tsx'
import type { Argument } from './readArguments.ts'

export function ArgumentList({ list }: { readonly list: readonly Argument[] }): React.ReactElement {
  const words = useMessages()
  const entries = useMemo(() => {
    const budget = tokenBudget()
    return list.map(({ at, name, source }) => ({ at, name, value: readValue(source, budget) }))
  }, [list])
  const [first] = entries
  if (!first) return <p>{words.noArguments}</p>
  if (first.name !== null) return <Entries kind="object" entries={entries} />
  return (
    <div data-part="whole">
      <Value value={first.value} />
    </div>
  )
}

function Value({ value }: { readonly value: ArgumentValue }): React.ReactElement {
  return value.kind === 'text' ? <LongText text={value.text} /> : <Entries {...value} isNested />
}

// Values in view at each end of a long list.
const edge = 10

function Entries({
  kind,
  entries,
  isNested,
}: Extract<ArgumentValue, { readonly entries: unknown }> & {
  readonly isNested?: boolean
}): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const words = useMessages()
  const isElided = !isRevealed && entries.length > 2 * edge + 1
  useElision(isElided)
  const draw = (some: readonly ArgumentEntry[], from: number): React.ReactElement => {
    const part = isNested ? 'nested' : undefined
    return kind === 'object' ? (
      <dl data-part={part}>
        {some.map((entry) => (
          <Named key={entry.at} {...entry} />
        ))}
      </dl>
    ) : (
      <ul data-part={part}>
        {some.map(({ at, value }, index) => (
          <li key={at} data-number={from + index + 1}>
            <Value value={value} />
          </li>
        ))}
      </ul>
    )
  }
  if (!isElided) return draw(entries, 0)
  return (
    <>
      {draw(entries.slice(0, edge), 0)}
      <p data-part="hidden_amount">{words.hiddenArguments(entries.length - 2 * edge)}</p>
      {draw(entries.slice(-edge), entries.length - edge)}
    </>
  )
}

function Named({ name, value }: ArgumentEntry): React.ReactElement {
  return (
    <div data-part={value.kind === 'text' ? undefined : 'branch'}>
      <dt>
        <LongText text={name || '""'} />
      </dt>
      <dd>
        <Value value={value} />
      </dd>
    </div>
  )
}
