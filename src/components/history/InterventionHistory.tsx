'use client'
import { type ReactNode, useId } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { useFollowed } from '../../hooks/useConversation.ts'
import { useEarlierCalls } from '../../hooks/useEarlierCalls.ts'
import { historyWords, type HistoryWords } from '../../locales/historyWords.ts'
import { settledOf } from '../../model/conversation.ts'
import type { ConversationId, ToolCallId } from '../../model/ids.ts'
import type { SettledIntervention } from '../../model/intervention.ts'
import { keepSettled } from '../../model/prune.ts'
import { useKeptFocus } from '../card/useKeptFocus.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useLanguage, useMessages } from '../words.ts'
import { HistoryEntry } from './HistoryEntry.tsx'

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
    const watch = useKeptFocus((section) => {
      const first = section?.querySelectorAll('[data-part="history_entry"]')[known.length]
      return first?.querySelector<HTMLElement>('button') ?? section?.querySelector<HTMLElement>('h3')
    })
    const known = state ? settledOf(state) : []
    const earlier = useEarlierCalls(conversationId, known)
    const calls = newestFirst([...earlier.calls, ...known])
    const isOwn = (call: ToolCallId): boolean => {
      const memory = cards.get(call)?.memory
      return memory?.status === 'settled' && memory.request !== null
    }
    const draw = (call: SettledIntervention): React.ReactElement => (
      <HistoryEntry key={call.toolCallId} call={call} words={words} own={isOwn(call.toolCallId)} />
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
      watch,
      fixed: {
        conversationId: undefined,
        list: undefined,
        children: (
          <>
            <header>
              <h3 id={`${id}heading`} tabIndex={-1}>
                {words.heading}
              </h3>
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

// Arguments are texts in it, so that no number changes.
function historyJson(calls: readonly SettledIntervention[]): string {
  const entries = calls.map(({ toolCallId, tool, question, agent, status, argsText, resolution }) => {
    const { argsText: edited, ...rest } = resolution
    return {
      toolCallId,
      tool: tool && { name: tool.name, title: tool.title, server: tool.server },
      question: question?.message,
      agent: agent?.name,
      status,
      askedArgsText: argsText,
      ranArgsText: status === 'approved' ? (edited ?? argsText) : null,
      ...rest,
    }
  })
  return JSON.stringify(entries, null, 2)
}
