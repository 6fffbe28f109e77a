'use client'
import { Fragment, type ReactNode, useId, useState } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { useFollowed } from '../../hooks/useConversation.ts'
import { useEarlierCalls } from '../../hooks/useEarlierCalls.ts'
import { historyWords, type HistoryWords } from '../../locales/historyWords.ts'
import { settledOf } from '../../model/conversation.ts'
import type { ConversationId, ToolCallId } from '../../model/ids.ts'
import { questionOf, type Resolution, type SettledIntervention } from '../../model/intervention.ts'
import { keepSettled } from '../../model/prune.ts'
import { shortText, visibleText } from '../../model/visibleText.ts'
import { receiptIcons } from '../card/Receipt.tsx'
import { SettledEdits } from '../editing/Edits.tsx'
import { Icon } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { actorOf, callName, useLanguage, useMessages } from '../words.ts'
import { historyJson } from './historyJson.ts'

/** Props of `InterventionHistory`. */
export interface InterventionHistoryProps extends PropsOf<'section'> {
  readonly conversationId: ConversationId
  /**
   * Draws the list, such as a virtual one. `calls`: newest first; `draw` draws one of them.
   * @default an `<ol>` of all
   */
  readonly list?:
    | ((
        calls: readonly SettledIntervention[],
        draw: (call: SettledIntervention) => React.ReactElement,
      ) => ReactNode)
    | undefined
}

/**
 * The settled calls of a conversation, newest first: the decision, the person or the rule, the time, the scope, and the
 * arguments as they were asked for and as they ran. Hidden values stay hidden. A page keeps the last 200; earlier ones are
 * read from the gateway at a press, if it has more. Renders a `<section>`.
 *
 * @example
 * <InterventionHistory conversationId={id} />
 */
export const InterventionHistory: PartComponent<InterventionHistoryProps, 'section'> =
  /* @__PURE__ */ definePart('section', 'history', ({ conversationId, list }: InterventionHistoryProps) => {
    const { state: shown, cards } = useFollowed(conversationId)
    // A server writes times in its own time zone.
    const state = shown?.reads === 0 ? undefined : shown
    const { announcer } = useGatewayContext()
    const { say } = announcer
    const language = useLanguage()
    const messages = useMessages()
    const words = { ...historyWords, ...messages.history }
    const id = useId()
    const known = state ? settledOf(state) : []
    const earlier = useEarlierCalls(conversationId, known)
    const calls = newestFirst([...earlier.calls, ...known])
    const isOwn = (call: ToolCallId): boolean => {
      const memory = cards.get(call)?.memory
      return memory?.status === 'settled' && memory.request !== null
    }
    const draw = (call: SettledIntervention): React.ReactElement => (
      <Entry key={call.toolCallId} call={call} words={words} own={isOwn(call.toolCallId)} />
    )

    async function copy(): Promise<void> {
      const isCopied = await navigator.clipboard?.writeText(historyJson(calls)).then(
        () => true,
        () => false,
      )
      say(messages.copied[isCopied ? 'yes' : 'no'])
    }

    return {
      ...language,
      'aria-labelledby': `${id}heading`,
      'data-styled': '',
      fixed: {
        conversationId: undefined,
        list: undefined,
        children: (
          <>
            <header>
              <h3 id={`${id}heading`}>{words.heading}</h3>
              {calls.length > 0 && (
                <button type="button" data-part="copy_history" onClick={() => void copy()}>
                  {words.copy}
                </button>
              )}
            </header>
            {state && calls.length === 0 && <p>{words.empty}</p>}
            {calls.length > 0 &&
              (list?.(calls, draw) ?? (
                <ol>
                  {calls.map((call) => (
                    <li key={call.toolCallId}>{draw(call)}</li>
                  ))}
                </ol>
              ))}
            {known.length >= keepSettled && <Earlier {...earlier} kept={known.length} words={words} />}
          </>
        ),
      },
    }
  })

