'use client'
import { createContext, useContext, useMemo } from 'react'
import type { HiddenValue } from '../../model/hiddenValues.ts'
import { titleOf } from '../../model/titleOf.ts'
import type { JsonSchema } from '../../model/intervention.ts'
import { useMessages } from '../words.ts'
import { type ArgumentEntry, type ArgumentValue, readValue, tokenBudget } from './argumentValue.ts'
import { drawText, LongText, RevealContext, useElision } from './LongText.tsx'
import type { Argument } from './readArguments.ts'

type Schema = JsonSchema | undefined

/** The hidden values, by the texts that stand for them. */
export const HiddenContext: React.Context<ReadonlyMap<string, HiddenValue>> = createContext(
  new Map<string, HiddenValue>() as ReadonlyMap<string, HiddenValue>,
)

export function ArgumentList({
  list,
  schema,
}: {
  readonly list: readonly Argument[]
  readonly schema: Schema
}): React.ReactElement {
  const words = useMessages()
  const entries = useMemo(() => {
    const budget = tokenBudget()
    return list.map(({ at, name, source }) => ({ at, name, value: readValue(source, budget) }))
  }, [list])
  const [first] = entries
  if (!first) return <p>{words.noArguments}</p>
  if (first.name !== null) return <Entries kind="object" entries={entries} schema={schema} />
  return (
    <div data-part="whole">
      <Value value={first.value} schema={schema} />
    </div>
  )
}

export function Value({
  value,
  schema,
}: {
  readonly value: ArgumentValue
  readonly schema: Schema
}): React.ReactElement {
  const words = useMessages()
  const hidden = useContext(HiddenContext).get(value.kind === 'text' ? value.text : '')
  if (hidden) return <span data-part="hidden_value">{words.hiddenValue(hidden)}</span>
  return value.kind === 'text' ? (
    <LongText text={value.text} />
  ) : (
    <Entries {...value} schema={schema} isNested />
  )
}

// Values in view at each end of a long list.
const edge = 10

function Entries({
  kind,
  entries,
  schema,
  isNested,
}: Extract<ArgumentValue, { readonly entries: unknown }> & {
  readonly schema: Schema
  readonly isNested?: boolean
}): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const words = useMessages()
  const isElided = !isRevealed && entries.length > 2 * edge + 1
  useElision(isElided)
  const areLong = entries.some(({ name }) => (titleOf(schema, name) ?? name ?? '').length > 9)
  const mayBeHidden = useContext(HiddenContext).size > 0
  // Most values are short texts.
  const draw = (value: ArgumentValue, inner: Schema): React.ReactNode =>
    value.kind === 'text' && !mayBeHidden ? drawText(value.text) : <Value value={value} schema={inner} />
  const drawAll = (some: readonly ArgumentEntry[], from: number): React.ReactElement => {
    const part = isNested ? 'nested' : undefined
    return kind === 'object' ? (
      <dl data-part={part} data-names={areLong ? 'long' : undefined}>
        {some.map(({ at, name, value }) => (
          <div
            key={at}
            data-long={value.kind === 'text' && /\n|.{80}/.test(value.text) ? '' : undefined}
            data-part={
              value.kind !== 'text'
                ? 'branch'
                : !isNested && entries.length === 1 && programs.test(name ?? '')
                  ? 'program'
                  : undefined
            }
          >
            <NameAndValue name={name} schema={schema}>
              {draw(value, schemaOf(schema, name))}
            </NameAndValue>
          </div>
        ))}
      </dl>
    ) : (
      <ul data-part={part}>
        {some.map(({ at, value }, index) => (
          <li key={at} data-number={from + index + 1}>
            {draw(value, schemaOf(schema, null))}
          </li>
        ))}
      </ul>
    )
  }
  if (!isElided) return drawAll(entries, 0)
  return (
    <>
      {drawAll(entries.slice(0, edge), 0)}
      <p data-part="hidden_amount">{words.hiddenArguments(entries.length - 2 * edge)}</p>
      {drawAll(entries.slice(-edge), entries.length - edge)}
    </>
  )
}

const programs = /^(?:command|cmd|script|code|sql)$/i

export function NameAndValue({
  name,
  schema,
  children,
}: {
  readonly name: string | null
  readonly schema: Schema
  readonly children: React.ReactNode
}): React.ReactElement {
  const key = name || '""'
  return (
    <>
      <dt>{drawText(titleOf(schema, name) ?? key)}</dt>
      <dd data-part={programs.test(key) ? 'code' : undefined}>{children}</dd>
    </>
  )
}

export function schemaOf(schema: Schema, name: string | null): Schema {
  const inner = name === null ? schema?.['items'] : propertiesOf(schema)?.[name]
  return isObject(inner) ? inner : undefined
}

function propertiesOf(schema: Schema): JsonSchema | undefined {
  const properties = schema?.['properties']
  return isObject(properties) ? properties : undefined
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}
