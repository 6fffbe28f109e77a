import assert from 'node:assert/strict'

/** The three matchers of the five tests. */
export function expect(found: unknown): {
  toBe(wanted: unknown): void
  toHaveLength(length: number): void
  toMatchObject(wanted: object): void
} {
  return {
    toBe: (wanted) => assert.equal(found, wanted),
    toHaveLength: (length) => assert.equal((found as { length: number }).length, length),
    toMatchObject: (wanted) => {
      const { decisions } = Object(found) as { decisions: Record<string, unknown>[] }
      for (const [key, value] of Object.entries((wanted as { decisions: [object] }).decisions[0])) {
        assert.equal(decisions[0]?.[key], value)
      }
    },
  }
}