// A page keeps the last calls only; the server may keep more.
function Earlier({
  status,
  failure,
  calls,
  read,
  kept,
  words,
}: ReturnType<typeof useEarlierCalls> & {
  readonly kept: number
  readonly words: HistoryWords
}): React.ReactElement | null {
  const { conversationFailure } = useMessages()
  if (status === 'read') return calls.length > 0 ? null : <p>{words.noEarlier(kept)}</p>
  const isReading = status === 'reading'
  return (
    <>
      {failure && <p role="alert">{conversationFailure(failure)}</p>}
      <button
        type="button"
        data-part="earlier"
        aria-disabled={isReading || undefined}
        onClick={() => isReading || void read()}
      >
        {isReading ? words.reading : words.earlier}
      </button>
    </>
  )
}

function newestFirst(calls: readonly SettledIntervention[]): readonly SettledIntervention[] {
  return calls.toReversed().toSorted((one, other) => other.resolution.at - one.resolution.at)
}

function Entry({
  call,
  words,
  own,
}: {
  readonly call: SettledIntervention
  readonly words: HistoryWords
  readonly own: boolean
}): React.ReactElement {
  const [isOpen, setOpen] = useState(false)
  const messages = useMessages()
  const { status, agent, tool, argsText } = call
  const resolution = shownResolution(call.resolution)
  const { at, remember, execution, reason, note, answerText } = resolution
  const by = words.by(resolution, status, own)
  const isQuestion = questionOf(call) !== undefined
  const isEdited =
    status === 'approved' && resolution.argsText !== undefined && resolution.argsText !== argsText
  return (
    <article data-part="history_entry" data-status={status}>
      <Icon of={execution?.ok === false ? 'warning' : receiptIcons[status]} />
      <p>
        <strong>
          <bdi>{callName(call)}</bdi>
        </strong>
        {tool?.server !== undefined && <small> {messages.source(shortText(tool.server))}</small>}
        {agent && <small> {actorOf(agent, messages).replace(/,$/, '')}</small>}
      </p>
      <p>
        {[(isQuestion ? words.question : words.status)[status], by].filter(Boolean).join(', ')},{' '}
        <time dateTime={isoTime(at)}>{words.at(at)}</time>.
        {!isQuestion && words.effect[status] && ` ${words.effect[status]}`}
        {remember && ` ${words.remember[remember]}`}
        {execution && ` ${words.result(execution)}`}
      </p>
      <Texts
        of={[
          [words.texts.reason, reason],
          [words.texts.note, note],
          [words.texts.answer, answerText],
        ]}
      />
      <SettledEdits card={call} />
      {argsText !== null && (
        <button
          type="button"
          data-part="history_toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.details.hide : words.details.show}
        </button>
      )}
      {isOpen && argsText !== null && (
        <Texts
          of={[
            [isEdited ? words.texts.asked : words.texts.arguments, visibleText(argsText)],
            [words.texts.ran, isEdited ? resolution.argsText : undefined],
          ]}
        />
      )}
    </article>
  )
}

function Texts({
  of,
}: {
  readonly of: readonly (readonly [name: string, text: string | undefined])[]
}): React.ReactElement | null {
  const told = of.filter(([, text]) => text !== undefined && text !== '')
  if (told.length === 0) return null
  return (
    <dl>
      {told.map(([name, text]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function shownResolution(resolution: Resolution): Resolution {
  const { by, automatic, reason, note, answerText, argsText, execution } = resolution
  return {
    ...resolution,
    ...(by?.name !== undefined && { by: { ...by, name: shortText(by.name) } }),
    ...(automatic?.name !== undefined && { automatic: { ...automatic, name: shortText(automatic.name) } }),
    ...(reason !== undefined && { reason: visibleText(reason) }),
    ...(note !== undefined && { note: visibleText(note) }),
    ...(answerText !== undefined && { answerText: visibleText(answerText) }),
    ...(argsText !== undefined && { argsText: visibleText(argsText) }),
    ...(execution?.message !== undefined && {
      execution: { ...execution, message: visibleText(execution.message) },
    }),
  }
}

function isoTime(at: number): string | undefined {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : undefined
}
