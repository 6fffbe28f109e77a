import type { Failure } from '../model/decision.ts'
import type { SettledStatus } from '../model/intervention.ts'
import type { Causes } from './decisionWordsOf.ts'
import type { Formats } from './formats.ts'
import type { Messages } from './messages.ts'

/** Texts of the bar. `{name}` stands for a value. */
export interface BarTexts {
  readonly causes: Causes
  readonly conversationFailure: Readonly<Record<'not_found' | 'other' | 'stale', string>>
  readonly decided: Readonly<Record<Exclude<SettledStatus, 'rejected_continue'>, string>>
  readonly hosts: Readonly<Record<'check' | 'is' | 'nowhere', string>>
  readonly andMore: string
  readonly flaws: Readonly<Record<keyof Messages['flaws'], string>>
}

/** Makes the words of the bar from their texts. */
export function barWordsOf(
  { fill, list, sentences }: Formats,
  { conversationFailure: unread, decided, hosts, andMore, flaws, ...texts }: BarTexts,
): Pick<Messages, 'conversationFailure' | 'decided' | 'hosts' | 'flaws'> {
  const causes: Readonly<Partial<Record<Failure['code'], string>>> = texts.causes
  const listed = (all: readonly string[]): string =>
    all.length > 3 ? fill(andMore, { list: list(all.slice(0, 3)), count: all.length - 3 }) : list(all)
  const inPlaces = (text: string) => (places: readonly string[]) => fill(text, { places: listed(places) })
  return {
    conversationFailure: ({ code }) =>
      code === 'not_found' ? unread.not_found : sentences([causes[code] ?? unread.other, unread.stale]),
    decided: (statuses) => {
      const kinds = statuses.map((status) => (status === 'rejected_continue' ? 'rejected' : status))
      return list(
        (['approved', 'answered', 'rejected', 'expired', 'withdrawn'] as const).flatMap((kind) => {
          const count = kinds.filter((one) => one === kind).length
          return count > 0 ? fill(decided[kind], { count }) : []
        }),
      )
    },
    hosts: (all) =>
      fill(hosts.check, {
        list: listed(
          all.map(({ host, address = '' }) => fill(hosts[address ? 'is' : 'nowhere'], { host, address })),
        ),
      }),
    flaws: {
      repeated_name: inPlaces(flaws.repeated_name),
      special_name: inPlaces(flaws.special_name),
      inexact_number: inPlaces(flaws.inexact_number),
      broken_character: inPlaces(flaws.broken_character),
    },
  }
}
