import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pendingCard } from '../../src/backend/cards.ts'
import { sha256 } from '../../src/backend/sha256.ts'

const cardOf = (argsText: string | null, server?: string): string =>
  pendingCard({
    toolCallId: 'call',
    operationId: 'op',
    tool: { name: 'write', ...(server === undefined ? {} : { server }) },
    argsText,
    decisions: ['approved'],
    requestedAt: 0,
  }).revision

describe('a revision', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000, 271_000])(
    'is a SHA-256 that other programs compute, too: %i characters of two bytes',
    (length) => {
      const text = 'é'.repeat(length)
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    },
  )

  it('has the same size however long the arguments are, and says nothing of them', () => {
    const long = cardOf(JSON.stringify({ text: '"secret"'.repeat(60_000) }))
    expect(long).toMatch(/^[0-9a-f]{64}$/)
  })

  it('changes with the server of the tool', () => {
    expect(new Set([cardOf('{}'), cardOf('{}', 'github'), cardOf('{}', 'gitlab')]).size).toBe(3)
  })

  it('changes with one digit, with the tool, and with arguments that are told later', () => {
    const all = ['{"id":1192837465019283746}', '{"id":1192837465019283747}', 'null', null].map((text) =>
      cardOf(text),
    )
    expect(new Set(all).size).toBe(4)
  })
})
