'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { elidedText } from '../arguments/elide.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from '../useMessages.ts'

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
