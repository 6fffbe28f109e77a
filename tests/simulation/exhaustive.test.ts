import { expect, it } from 'vitest'
import { explore } from './exhaustive/explore.ts'

// `npm run simulate -- --exhaustive` searches larger worlds too.
it.each([
  ['one message or event is lost', { losses: 1, edits: 0, others: 0 }, 69_733],
  ['the call may change, and another person may decide', { losses: 0, edits: 1, others: 1 }, 17_514],
] as const)(
  'one call and one press, in every order of events: no rule is broken if %s',
  (_title, chances, size) => {
    const { worlds, ends, offence } = explore(chances)
    expect(offence).toBeNull()
    expect(worlds).toBe(size)
    expect(ends).toBeGreaterThan(0)
  },
)
