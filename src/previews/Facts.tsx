'use client'
import { useContext, useMemo } from 'react'
import { HiddenContext } from '../components/arguments/ArgumentList.tsx'
import { drawText } from '../components/arguments/LongText.tsx'
import { Icon } from '../components/icons.tsx'
import { useLanguage, useMessages } from '../components/words.ts'
import { previewWords, type PreviewWords } from '../locales/previewWords.ts'
import { shortText } from '../model/visibleText.ts'

export function usePreviewWords(): PreviewWords {
  const { previews } = useMessages()
  return useMemo(() => ({ ...previewWords, ...previews }), [previews])
}

export type FactName = keyof PreviewWords['labels']

// A value that is not told is said to be unknown where it is null, and left out where it is undefined.
export function Facts({
  of,
}: {
  readonly of: readonly (readonly [name: FactName, value: React.ReactNode, notes?: readonly NoteOf[]])[]
}): React.ReactElement {
  const words = usePreviewWords()
  const told = of.filter(([, value]) => value !== undefined)
  return (
    <dl
      data-part="facts"
      data-names={told.some(([name]) => words.labels[name].length > 9) ? 'long' : undefined}
    >
      {told.map(([name, value, notes = []]) => (
        <div key={name} data-fact={name} data-long={isLongText(value) ? '' : undefined}>
          <dt>{words.labels[name]}</dt>
          <dd>
            {value === null ? (
              <span data-part="not_told">{words.notTold}</span>
            ) : typeof value === 'string' ? (
              <Shown text={value} />
            ) : (
              value
            )}
            <Notes of={notes} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isLongText = (value: React.ReactNode): boolean => typeof value === 'string' && /\n|.{80}/.test(value)

// A text of the call: whole or with what is left out in words, and with its hidden characters as escapes.
export function Shown({ text }: { readonly text: string }): React.ReactElement {
  const words = useMessages()
  const hidden = useContext(HiddenContext).get(text)
  return hidden ? <span data-part="hidden_value">{words.hiddenValue(hidden)}</span> : <>{drawText(text)}</>
}

export function Several({ texts }: { readonly texts: readonly string[] }): React.ReactElement {
  return (
    <ul data-part="several">
      {texts.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a text may be there twice.
        <li key={index}>
          <Shown text={text} />
        </li>
      ))}
    </ul>
  )
}

export interface NoteOf {
  readonly note: keyof PreviewWords['notes']
  // A host, a path or a name.
  readonly about?: string | undefined
}

// These notes name no harm, or something unknown.
const quiet = /unknown$|^no_zone$|^creates$/

// Notes on the part of a preview beside them.
export function Notes({ of }: { readonly of: readonly NoteOf[] }): React.ReactElement | null {
  const words = usePreviewWords()
  const { dir } = useLanguage()
  if (of.length === 0) return null
  return (
    // The step of a command beside it has its own direction.
    <ul data-part="preview_notes" dir={dir}>
      {of.map(({ note, about = '' }) => (
        <li
          key={`${note} ${about}`}
          data-part="preview_note"
          data-status={quiet.test(note) ? 'quiet' : 'warning'}
        >
          <Icon of={quiet.test(note) ? 'info' : 'warning'} />
          <span>{words.notes[note](shortText(about))}</span>
        </li>
      ))}
    </ul>
  )
}
