import { expect, it } from 'vitest'
import { readDocComments } from '../support/docComments.ts'

const { undocumented, onInternals, relative, lines } = readDocComments()
const perThousand = (onInternals.length / lines) * 1_000

process.stdout.write(
  `docblocks: ${undocumented.length} missing on public names and fields, ` +
    `${perThousand.toFixed(1)} per 1,000 lines on internals (${onInternals.length} in ${lines}), ` +
    `${relative.length} comments begin with a relative word\n`,
)

it('documents every public name and field', () => {
  expect(undocumented).toEqual([])
})

it('has few docblocks on internals', () => {
  expect(perThousand).toBeLessThanOrEqual(20)
})

it('begins comments with a subject or a verb', () => {
  expect(relative.length).toBeLessThanOrEqual(5)
})
