import type { Formats } from './formats.ts'
import type { HiddenAmount, Messages } from './messages.ts'
import type { PartWords } from './partWords.ts'

/** All texts of a language that is not English, and what it says about itself. */
export type Language = Messages & PartWords & Required<Pick<Messages, 'locale' | 'direction' | 'reviewedBy'>>

/** The heading of a bar. Of the last three: how many are needed. */
export function headingWith(
  activity: string,
  approval: string,
  answer: string,
  approvals: (count: number) => string,
  answers: (count: number) => string,
  decisions: (count: number) => string,
): Messages['heading'] {
  return (pending, questions) => {
    if (pending === 0) return activity
    if (pending === 1) return questions === 0 ? approval : answer
    return (questions === 0 ? approvals : questions === pending ? answers : decisions)(pending)
  }
}

const halfDayMs = 12 * 60 * 60 * 1_000

/** The time left to decide. */
export function expiryWith(
  { number, time, dateAndTime }: Formats,
  over: string,
  left: (time: string) => string,
  minutes: (count: string) => string,
  until: (time: string) => string,
  end: string,
): Messages['expires'] {
  return (at, timeLeft, now) => {
    if (timeLeft === 'over') return [over, '']
    const seconds = Math.ceil((at - now) / 1_000)
    if (seconds > 3_600) return [until((at - now < halfDayMs ? time : dateAndTime)(at)), end]
    if (seconds > 120) return [left(minutes(number(Math.ceil(seconds / 60)))), end]
    const rest = seconds % 60
    return [left(`${number(Math.floor(seconds / 60))}:${rest < 10 ? number(0) : ''}${number(rest)}`), end]
  }
}

/** A few lines can be long: their number would make them seem little. */
export function linesWith(everything: string, all: (lines: number) => string): (lines: number) => string {
  return (lines) => (lines < 10 ? everything : all(lines))
}

/** The calls that were left out. The second sentence says that they have not run, which is known only while they wait. */
export function unreadableWith(both: (count: number) => string): Messages['unreadable'] {
  return (all, waits) => (waits ? both(all) : both(all).replace(/([.。])[^]*$/, '$1'))
}

/** Very long lines say little by their number. */
export function hiddenWith(
  ofLines: (count: number) => string,
  ofCharacters: (count: number) => string,
): Messages['hidden'] {
  return ({ characters, lines }: HiddenAmount) =>
    characters < 200 * lines ? ofLines(lines) : ofCharacters(characters)
}

/** A value of another script, such as a name of a tool, keeps its own direction and leaves that of the sentence alone. */
export function isolated(value: string): string {
  return `\u2068${value}\u2069`
}
