'use client'
import { useEffect, useId, useMemo, useState } from 'react'
import { CodeText } from '../components/editing/CodeText.tsx'
import type { EditorProps } from '../hooks/EditorProps.ts'
import { editorWords } from '../locales/editorWords.ts'
import { startEdit } from '../model/editDraft.ts'
import type { JsonSchema } from '../model/intervention.ts'
import { changesBetween, keysOf, placesIn, readJson } from '../model/jsonEdit.ts'
import { jsonTokens } from '../model/jsonTokens.ts'
import { visibleText } from '../model/visibleText.ts'
import { createCheck } from './check.ts'
import { inView, judged, withNewName, withText, withUnfinished, withValue } from './editing.ts'
import { isForm as canShow } from './fieldKind.ts'
import { createFocusRequest, FormContext } from './formContext.ts'
import { Members, ProblemAt } from './Members.tsx'
import { resolved } from './schema.ts'

const mostCharacters = 100_000
const mostTokens = 2_000
const anything: JsonSchema = {}

/**
 * Edits a JSON text as a form made from its schema, or as code. Text that is not touched stays byte for byte.
 *
 * @example
 * const chat = (
 *   <GatewayProvider gateway={gateway} editor={Editor}>
 *     <InterventionBar conversationId={id} />
 *   </GatewayProvider>
 * )
 */
export function Editor({
  schema = anything,
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
  const { from, text, view, edits, problems, newNames } = draft
  const check = useMemo(() => createCheck(schema, from, words), [schema, from, words])
  // A control was chosen by its schema.
  const schemaText = useMemo(() => textOf(schema), [schema])
  const root = readJson(text)
  // The fields of another text begin anew.
  const [round, setRound] = useState(0)
  const [focus] = useState(createFocusRequest)
  useEffect(() => {
    // The text may have been edited before the schema could be used.
    const now = judged(draft, check)
    if (now.problems.length !== problems.length || now.edits !== edits) onChange(now)
    // oxlint-disable-next-line react/exhaustive-deps -- only another check changes what an old text breaks.
  }, [check])
  const canBeForm =
    canShow(resolved(schema, schema), root) &&
    text.length <= mostCharacters &&
    [...jsonTokens(text)].length <= mostTokens
  const isForm = view === 'form' && canBeForm
  const named = problems.filter((problem) => showsMissing || !problem.isMissing)

  function undo(): void {
    setRound(round + 1)
    onChange({ ...judged(startEdit(draft.revision, from), check), view })
  }

  return (
    <div data-part="editor" role="group" aria-label={label}>
      {!(isAnswer && isForm) && (
        <div data-part="edit_tools">
          {!isAnswer && (
            <>
              <p data-part={edits > 0 ? 'edited' : undefined}>{words.edited(edits)}</p>
              <button
                type="button"
                data-part="undo"
                aria-disabled={edits === 0 || readOnly}
                onClick={() => edits > 0 && !readOnly && undo()}
              >
                {words.undo}
              </button>
            </>
          )}
          <div data-part="segmented" role="group" aria-label={words.views}>
            {(['form', 'code'] as const).map((one) => {
              const isOff = one === 'form' && !canBeForm
              return (
                <button
                  key={one}
                  type="button"
                  aria-pressed={(one === 'form') === isForm}
                  aria-disabled={isOff}
                  aria-describedby={isOff ? `${id}only` : undefined}
                  onClick={() => !isOff && onChange(inView(draft, one, check))}
                >
                  {words.view[one]}
                </button>
              )
            })}
          </div>
        </div>
      )}
      <div data-part="edit_box">
        {isForm ? (
          <FormContext.Provider
            key={`${from} ${round} ${schemaText}`}
            value={{
              draft,
              ...placesIn(text),
              before: placesIn(from),
              schema,
              words,
              isAnswer,
              readOnly,
              changes: new Set(
                from === '' ? [] : [...changesBetween(from, text), ...Object.keys(draft.unfinished)],
              ),
              // The field of a new name shows its own.
              problems: named.filter(({ pointer, text: one }) => newNames?.[pointer]?.problem !== one),
              set: (pointer, source) => onChange(withValue(draft, pointer, source, check)),
              setNewName: (pointer, name) => onChange(withNewName(draft, pointer, name, check)),
              setUnfinished: (pointer, typed, problem) =>
                onChange(withUnfinished(draft, pointer, { typed, problem }, check)),
              ...focus,
            }}
          >
            <Members pointer="" schema={resolved(schema, schema)} level={1} />
            <ProblemAt pointer="" />
          </FormContext.Provider>
        ) : (
          <>
            {!canBeForm && (
              <p id={`${id}only`} data-part="code_only">
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
              onEdit={(typed) => onChange(withText(draft, typed, check))}
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

function textOf(schema: JsonSchema): string {
  try {
    return JSON.stringify(schema)
  } catch {
    // A schema that leads back to itself as an object is no JSON.
    return ''
  }
}
