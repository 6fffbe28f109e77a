import type { ArgumentMessages } from './messages.ts'

/** English, of arguments. */
export const enArguments: ArgumentMessages = {
  arguments: 'Arguments',
  noArguments: 'No arguments.',
  showRaw: 'Show raw',
  showAll: 'Show everything',
  hidden: ({ characters, lines }) =>
    `${counted(characters, 'more character')}${lines ? `, ${counted(lines, 'line')}` : ''}`,
  hiddenArguments: (count) => counted(count, 'more value'),
  destructive: 'The tool says of itself that it may destroy something.',
  invisible: (count) => `${counted(count, 'invisible character')}, shown as ⟦U+…⟧.`,
  lookalikes: (hosts) =>
    `Look-alike letters: ${listed(
      hosts.map(({ host, address }) => `${host} ${address ? `is really ${address}` : 'leads nowhere'}`),
    )}.`,
  flaws: {
    repeated_name: (places) => `Given more than once: ${listed(places)}. The tool may use either value.`,
    special_name: (places) => `The tool may ignore ${listed(places)}.`,
    inexact_number: (places) => `The tool may read these numbers differently: ${listed(places)}.`,
    broken_character: (places) => `Half a character, which the tool may replace, is in: ${listed(places)}.`,
  },
  whatChanged: 'What changed since you first saw this',
  nowInFull: 'All of it, as it is now',
  unchanged: (lines) => `${counted(lines, 'line')} unchanged`,
}

/** The first three, and how many more. */
function listed(all: readonly string[]): string {
  const first = all.slice(0, 3).join(', ')
  return all.length > 3 ? `${first} and ${all.length - 3} more` : first
}

/** So many of a thing: `9,812 invisible characters`. */
function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`
}
