'use client'
import { useState } from 'react'
import { CodeText } from '../components/editing/CodeText.tsx'
import { readJson } from '../model/jsonEdit.ts'
import { isSameJson, textOfString } from '../model/jsonMeaning.ts'
import { visibleText } from '../model/visibleText.ts'
import type { FieldKind } from './fieldKind.ts'
import { useForm } from './formContext.ts'
import type { Option } from './schema.ts'

// The value of a field, and the attributes that name and describe its control.
export interface ControlProps {
  readonly pointer: string
  readonly aria: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': true | undefined
    readonly 'aria-required': true | undefined
  }
  readonly labelId: string
  // The JSON of an answer that is emptied; null: it is left out.
  readonly empty: 'null' | null
}

type LineKind = Extract<FieldKind, { kind: 'text' | 'number' | 'code' }>

// A text, a number, or JSON. A number field of a browser drops digits, and shows nothing for what it cannot read.
export function LineControl({
  pointer,
  aria,
  kind,
  empty,
}: ControlProps & { readonly kind: LineKind }): React.ReactElement {
  const { draft, words, sourceAt, set, setUnfinished, isAnswer, readOnly } = useForm()
  const given = sourceAt(pointer) ?? ''
  const source = given === empty ? '' : given
  const isText = kind.kind === 'text'
  const isNumber = kind.kind === 'number'
  const text = isText ? textOf(source) : (draft.unfinished[pointer]?.typed ?? source)
  const [isWindows] = useState(text.includes('\r\n'))
  function write(typed: string): void {
    const json = typed.trim()
    if (typed === '' && isAnswer) set(pointer, empty)
    else if (isText) set(pointer, JSON.stringify(isWindows ? typed.replaceAll(/\r?\n/g, '\r\n') : typed))
    else if (isNumber ? readJson(json)?.kind === 'number' : readJson(json)) set(pointer, json)
    else setUnfinished(pointer, typed, isNumber ? words.notNumber : words.notJson(1))
  }
  const common = { ...aria, readOnly, dir: 'auto' } as const
  const typing = {
    value: text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
  }
  if (kind.kind === 'code') return <CodeText {...common} rows={2} text={text} onEdit={write} />
  return isText && kind.lines === 'several' ? (
    <textarea {...common} {...typing} rows={2} />
  ) : (
    <input
      {...common}
      {...typing}
      type={isText ? kind.input : 'text'}
      inputMode={isText ? undefined : 'decimal'}
    />
  )
}

function textOf(source: string): string {
  return source.startsWith('"') ? textOfString(source) : ''
}

// A checkbox for an argument, two radio buttons for an answer.
export function BooleanControl(props: ControlProps): React.ReactElement {
  const { words, sourceAt, set, isAnswer } = useForm()
  const isTrue = sourceAt(props.pointer) === 'true'
  const yes = { source: 'true', label: words.boolean.true }
  if (isAnswer) {
    return (
      <ChoiceControl
        {...props}
        isFree={false}
        options={[yes, { source: 'false', label: words.boolean.false }]}
      />
    )
  }
  return (
    <Rows
      {...props}
      isSeveral
      options={[yes]}
      isChosen={() => isTrue}
      choose={() => set(props.pointer, String(!isTrue))}
    />
  )
}

export function ChoiceControl(
  props: ControlProps & Pick<Extract<FieldKind, { kind: 'choice' }>, 'options' | 'isFree'>,
): React.ReactElement {
  const { sourceAt, set, words, isAnswer, readOnly } = useForm()
  const { pointer, isFree, options, aria } = props
  const source = sourceAt(pointer)
  const at = source === undefined ? -1 : options.findIndex((option) => isSameJson(option.source, source))
  return (
    <>
      {isAnswer ? (
        <Rows
          {...props}
          isChosen={(option) => options[at] === option}
          choose={(option) => set(pointer, option.source)}
        />
      ) : (
        <select
          {...aria}
          value={at}
          onChange={({ target }) => !readOnly && set(pointer, options[Number(target.value)]!.source)}
        >
          {at < 0 && (
            <option value={-1}>
              {source === undefined ? words.choose : isFree ? words.other : visibleText(source)}
            </option>
          )}
          {options.map((option, index) => (
            <option key={option.source} value={index}>
              {visibleText(option.label)}
            </option>
          ))}
        </select>
      )}
      {isFree && (
        <input
          type="text"
          dir="auto"
          aria-label={words.other}
          placeholder={words.other}
          readOnly={readOnly}
          value={at < 0 ? textOf(source ?? '') : ''}
          onChange={({ target }) =>
            set(pointer, target.value === '' && isAnswer ? props.empty : JSON.stringify(target.value))
          }
        />
      )}
    </>
  )
}

export function ChoicesControl(
  props: ControlProps & { readonly options: readonly Option[] },
): React.ReactElement {
  const { keysAt, sourceAt, set } = useForm()
  const { pointer } = props
  const items = keysAt(pointer).map((at) => sourceAt(`${pointer}/${at}`)!)
  const placeOf = ({ source }: Option): number => items.findIndex((item) => isSameJson(item, source))
  return (
    <Rows
      {...props}
      isSeveral
      isChosen={(option) => placeOf(option) >= 0}
      choose={(option) => {
        const at = placeOf(option)
        if (at >= 0) set(`${pointer}/${at}`, null)
        else if (items.length > 0) set(`${pointer}/${items.length}`, option.source)
        else set(pointer, `[${option.source}]`)
      }}
    />
  )
}

function Rows({
  aria,
  labelId,
  options,
  isSeveral = false,
  isChosen,
  choose,
}: ControlProps & {
  readonly options: readonly Option[]
  readonly isSeveral?: boolean
  readonly isChosen: (option: Option) => boolean
  readonly choose: (option: Option) => void
}): React.ReactElement {
  const { readOnly } = useForm()
  return (
    <div data-part="choices" role={isSeveral ? 'group' : 'radiogroup'} aria-labelledby={labelId} {...aria}>
      {options.map((option) => (
        <label key={option.source} data-part="choice">
          <input
            type={isSeveral ? 'checkbox' : 'radio'}
            name={aria.id}
            checked={isChosen(option)}
            onChange={() => !readOnly && choose(option)}
          />
          <bdi>{visibleText(option.label)}</bdi>
        </label>
      ))}
    </div>
  )
}
