import { expect, it } from 'vitest'
import { type Cell, scenarios } from '../backends/support/cells.ts'
import { differenceOf, missingOf } from '../backends/support/printTable.ts'

const table = { command: 'npm run backends', columns: ['One', 'Two'] }
const column = (backend: string): readonly Cell[] =>
  scenarios.map((scenario) => ({ backend, scenario, counted: null }))
const onPage = [
  '|         | One   | Two   |',
  '| ------- | ----- | ----- |',
  '| approve | 1 / 1 | 1 / 1 |',
  '| partial | 3 / 2 |       |',
].join('\n')

it('the table of the backends names what is missing, so that a failed test is not hidden behind it', () => {
  const without = (backend: string): readonly Cell[] =>
    column(backend).filter((cell) => cell.scenario !== 'partial')
  expect(missingOf(table, [...without('One'), ...without('Two')], onPage)).toEqual(['One (partial)'])
  expect(missingOf(table, column('Two'), onPage)).toEqual(['One (all)'])
  expect(missingOf(table, [...column('One'), ...column('Two')], onPage)).toEqual([])
})

it('the table of the backends says which of its lines differ', () => {
  const printed = onPage.replace('1 / 1', '2 / 1')
  expect(differenceOf(onPage, printed)).toEqual([
    '- | approve | 1 / 1 | 1 / 1 |',
    '+ | approve | 2 / 1 | 1 / 1 |',
  ])
  expect(differenceOf(onPage, onPage)).toEqual([])
})
