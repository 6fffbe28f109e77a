'use client'
import { useContext, useMemo } from 'react'
import type { Argument } from './readArguments.ts'
import { readable } from './readable.ts'
import { LongText } from './LongText.tsx'
import { RevealContext } from './RevealContext.ts'
import { useFold } from './useFold.ts'
import { useMessages } from '../useMessages.ts'

/** At each end of a long list as many stay in view. */
const edge = 10

/** The arguments one by one, in the order of the wire, with what comes twice. Renders `<dl>`s. */
export function ArgumentList({ list }: { readonly list: readonly Argument[] }): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const words = useMessages()
  const isFolded = !isRevealed && list.length > 2 * edge + 1
  useFold(isFolded)
  if (list.length === 0) return <p>{words.noArguments}</p>
  if (!isFolded) return <Rows list={list} />
  return (
    <>
      <Rows list={list.slice(0, edge)} />
      <p data-part="hidden_amount">{words.hiddenArguments(list.length - 2 * edge)}</p>
      <Rows list={list.slice(-edge)} />
    </>
  )
}

function Rows({ list }: { readonly list: readonly Argument[] }): React.ReactElement {
  return (
    <dl>
      {list.map((argument) => (
        <Row key={argument.at} {...argument} />
      ))}
    </dl>
  )
}

function Row({ name, source }: Argument): React.ReactElement {
  const text = useMemo(() => readable(source), [source])
  return (
    <div>
      <dt>
        <LongText text={name || '""'} />
      </dt>
      <dd>
        <LongText text={text} />
      </dd>
    </div>
  )
}
