import { expect, it } from 'vitest'
import { explore } from './exhaustive/explore.ts'

it.each([
  ['loses two messages or events', { losses: 2, edits: 0, others: 0 }, 200_000],
  ['loses one, while the call changes', { losses: 1, edits: 1, others: 0 }, 70_000],
  ['loses one, while somebody else decides', { losses: 1, edits: 0, others: 1 }, 40_000],
  [
    'loses nothing, while the call changes and somebody else decides',
    { losses: 0, edits: 1, others: 1 },
    10_000,
  ],
] as const)(
  'one call and one press, in every order: nothing is wrong where the network %s',
  (_title, chances, atLeast) => {
    const { worlds, ends, offence } = explore(chances)
    expect(offence).toBeNull()
    expect(worlds).toBeGreaterThan(atLeast)
    expect(ends).toBeGreaterThan(0)
  },
  120_000,
)
