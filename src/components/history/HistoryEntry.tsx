'use client'
import { Fragment, useState } from 'react'
import type { HistoryWords } from '../../locales/historyWords.ts'
import { questionOf, type Resolution, type SettledIntervention } from '../../model/intervention.ts'
import { shortText, visibleText } from '../../model/visibleText.ts'
import { receiptIcons } from '../card/Receipt.tsx'
import { SettledEdits } from '../editing/Edits.tsx'
import { Icon } from '../icons.tsx'
import { actorOf, callName, useMessages } from '../words.ts'

export function HistoryEntry({
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
        <time dir="auto" dateTime={isoTime(at)}>
          {words.at(at)}
        </time>
        .{!isQuestion && words.effect[status] && ` ${words.effect[status]}`}
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
