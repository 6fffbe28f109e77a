'use client'
import { useState } from 'react'
import type { Messages } from '../../locales/messages.ts'
import { type InterventionCall, nameOfTool, questionOf, type Tool } from '../../model/intervention.ts'
import { shortText, visibleText } from '../../model/visibleText.ts'
import { elidedText, longestWhole } from '../arguments/elide.ts'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { actorOf, fitsSentence, useMessages } from '../words.ts'
import { useShownCall } from './InterventionContext.ts'

/** Props of `Intervention.Title`. */
export type TitleProps = PropsOf<'h3'>

/**
 * The heading of the card, a sentence such as "Assistant wants to run Send an email". It takes focus when the card before
 * it is settled, and never on arrival. Renders an `<h3>`.
 */
export const Title: PartComponent<TitleProps, 'h3'> = /* @__PURE__ */ definePart('h3', 'title', useTitle)

function useTitle(): PartContent {
  const { card, siblings, id } = useShownCall()
  const { agent } = card
  const words = useMessages()
  const [whole, setWhole] = useState<string | null>(null)
  const { name, title, server } = nameOf(card)
  const isWhole = whole === card.revision
  const isLong =
    [name, title, server].some((text = '') => text.length > longestWhole) ||
    (agent !== undefined && actorOf(agent, words, visibleText) !== actorOf(agent, words, shortText))
  const shown = (text: string): string => (isWhole ? visibleText(text) : elidedText(text, words.more))
  const named = isWhole ? visibleText : shortText
  const actor = actorOf(agent, words, named)
  const [before, act, after, hasOwnWords] = sentenceOf(words, card, actor)
  const hasName = name !== undefined && (title?.trim() || hasOwnWords)
  return {
    id: `${id}title`,
    tabIndex: isWhole ? 0 : -1,
    'data-revealed': isWhole ? '' : undefined,
    'aria-describedby': siblings ? `${id}siblings` : undefined,
    children: (
      <>
        {agent ? <Isolated text={before} part={named(agent.name)} /> : before}
        <bdi data-part="tool">{shown(act)}</bdi>
        {after}
        {(hasName || server?.trim()) && (
          <>
            {' '}
            <span data-part="source">
              {hasName && <code>{shown(name)}</code>}
              {server?.trim() && ` ${words.source(shown(server))}`}
            </span>
          </>
        )}
      </>
    ),
    after: isLong && !isWhole && (
      <button type="button" data-part="title_more" onClick={() => setWhole(card.revision)}>
        {words.showMore}
      </button>
    ),
  }
}

function nameOf({ tool, question }: InterventionCall): Partial<Tool> {
  const from = [question?.from?.agent, question?.from?.server].filter(Boolean).join(', ')
  return { ...tool, ...(from && { server: from }) }
}

function sentenceOf(
  { sentence, wants, asks }: Messages,
  card: InterventionCall,
  actor: string,
): readonly [before: string, act: string, after: string, hasName: boolean] {
  const { tool } = card
  const asked = questionOf(card)
  if (asked || !tool) {
    const { message = '' } = asked ?? {}
    const [before, act, after] = asks(actor, fitsSentence(message) ? message.trim() : undefined)
    return [before, act, after, true]
  }
  const own = sentence(tool, actor)
  if (typeof own === 'string') return ['', own, '', true]
  if (own) return [...own, true]
  const [before, after] = wants(actor)
  return [before, nameOfTool(tool), after, false]
}

// The name of an agent is untrusted, so that its direction must not reorder the sentence.
function Isolated({
  text,
  part,
}: {
  readonly text: string
  readonly part: string | undefined
}): React.ReactElement {
  const at = part ? text.indexOf(part) : -1
  if (!part || at < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <bdi data-part="agent">{part}</bdi>
      {text.slice(at + part.length)}
    </>
  )
}
