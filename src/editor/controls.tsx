'use client'
import { useState } from 'react'
import { CodeText } from '../components/editing/CodeText.tsx'
import { readJson, sourceAt, valueAt } from '../model/jsonEdit.ts'
import { isSameJson, textOfString } from '../model/jsonMeaning.ts'
import { visibleText } from '../model/visibleText.ts'
import type { FieldKind } from './fieldKind.ts'
import { useForm } from './form.ts'
import type { Option } from './schema.ts'

/** The value of a field, and the attributes that name and describe its control. */
export interface ControlProps {
  readonly pointer: string
  readonly aria: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': true | undefined
    readonly 'aria-required': true | undefined
  }
  readonly labelId: string
}

function useSource(pointer: string): string | undefined {
  const { draft, root } = useForm()
  return sourceAt(draft.text, root, pointer)
}

function isString(source: string | undefined): source is string {
  return source?.startsWith('"') === true
}

export function TextControl({
  pointer,
  aria,
  lines,
  input,
}: ControlProps & Pick<Extract<FieldKind, { kind: 'text' }>, 'lines' | 'input'>): React.ReactElement {
  const { set, isAnswer, readOnly } = useForm()
  const source = useSource(pointer)
  const text = isString(source) ? textOfString(source) : ''
  const [isWindows] = useState(text.includes('\r\n'))
  function write(typed: string): void {
    const written = isWindows ? typed.replaceAll(/\r?\n/g, '\r\n') : typed
    set(pointer, typed === '' && isAnswer ? null : JSON.stringify(written))
  }
  const common = { ...aria, dir: 'auto', readOnly, value: text } as const
  return lines === 'several' ? (
    <textarea rows={2} {...common} onChange={(event) => write(event.target.value)} />
  ) : (
    <input type={input} {...common} onChange={(event) => write(event.target.value)} />
  )
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

// A number field of a browser drops digits, and shows nothing in the place of what it cannot read.
export function NumberControl({ pointer, aria }: ControlProps): React.ReactElement {
  const { draft, words, set, setUnfinished, isAnswer, readOnly } = useForm()
  const source = useSource(pointer)
  function write(typed: string): void {
    const written = typed.trim()
    if (number.test(written)) set(pointer, written)
    else if (written === '' && isAnswer) set(pointer, null)
    else setUnfinished(pointer, typed, words.notNumber)
  }
  return (
    <input
      type="text"
      inputMode="decimal"
      data-kind="number"
      autoComplete="off"
      {...aria}
      readOnly={readOnly}
      value={draft.unfinished[pointer]?.typed ?? source ?? ''}
      onChange={(event) => write(event.target.value)}
    />
  )
}

export function CodeControl({ pointer, aria }: ControlProps): React.ReactElement {
  const { draft, words, set, setUnfinished, readOnly } = useForm()
  const source = useSource(pointer)
  return (
    <CodeText
      rows={2}
      {...aria}
      readOnly={readOnly}
      text={draft.unfinished[pointer]?.typed ?? source ?? ''}
      onEdit={(typed) => {
        if (readJson(typed)) set(pointer, typed.trim())
        else setUnfinished(pointer, typed, words.notJson(1))
      }}
    />
  )
}

export function BooleanControl({ pointer, aria }: ControlProps): React.ReactElement {
  const { words, set, readOnly } = useForm()
  const isTrue = useSource(pointer) === 'true'
  return (
    <span data-part="choice">
      <input
        type="checkbox"
        {...aria}
        aria-readonly={readOnly || undefined}
        checked={isTrue}
        onChange={() => !readOnly && set(pointer, String(!isTrue))}
      />
      <span aria-hidden="true">{words.boolean[isTrue ? 'true' : 'false']}</span>
    </span>
  )
}

export function ChoiceControl(
  props: ControlProps & Pick<Extract<FieldKind, { kind: 'choice' }>, 'options' | 'isFree'>,
): React.ReactElement {
  const { set, words, isAnswer, readOnly } = useForm()
  const { pointer, isFree, options, aria } = props
  const source = useSource(pointer)
  const isOther = source !== undefined && !options.some((option) => isSameJson(option.source, source))
  return (
    <>
      {isAnswer ? <ChoiceRows {...props} source={source} /> : <ChoiceMenu {...props} source={source} />}
      {isFree && (
        <input
          type="text"
          dir="auto"
          aria-label={words.other}
          placeholder={words.other}
          aria-describedby={aria['aria-describedby']}
          readOnly={readOnly}
          value={isOther && isString(source) ? textOfString(source) : ''}
          onChange={({ target }) =>
            set(pointer, target.value === '' && isAnswer ? null : JSON.stringify(target.value))
          }
        />
      )}
    </>
  )
}

type ChoiceProps = Parameters<typeof ChoiceControl>[0] & { readonly source: string | undefined }

function indexOf(options: readonly Option[], source: string | undefined): number {
  return source === undefined ? -1 : options.findIndex((option) => isSameJson(option.source, source))
}

function ChoiceMenu({ pointer, aria, options, isFree, source }: ChoiceProps): React.ReactElement {
  const { set, words, readOnly } = useForm()
  const at = indexOf(options, source)
  return (
    <select
      {...aria}
      aria-readonly={readOnly || undefined}
      value={at}
      onChange={({ target }) => {
        const option = options[Number(target.value)]
        if (option && !readOnly) set(pointer, option.source)
      }}
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
  )
}

function ChoiceRows({ pointer, aria, labelId, options, source }: ChoiceProps): React.ReactElement {
  const { set, readOnly } = useForm()
  const at = indexOf(options, source)
  const { 'aria-required': isRequired, ...described } = aria
  return (
    <div
      data-part="choices"
      role="radiogroup"
      aria-labelledby={labelId}
      aria-required={isRequired}
      {...described}
    >
      {options.map((option, index) => (
        <label key={option.source} data-part="choice">
          <input
            type="radio"
            name={aria.id}
            checked={index === at}
            onChange={() => !readOnly && set(pointer, option.source)}
          />
          <span dir="auto">{visibleText(option.label)}</span>
        </label>
      ))}
    </div>
  )
}

export function ChoicesControl({
  pointer,
  aria,
  labelId,
  options,
}: ControlProps & { readonly options: readonly Option[] }): React.ReactElement {
  const { draft, root, set, readOnly } = useForm()
  const items = (valueAt(root, pointer)?.members ?? []).map(({ value }) =>
    draft.text.slice(value.start, value.end),
  )
  function toggle({ source }: Option): void {
    const at = items.findIndex((item) => isSameJson(item, source))
    if (at >= 0) set(`${pointer}/${at}`, null)
    else if (valueAt(root, pointer)) set(`${pointer}/${items.length}`, source)
    else set(pointer, `[${source}]`)
  }
  const { 'aria-required': _required, ...described } = aria
  return (
    <div data-part="choices" role="group" aria-labelledby={labelId} {...described}>
      {options.map((option) => (
        <label key={option.source} data-part="choice">
          <input
            type="checkbox"
            checked={items.some((item) => isSameJson(item, option.source))}
            onChange={() => !readOnly && toggle(option)}
          />
          <span dir="auto">{visibleText(option.label)}</span>
        </label>
      ))}
    </div>
  )
}
