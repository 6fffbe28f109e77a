import { allLines, type DecisionWords } from './decisionWordsOf.ts'
import type { Formats } from './formats.ts'
import type { Messages } from './messages.ts'
import type { BarTexts, DecisionTexts } from './texts.ts'
import type { TroubleWords } from './troubleWordsOf.ts'

export type BarWords = Omit<Messages, keyof DecisionWords | keyof TroubleWords>

const halfDayMs = 12 * 60 * 60 * 1_000

/** The words of the bar that a button alone does not need, in one language. */
export function barWordsOf(
  formats: Formats,
  texts: BarTexts & Pick<DecisionTexts, 'gap' | 'needed'>,
): BarWords {
  const { fill, count, number, list } = formats
  const { hidden, expires, hosts, needed } = texts
  const named = (text: string) => (assistant: string) => fill(text, { assistant })
  const listed = (all: readonly string[]): string => {
    const first = list(all.slice(0, 3))
    return all.length > 3 ? fill(texts.andMore, { list: first, count: all.length - 3 }) : first
  }
  const inPlaces = (text: string) => (places: readonly string[]) => fill(text, { places: listed(places) })
  return {
    ...texts,
    sentence: () => undefined,
    actor: ({ name, relation, path: [path] }, assistant) =>
      relation === 'handoff' ? name : fill(texts.actor, { name, path: path ?? assistant }),
    wants: (assistant) => {
      const [before, after] = texts.wants
      return [fill(before, { assistant }), fill(after, { assistant })]
    },
    asks: (actor, question) => {
      const [before, asked, after] = question === undefined ? texts.asked : texts.asks
      return [fill(before, { actor }), question ?? asked, fill(after, { actor })]
    },
    waitingFor: (host) => fill(texts.waitingFor, { host }),
    heading: (pending, questions) => {
      if (pending === 0) return texts.heading.none
      if (pending === 1) return texts.heading[questions === 0 ? 'approval' : 'answer']
      const kind = questions === 0 ? 'approvals' : questions === pending ? 'answers' : 'decisions'
      return count(pending, needed[kind])
    },
    position: (at, total) => fill(texts.position, { at, total }),
    inOrder: (tool) => fill(texts.inOrder, { tool }),
    source: (server) => fill(texts.source, { server }),
    needsAnswer: (tool) => fill(texts.needsAnswer, { tool }),
    agentReason: (agent) => fill(texts.agentReason, { agent }),
    unreadable: (calls) => count(calls, texts.unreadable),
    more: (characters) => count(characters, hidden.characters),
    reason: named(texts.reason),
    approvalNote: {
      agent: named(texts.approvalNote.agent),
      record: named(texts.approvalNote.record),
      nobody: named(texts.approvalNote.nobody),
    },
    busy: {
      running: named(texts.busy.running),
      asking: named(texts.busy.asking),
      sending: named(texts.busy.sending),
      not_taken: named(texts.busy.not_taken),
      checking: named(texts.busy.checking),
    },
    ended: {
      done: named(texts.ended.done),
      interrupted: named(texts.ended.interrupted),
      error: named(texts.ended.error),
    },
    noPermission: (why) => {
      const [before, after] = texts.noPermission
      return [before, why, after].filter(Boolean).join(texts.gap)
    },
    expires: (at, left, now) => {
      if (left === 'over') return [expires.over, '']
      const seconds = Math.ceil((at - now) / 1_000)
      const inTime = (time: string) => [fill(expires.left, { time }), expires.end] as const
      if (seconds <= 120)
        return inTime(`${number(Math.floor(seconds / 60))}:${twoDigits(seconds % 60, number)}`)
      if (seconds <= 3_600) return inTime(fill(expires.minutes, { count: Math.ceil(seconds / 60) }))
      const time = at - now < halfDayMs ? formats.time(at) : formats.dateAndTime(at)
      return [fill(expires.until, { time }), expires.end]
    },
    expiring: (tool, left) => fill(texts.expiring[left === 'minute' ? 'minute' : 'seconds'], { tool }),
    decided: (statuses) => {
      const kinds = statuses.map((status) => (status === 'rejected_continue' ? 'rejected' : status))
      return list(
        (['approved', 'answered', 'rejected', 'expired', 'withdrawn'] as const)
          .map((kind) => [kinds.filter((one) => one === kind).length, kind] as const)
          .filter(([some]) => some > 0)
          .map(([some, kind]) => fill(texts.decided[kind], { count: some })),
      )
    },
    showAll: (lines) => allLines(formats, texts.showAll, lines),
    // Very long lines say little by their number.
    hidden: ({ characters, lines }) =>
      characters < 200 * lines ? count(lines, hidden.lines) : count(characters, hidden.characters),
    hiddenArguments: (values) => count(values, hidden.values),
    invisible: (characters) => count(characters, texts.invisible),
    hosts: (all) =>
      fill(hosts.check, {
        list: listed(
          all.map(({ host, address }) =>
            fill(address ? hosts.is : hosts.nowhere, { host, address: address ?? '' }),
          ),
        ),
      }),
    flaws: {
      repeated_name: inPlaces(texts.flaws.repeated_name),
      special_name: inPlaces(texts.flaws.special_name),
      inexact_number: inPlaces(texts.flaws.inexact_number),
      broken_character: inPlaces(texts.flaws.broken_character),
    },
    hiddenValue: ({ characters, by }) => {
      const text = count(characters, texts.hiddenValue)
      return by === 'tool' ? fill(texts.markedByTool, { hidden: text }) : text
    },
    hiddenValues: (values) => count(values.length, texts.hiddenValues),
  }
}

function twoDigits(seconds: number, number: (count: number) => string): string {
  return (seconds < 10 ? number(0) : '') + number(seconds)
}
