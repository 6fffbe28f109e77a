'use client'
import { forwardRef, type MouseEvent, useContext } from 'react'
import { isTooEarly } from '../../hooks/cardView.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import { type AnswerDraft, isForEarlier, startEdit } from '../../model/editDraft.ts'
import { offers, questionOf } from '../../model/intervention.ts'
import { webAddress } from '../../model/webAddress.ts'
import { type InterventionScopeProps, RowContext, useIntervention } from '../card/InterventionContext.ts'
import { scopedPart } from '../card/scopedPart.tsx'
import { useDecisionPart } from '../card/useDecisionPart.ts'
import { useGuardedPress } from '../guard/useGuardedPress.tsx'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useDecisionWords } from '../words.ts'

/** Props of `Intervention.Answer`. Inside of an `Intervention.Root` it is about its call. */
export interface AnswerProps extends Partial<InterventionScopeProps>, PropsOf<'button'> {}

// Without what lets it stand alone, for the kit's own row of decisions.
export const Answering: PartComponent<AnswerProps, 'button'> = /* @__PURE__ */ forwardRef<
  HTMLButtonElement,
  AnswerProps
>(function Answer(props, ref) {
  const isLink = useIntervention().asked?.kind === 'url'
  // SAFETY: props and ref are only passed on.
  const Part = (isLink ? AnswerLink : AnswerButton) as typeof AnswerButton
  return <Part {...props} ref={ref} />
})

/**
 * Sends the answer to a question, exactly as it is shown. If something is missing or wrong it says so and sends nothing.
 * Renders a `<button>` if the call is a question, and an `<a>` that opens a new tab if the question leads to an address.
 */
export const Answer: PartComponent<AnswerProps, 'button'> = /* @__PURE__ */ scopedPart(Answering)

const AnswerButton = /* @__PURE__ */ definePart('button', 'answer', useAnswer)

// The browser opens the address in the press, as no script can that waits for anything.
const AnswerLink = /* @__PURE__ */ definePart('a', 'answer', (given: AnswerProps): PartContent | null => {
  const content = useAnswer(given)
  const { mayOpen } = useGatewayContext()
  const { asked } = useIntervention()
  const address = asked?.kind === 'url' ? webAddress(asked.url, mayOpen) : null
  if (!content || !address) return null
  const { form: _form, type: _type, ...link } = content
  const prevent = (event: MouseEvent): void => event.preventDefault()
  return {
    ...link,
    fixed: {
      ...link.fixed,
      href: address.href,
      target: '_blank',
      rel: 'noopener noreferrer',
      draggable: false,
      // Another mouse button would open the address without telling the agent.
      onAuxClick: prevent,
    },
  }
})

function useAnswer({ onClick }: AnswerProps): PartContent | null {
  const { card, lock, draft, setDraft, id, asked } = useIntervention()
  const { say } = useGatewayContext().announcer
  const press = useGuardedPress('answered', useContext(RowContext))
  const words = useDecisionWords()
  const part = useDecisionPart('answered', press)
  if (!part || !asked) return null
  const { toolCallId, revision } = card
  const { answer } = draft
  const isLink = asked.kind === 'url'
  const made: DecisionRequest = {
    ...{ toolCallId, revision, decision: 'answered' },
    ...(!isLink && { answerText: answer?.text ?? '' }),
  }
  const label = isLink ? words.openAndContinue : words.decisions.answered

  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event)
    const counts = press.accepts(event)
    if (event.defaultPrevented) return
    if (lock || !counts) return isLink ? event.preventDefault() : undefined
    if (isLink) return press.decide(made, event)
    if (isForEarlier(answer, revision)) return say(words.answerChanged)
    if (!answer || answer.problems[0] || answer.text.trim() === '') return refuse(event.currentTarget, answer)
    press.decide(made, event)
  }

  // Names what is wrong at its field, which takes focus.
  function refuse(button: HTMLElement, invalid: AnswerDraft | null): void {
    setDraft({ answer: { ...(invalid ?? startEdit(revision, '')), isPressed: true } })
    const [problem] = invalid?.problems ?? []
    say(words.editRefused(problem?.text ?? words.answerMissing))
    const page = button.getRootNode() as Document | ShadowRoot
    setTimeout(() => {
      const fields = page.getElementById(`${id}question`)
      const place = '[aria-invalid="true"]'
      fields?.querySelector<HTMLElement>(`:is(input, textarea, select)${place}, ${place} input`)?.focus()
    })
  }

  return part({
    made,
    isInvalid: (answer?.problems.length ?? 0) > 0,
    label: (isAgain) => (isAgain ? words.tryAgain : label),
    sending: words.deciding.answered,
    hint: '',
    onClick: handleClick,
  })
}

/** Props of `Intervention.Hint`. */
export type HintProps = PropsOf<'p'>

/** Says what happens without an answer, or with one in the place of the tool. Renders a `<p>`, or nothing. */
export const Hint: PartComponent<HintProps, 'p'> = /* @__PURE__ */ definePart('p', 'hint', () => {
  const { card, viewer, group, isAnswering } = useIntervention()
  const words = useDecisionWords()
  if (isAnswering) return { children: words.answerForToolHint(words.assistant) }
  const isOffered = questionOf(card) && offers(card, 'rejected_continue') && card.reason !== 'required'
  if (card.status !== 'pending' || !isOffered || viewer?.mayDecide === false || isTooEarly(group)) return null
  return { children: words.declineHint(words.assistant) }
})
