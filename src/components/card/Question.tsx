'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { elidedText } from '../arguments/elide.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from '../words.ts'
import { LongWords } from '../arguments/LongText.tsx'

/** Props of `Intervention.Question`. */
export type QuestionProps = PropsOf<'h3'>

/**
 * The heading of the card, such as "Assistant wants to run send_mail". It takes focus when the card before it is settled,
 * and never on arrival. Renders an `<h3>`.
 */
export const Question: PartComponent<QuestionProps, 'h3'> = definePart('h3', 'question', () => {
  const { card, siblings, id } = useIntervention()
  const { question, source, more } = useMessages()
  const { name, title, server } = card.tool
  const children = (
    <>
      {question[0]}
      <bdi data-part="tool">{elidedText(title ?? name, more)}</bdi>
      {question[1]}
      {(title ?? server) !== undefined && (
        <span data-part="source">
          {title !== undefined && <code>{elidedText(name, more)}</code>}
          {server !== undefined && ` ${source(elidedText(server, more))}`}
        </span>
      )}
    </>
  )
  return {
    id: `${id}question`,
    tabIndex: -1,
    'aria-describedby': siblings ? `${id}siblings` : undefined,
    children,
  }
})

/** Props of `Intervention.Why`. */
export type WhyProps = PropsOf<'p'>

/** The reason of the call, with its source. Renders a `<p>`, or nothing. */
export const Why: PartComponent<WhyProps, 'p'> = definePart('p', 'why', () => {
  const { why } = useIntervention().card
  const words = useMessages()
  if (why === undefined) return null
  return {
    state: { status: why.by },
    children: (
      <>
        <span data-part="why_label">{words.why[why.by]}</span>{' '}
        <LongWords text={why.text} label={words.why[why.by] ?? ''} />
      </>
    ),
  }
})

export type SiblingsProps = PropsOf<'p'>

/**
 * Tells before the press how this decision affects the other calls of the pause: they may be sent together, and a
 * rejection may reject them. Renders a `<p>`, or nothing.
 */
export const Siblings: PartComponent<SiblingsProps, 'p'> = definePart('p', 'siblings', () => {
  const { group, siblings, id } = useIntervention()
  if (!siblings) return null
  return { id: `${id}siblings`, state: { status: group.pause.answering }, children: siblings }
})
