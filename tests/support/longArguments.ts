/** Arguments that no page can go through in one task. */
export const longArguments: Readonly<Record<string, () => string>> = {
  'a hundred thousand levels': () => `{"tree":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
  'ten megabytes': () => JSON.stringify({ text: 'line of a dump\n'.repeat(660_000) }),
}
