'use client'
import { useId, useState } from 'react'
import type { JsonSchema } from '../model/intervention.ts'
import { textOfString } from '../model/jsonMeaning.ts'
import { countHidden, visibleText } from '../model/visibleText.ts'
import { BooleanControl, ChoiceControl, ChoicesControl, type ControlProps, LineControl } from './controls.tsx'
import { type FieldKind, fieldKind } from './fieldKind.ts'
import { useForm } from './formContext.ts'
import { isNullable, textIn } from './schema.ts'

// The values within an object or a list.
export interface InnerProps {
  readonly pointer: string
  readonly schema: JsonSchema
  readonly level: number
}

export interface FieldProps {
  readonly pointer: string
  readonly name: string
  readonly schema: JsonSchema
  readonly level: number
  readonly isRequired: boolean
  // Removes the value.
  readonly onRemove?: (() => void) | undefined
  readonly inner: Readonly<Record<'object' | 'list', React.ComponentType<InnerProps>>>
}

// One value with its name, its control, its description and its errors.
export function Field({
  pointer,
  name,
  schema,
  level,
  isRequired,
  onRemove,
  inner,
}: FieldProps): React.ReactElement {
  const { sourceAt, schema: document, words, isAnswer, readOnly, changes, problems, takeFocus } = useForm()
  const id = useId()
  const source = sourceAt(pointer)
  const [kind] = useState(() =>
    fieldKind(schema, document, isAnswer && source === 'null' ? undefined : source, level),
  )
  const description = textIn(schema, 'description')
  const isGroup = kind.kind === 'object' || kind.kind === 'list'
  // Values within a group have fields of their own.
  const problem = problems.find(
    (one) => one.pointer === pointer || (!isGroup && one.pointer.startsWith(`${pointer}/`)),
  )?.text
  const hidden = kind.kind === 'text' && source ? countHidden(textOfString(source)) : 0
  const notes = [
    ['description', description !== undefined && visibleText(description)],
    ['invisible', hidden > 0 && words.invisible(hidden)],
    ['problem', problem],
  ].flatMap(([part, text]) =>
    part && text ? (
      <p key={part} data-part={part} dir="auto">
        {text}
      </p>
    ) : (
      []
    ),
  )
  if (changes.has(pointer)) notes.push(<Was key="was" pointer={pointer} />)
  const label = changes.has(pointer) ? <span data-part="edited">{name}</span> : name
  const control: ControlProps = {
    pointer,
    labelId: `${id}label`,
    empty: isAnswer && isRequired && isNullable(schema) ? 'null' : null,
    aria: {
      id: `${id}control`,
      'aria-describedby': notes.length > 0 ? `${id}notes` : undefined,
      'aria-invalid': problem !== undefined || undefined,
      'aria-required': (isRequired && isAnswer && kind.kind !== 'choices') || undefined,
    },
  }
  const hasLabel = /^(?:text|number|code)$/.test(kind.kind) || (kind.kind === 'choice' && !isAnswer)
  return (
    <div
      ref={(element) => takeFocus(pointer, element)}
      data-part="field"
      data-kind={kind.kind}
      role={isGroup ? 'group' : undefined}
      aria-labelledby={isGroup ? control.labelId : undefined}
    >
      {hasLabel ? (
        <label id={control.labelId} htmlFor={control.aria.id}>
          <bdi>{label}</bdi>
        </label>
      ) : (
        <span id={control.labelId} data-part="label">
          <bdi>{label}</bdi>
        </span>
      )}
      <div data-part="control">
        <Control {...{ kind, schema, level, control, inner }} />
        {onRemove && !readOnly && (
          <button type="button" data-part="remove" aria-label={words.remove(name)} onClick={onRemove}>
            ×
          </button>
        )}
      </div>
      {notes.length > 0 && (
        <div id={`${id}notes`} data-part="notes">
          {notes}
        </div>
      )}
    </div>
  )
}

function Control({
  kind,
  schema,
  level,
  control,
  inner,
}: Pick<FieldProps, 'schema' | 'level' | 'inner'> & {
  readonly kind: FieldKind
  readonly control: ControlProps
}): React.ReactElement {
  switch (kind.kind) {
    case 'text':
    case 'number':
    case 'code':
      return <LineControl {...control} kind={kind} />
    case 'boolean':
      return <BooleanControl {...control} />
    case 'choice':
      return <ChoiceControl {...control} {...kind} />
    case 'choices':
      return <ChoicesControl {...control} {...kind} />
    case 'object':
    case 'list': {
      const Inner = inner[kind.kind]
      return <Inner pointer={control.pointer} schema={schema} level={level + 1} />
    }
    default:
      return kind satisfies never
  }
}

const longest = 300

// The value before the edits.
export function Was({ pointer }: { readonly pointer: string }): React.ReactElement {
  const { before, words } = useForm()
  const source = before.sourceAt(pointer)
  if (source === undefined) {
    return <p data-part="was">{words.added}</p>
  }
  const text = source.startsWith('"') && source !== '""' ? textOfString(source) : source
  return (
    <p data-part="was" dir="auto">
      {words.was} <del>{visibleText(text.length > longest ? `${text.slice(0, longest)}…` : text)}</del>
    </p>
  )
}
