'use client'
import type { KeyboardEvent } from 'react'
import { PlaceContext, useFreePlace, usePlace } from '../arguments/KeepsPlace.ts'
import { isTooEarly } from '../../hooks/cardView.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { type AnswerDraft, isForEarlier, startEdit } from '../../model/editDraft.ts'
import type { JsonSchema } from '../../model/intervention.ts'
import { visibleText } from '../../model/visibleText.ts'
import { webAddress } from '../../model/webAddress.ts'
import { useIntervention } from '../card/InterventionContext.ts'
import { KeepDraft } from '../card/KeepDraft.tsx'
import { OnDemand } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { fitsSentence, useMessages } from '../words.ts'

/** Props of `Intervention.Question`. */
export type QuestionProps = PropsOf<'div'>

/**
 * A question of the agent and the fields for its answer: a form made from its schema, or one text. A short question is
 * the sentence of `Intervention.Title` and is not repeated. The text survives a failure and an unmount, in memory
 * only. Renders a `<div>`, or nothing if the call asks for a permission.
 */
export const Question: PartComponent<QuestionProps, 'div'> = /* @__PURE__ */ definePart(
  'div',
  'question',
  () => {
    const { card, viewer, group, id, focus, asked, isAnswering } = useIntervention()
    const place = usePlace()
    useFreePlace(place, card.revision)
    const isInTitle = !isAnswering && fitsSentence(asked?.message ?? '')
    if (!asked || card.status !== 'pending') return null
    const canAnswer = viewer?.mayDecide !== false && !isTooEarly(group)
    function leave(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      focus.leave()
    }
    return {
      id: `${id}question`,
      onKeyDown: leave,
      // The fields get all of their room when somebody comes to them.
      onFocus: place.free,
      watch: place.watch,
      around: (element) => <PlaceContext.Provider value={place}>{element}</PlaceContext.Provider>,
      children: (
        <>
          {!isInTitle && asked.message !== '' && (
            <p data-part="message" dir="auto">
              {visibleText(asked.message)}
            </p>
          )}
          {canAnswer && <Changed />}
          {asked.kind === 'url' && <Address url={asked.url} />}
          {canAnswer && asked.kind === 'text' && <AnswerText />}
          {canAnswer && asked.kind === 'form' && <AnswerForm schema={asked.schema} />}
        </>
      ),
    }
  },
)

// Nothing is fetched before the press.
function Address({ url }: { readonly url: string }): React.ReactElement {
  const { mayOpen } = useGatewayContext()
  const words = useMessages()
  const address = webAddress(url, mayOpen)
  const [before, after] = words.opens
  return (
    <>
      <p data-part="leads_to" data-status={address ? undefined : 'refused'}>
        {address ? (
          <>
            {before}
            <bdi data-part="host">{address.host}</bdi>
            {after}
          </>
        ) : (
          words.notOpened
        )}
      </p>
      <p data-part="address" dir="ltr">
        {visibleText(address?.href ?? url)}
      </p>
    </>
  )
}

function useAnswerDraft(): {
  readonly answer: AnswerDraft | null
  readonly change: (answer: AnswerDraft) => void
  /** Keeps a text that was written without a form. */
  readonly write: (text: string, problem?: string) => void
  readonly readOnly: boolean
} {
  const { card, draft, setDraft, lock, asked } = useIntervention()
  const { answer } = draft
  function change(next: AnswerDraft): void {
    const earlier = next.revision === answer?.revision ? answer.asked : undefined
    setDraft({ answer: { ...next, asked: earlier ?? asked?.message ?? '' }, choice: null })
  }
  return {
    answer,
    change,
    write: (text, problem) => {
      const problems = problem === undefined ? [] : [{ pointer: '', text: problem }]
      change({ ...(answer ?? startEdit(card.revision, '')), text, problems })
    },
    readOnly: lock !== undefined,
  }
}

// An answer that was written for another question is kept, and never sent unasked.
function Changed(): React.ReactElement | null {
  const { card, asked } = useIntervention()
  const { answer, change } = useAnswerDraft()
  const words = useMessages()
  if (!answer || !isForEarlier(answer, card.revision)) return null
  return (
    <KeepDraft
      of="answer"
      text={words.answerChanged}
      label={words.keepAnswer}
      onKeep={() => change({ ...answer, revision: card.revision })}
    >
      {answer.asked && answer.asked !== asked?.message && (
        <>
          {' '}
          <span data-part="mark">{words.before}</span> <bdi>{visibleText(answer.asked)}</bdi>
        </>
      )}
    </KeepDraft>
  )
}

// Text answers need no further code to be loaded.
function AnswerText(): React.ReactElement {
  const { id, isAnswering } = useIntervention()
  const { answer, write, readOnly } = useAnswerDraft()
  const words = useMessages()
  const isMissing = answer?.isPressed && answer.text.trim() === ''
  return (
    <div data-part="answer_text">
      <label htmlFor={`${id}answer`}>{isAnswering ? words.answerForTool : words.answer}</label>
      <textarea
        id={`${id}answer`}
        rows={1}
        dir="auto"
        value={answer?.text ?? ''}
        readOnly={readOnly}
        aria-required
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}missing` : undefined}
        onChange={(event) => write(event.target.value)}
      />
      {isMissing && (
        <p id={`${id}missing`} data-part="problem">
          {words.answerMissing}
        </p>
      )}
    </div>
  )
}

function AnswerForm({ schema }: { readonly schema: JsonSchema }): React.ReactElement {
  const { card } = useIntervention()
  const { editor } = useGatewayContext()
  const { answer, change, write, readOnly } = useAnswerDraft()
  const words = useMessages()
  const [problem] = answer?.problems ?? []
  return (
    <OnDemand
      part="AnswerForm"
      schema={schema}
      revision={card.revision}
      draft={answer}
      onChange={change}
      label={words.answer}
      showsMissing={answer?.isPressed}
      readOnly={readOnly}
      words={words.editor}
      editor={editor}
    >
      <div data-part="edit_box">
        <textarea
          data-part="code"
          dir="ltr"
          spellCheck={false}
          rows={linesOfForm(schema)}
          aria-label={words.answer}
          aria-invalid={(answer?.isPressed && problem !== undefined) || undefined}
          readOnly={readOnly}
          value={answer?.text ?? ''}
          onChange={({ target }) => write(target.value, isJson(target.value) ? undefined : words.notJson)}
        />
        {problem && <p data-part="problem">{problem.text}</p>}
      </div>
    </OnDemand>
  )
}

// About as high as its fields will be, which take this place.
function linesOfForm({ properties }: JsonSchema): number {
  const lines = Object.values(Object(properties)).map((field) => 4 + 2 * optionsOf(Object(field)))
  return Math.min(
    Math.max(
      lines.reduce((all, one) => all + one, 0),
      4,
    ),
    24,
  )
}

function optionsOf({ enum: some, oneOf = some, anyOf = oneOf, items }: JsonSchema): number {
  return Array.isArray(anyOf) ? anyOf.length : items ? optionsOf(Object(items)) : 0
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
