'use client'
import { useId, useState } from 'react'
import type { JsonSchema } from '../model/intervention.ts'
import { pointerTo } from '../model/jsonEdit.ts'
import { titleOf } from '../model/titleOf.ts'
import { visibleText } from '../model/visibleText.ts'
import { Field, type InnerProps, Was } from './Field.tsx'
import { useForm } from './formContext.ts'
import { choicesOf, isRequired, memberSchema, propertiesOf, takesMore, typesOf } from './schema.ts'

// A question within a question that leads back to itself ends here.
const answeredLevels = 2

function nameOf(schema: JsonSchema, key: string): string {
  return visibleText(titleOf(schema, key) ?? key) || '""'
}

// The values of an object: those it has, then those that it may have.
export function Members({ pointer, schema, level }: InnerProps): React.ReactElement {
  const form = useForm()
  const { schema: document, isAnswer } = form
  const known = propertiesOf(schema)
  const given = form.keysAt(pointer)
  const missing = [...new Set([...known, ...form.before.keysAt(pointer)])].filter(
    (key) => !given.includes(key),
  )
  const asked = isAnswer && level <= answeredLevels
  const drawn = asked ? [...known, ...given.filter((key) => !known.includes(key))] : given
  const isMap = takesMore(schema)
  const isRemovable = (key: string): boolean => isMap || known.includes(key)
  return (
    <div data-part="fields">
      {drawn.map((key) => {
        const place = pointerTo(pointer, key)
        const inner = memberSchema(schema, key, 'object', document)
        const isOptional = !asked && isRemovable(key) && !isRequired(schema, key)
        return (
          <Field
            key={key}
            pointer={place}
            name={nameOf(schema, key)}
            schema={inner}
            level={level}
            inner={inners}
            isRequired={isRequired(schema, key)}
            onRemove={isOptional ? () => (form.focusOn(place), form.set(place, null)) : undefined}
          />
        )
      })}
      {!asked && missing.length > 0 && (
        <div data-part="missing">
          {missing.map((key) => {
            const inner = memberSchema(schema, key, 'object', document)
            return (
              <Missing
                key={key}
                pointer={pointerTo(pointer, key)}
                schema={inner}
                name={nameOf(schema, key)}
              />
            )
          })}
        </div>
      )}
      {isMap && !form.readOnly && <NewMember {...{ pointer, schema }} />}
    </div>
  )
}

// Adds a value of a name that the schema does not know.
function NewMember({ pointer, schema }: Pick<InnerProps, 'pointer' | 'schema'>): React.ReactElement {
  const { draft, keysAt, schema: document, words, set, setNewName, focusOn } = useForm()
  const id = useId()
  const name = draft.newNames?.[pointer]?.typed ?? ''
  const isTaken = keysAt(pointer).includes(name)
  const isOff = name === '' || isTaken
  const isHeld = name !== ''
  const sourceOf = (key: string): string =>
    freshSource(memberSchema(schema, key, 'object', document), document)
  function add(): void {
    if (isOff) return
    const place = pointerTo(pointer, name)
    focusOn(place)
    set(place, sourceOf(name))
  }
  return (
    <div data-part="field" data-kind="name">
      <label htmlFor={id}>{words.newName}</label>
      <div data-part="control">
        <input
          id={id}
          value={name}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={isHeld || undefined}
          aria-describedby={isHeld ? `${id}notes` : undefined}
          onChange={({ target }) => {
            const { value: typed } = target
            setNewName(pointer, { typed, source: sourceOf(typed), problem: words.nameNotAdded })
          }}
          onKeyDown={({ key, ctrlKey, metaKey, nativeEvent }) => {
            // The chord of the filled button stays one.
            if (key === 'Enter' && !ctrlKey && !metaKey && !nativeEvent.isComposing) add()
          }}
        />
        <button type="button" data-part="add" aria-disabled={isOff} onClick={add}>
          {words.add(visibleText(name) || null)}
        </button>
      </div>
      {isHeld && (
        <div id={`${id}notes`} data-part="notes">
          <p data-part="problem">{isTaken ? words.nameTaken : words.nameNotAdded}</p>
        </div>
      )}
    </div>
  )
}

// A value that is not there: nothing is sent in its place, not even its default.
function Missing({
  pointer,
  schema,
  name,
}: {
  readonly pointer: string
  readonly schema: JsonSchema
  readonly name: string
}): React.ReactElement {
  const { before, schema: document, words, readOnly, changes, set, focusOn, takeFocus } = useForm()
  const source = before.sourceAt(pointer) ?? freshSource(schema, document)
  return (
    <div ref={(element) => takeFocus(pointer, element)} data-part="absent">
      {!readOnly && (
        <button
          type="button"
          data-part="add"
          onClick={() => {
            focusOn(pointer)
            set(pointer, source)
          }}
        >
          {words.add(name)}
        </button>
      )}
      {changes.has(pointer) && <Was pointer={pointer} />}
      <ProblemAt pointer={pointer} name={name} />
    </div>
  )
}

// The problem of a value that has no control.
export function ProblemAt({
  pointer,
  name,
}: {
  readonly pointer: string
  readonly name?: string
}): React.ReactElement | null {
  const problem = useForm().problems.find((one) => one.pointer === pointer)
  return problem ? <p data-part="problem">{[name, problem.text].filter(Boolean).join(': ')}</p> : null
}

// The values of a list, each of which can be removed, and one more.
export function ListItems({ pointer, schema, level }: InnerProps): React.ReactElement {
  const { keysAt, schema: document, words, readOnly, set, focusOn, takeFocus } = useForm()
  const count = keysAt(pointer).length
  // A control keeps its value when that value moves.
  const [keys, setKeys] = useState<readonly number[]>(() => Array.from({ length: count }, (_, at) => at))
  if (keys.length !== count) setKeys(Array.from({ length: count }, (_, at) => at))
  const addPlace = pointerTo(pointer, 'add')
  function add(): void {
    const source = freshSource(memberSchema(schema, String(count), 'array', document), document)
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    focusOn(pointerTo(pointer, count))
    if (count > 0) set(pointerTo(pointer, count), source)
    else set(pointer, `[${source}]`)
  }
  function remove(at: number): void {
    setKeys(keys.filter((_, index) => index !== at))
    focusOn(addPlace)
    set(pointerTo(pointer, at), null)
  }
  return (
    <div data-part="items">
      {Array.from({ length: count }, (_, at) => {
        const inner = memberSchema(schema, String(at), 'array', document)
        return (
          <Field
            key={keys[at] ?? `new${at}`}
            pointer={pointerTo(pointer, at)}
            name={words.item(at + 1)}
            schema={inner}
            level={level}
            inner={inners}
            isRequired={false}
            onRemove={() => remove(at)}
          />
        )
      })}
      {!readOnly && (
        <button ref={(element) => takeFocus(addPlace, element)} type="button" data-part="add" onClick={add}>
          {words.add(null)}
        </button>
      )}
    </div>
  )
}

const inners = { object: Members, list: ListItems }

// The JSON of a value that somebody adds: its default, or an empty one of its type.
function freshSource(schema: JsonSchema, root: JsonSchema): string {
  const [choice] = choicesOf(schema, root)?.options ?? []
  const type = typesOf(schema).find((one) => one !== 'null') ?? 'string'
  if (schema['default'] !== undefined) return JSON.stringify(schema['default'])
  return choice?.source ?? empty[type] ?? '""'
}

const empty: Readonly<Record<string, string>> = {
  object: '{}',
  array: '[]',
  number: '0',
  integer: '0',
  boolean: 'false',
}
