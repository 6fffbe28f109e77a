'use client'
import { useEffect, useId, useMemo, useState } from 'react'
import { CodeText } from '../components/editing/CodeText.tsx'
import { editorWords, type EditorWords } from '../locales/editorWords.ts'
import { type EditDraft, startEdit } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { isPlain, type JsonValue, keysOf, readJson } from '../model/jsonEdit.ts'
import { visibleText } from '../model/visibleText.ts'
import { createCheck } from './check.ts'
import { inView, judged, withText } from './editing.ts'
import { Form } from './Form.tsx'

/** Props of `Editor`. */
export interface EditorProps {
  /** The schema of the arguments, or of the answer. Absent: a field for each value that is there. */
  readonly schema?: JsonSchema | undefined
  /** The text and its edits: `startEdit`, or `startAnswer`. The page keeps it. */
  readonly draft: EditDraft
  /** Called with each change, before anything can be pressed. */
  readonly onChange: (draft: EditDraft) => void
  /** The name of the whole. */
  readonly label: string
  /** Draws the fields of an answer: those that are missing too. @default false */
  readonly isAnswer?: boolean | undefined
  /** Names what is missing; an answer does so once it was pressed. @default !isAnswer */
  readonly showsMissing?: boolean | undefined
  /** Nothing can be changed, because the decision is on its way. @default false */
  readonly readOnly?: boolean | undefined
  /** @default English */
  readonly words?: Partial<EditorWords> | undefined
}

const mostCharacters = 100_000
const mostValues = 1_000
const anything: JsonSchema = {}

/** Edits a JSON text as a form made from its schema, or as code. What is not touched stays byte for byte. */
export function Editor({
  schema,
  draft,
  onChange,
  label,
  isAnswer = false,
  showsMissing = !isAnswer,
  readOnly = false,
  words: given,
}: EditorProps): React.ReactElement {
  const id = useId()
  const words = useMemo(() => ({ ...editorWords, ...given }), [given])
  const { from, text, view, edits, problems } = draft
  const rules = useMemo(() => ({ check: createCheck(schema, from, words) }), [schema, from, words])
  const isChecked = useMemo(() => rules.check(text).isChecked, [rules, text])
  const root = useMemo(() => readJson(text), [text])
  // The fields of another text begin anew.
  const [round, setRound] = useState(0)
  useEffect(() => {
    // A text that was edited before the schema could be used.
    const now = judged(draft, rules)
    if (JSON.stringify(now.problems) !== JSON.stringify(problems) || now.edits !== edits) onChange(now)
    // oxlint-disable-next-line react/exhaustive-deps -- only other rules change what an old text breaks.
  }, [rules])
  const canBeForm = root !== null && isFormable(root, text)
  const isForm = view === 'form' && canBeForm
  const named = problems.filter((problem) => showsMissing || !problem.isMissing)

  function undo(): void {
    setRound(round + 1)
    onChange({ ...judged(startEdit(draft.revision, from), rules), view })
  }

  return (
    <div data-part="editor" role="group" aria-label={label}>
      <div data-part="edit_tools">
        {!isAnswer && (
          <p>
            <span data-part={edits > 0 ? 'edited' : undefined}>{words.edited(edits)}</span>
          </p>
        )}
        {!isAnswer && (
          <button
            type="button"
            data-part="undo"
            aria-disabled={edits === 0 || readOnly || undefined}
            onClick={() => edits > 0 && !readOnly && undo()}
          >
            {words.undo}
          </button>
        )}
        <div data-part="segmented" role="group" aria-label={words.views}>
          {(['form', 'code'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={(one === 'form') === isForm}
              aria-disabled={(one === 'form' && !canBeForm) || undefined}
              aria-describedby={one === 'form' && !canBeForm ? `${id}only` : undefined}
              onClick={() => (one === 'code' || canBeForm) && onChange(inView(draft, one, rules))}
            >
              {words.view[one]}
            </button>
          ))}
        </div>
      </div>
      <div data-part="edit_box">
        {!isChecked && <p data-part="unchecked">{words.unchecked}</p>}
        {isForm ? (
          <Form
            key={`${from} ${round}`}
            {...{ draft, root, onChange, isAnswer, readOnly, showsMissing, rules, words }}
            schema={schema ?? anything}
          />
        ) : (
          <>
            {!canBeForm && (
              <p id={`${id}only`} data-part="unchecked">
                {words.codeOnly}
              </p>
            )}
            <CodeText
              rows={8}
              aria-label={words.view.code}
              aria-invalid={named.length > 0 || undefined}
              aria-describedby={named.length > 0 ? `${id}problems` : undefined}
              readOnly={readOnly}
              text={text}
              onEdit={(typed) => onChange(withText(draft, typed, rules))}
            />
            {named.length > 0 && (
              <ul id={`${id}problems`} data-part="problems">
                {named.map(({ pointer, text: problem }) => (
                  <li key={pointer} data-part="problem">
                    {pointer && `${visibleText(keysOf(pointer).join(' › '))}: `}
                    {problem}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </div>
  )
}

function isFormable(root: JsonValue, text: string): boolean {
  if (root.kind !== 'object' || !isPlain(root) || text.length > mostCharacters) return false
  let left = mostValues
  const waiting: JsonValue[] = [root]
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    left -= 1
    if (left < 0) return false
    for (const member of value.members) waiting.push(member.value)
  }
  return true
}
