import { expect, it } from 'vitest'
import { type Cell, scenarios } from '../backends/support/cells.ts'
import { differenceOf, missingOf } from '../backends/support/printTable.ts'

const table = { command: 'npm run backends', columns: ['One', 'Two'] }
const column = (backend: string): readonly Cell[] =>
  scenarios.map((scenario) => ({ backend, scenario, counted: null }))

it('the table of the backends names what is missing, so that a failed test is not hidden behind it', () => {
  const failed = column('One').filter((cell) => cell.scenario !== 'partial')
  expect(missingOf(table, [...failed, ...column('Two')])).toEqual(['One (partial)'])
  expect(missingOf(table, column('Two'))).toEqual(['One (all)'])
  expect(missingOf(table, [...column('One'), ...column('Two')])).toEqual([])
})

it('the table of the backends says which of its lines differ', () => {
  const onPage = '|         | One   |\n| approve | 1 / 1 |\n| stop    | 0 / 0 |'
  const printed = onPage.replace('1 / 1', '2 / 1')
  expect(differenceOf(onPage, printed)).toEqual(['- | approve | 1 / 1 |', '+ | approve | 2 / 1 |'])
  expect(differenceOf(onPage, onPage)).toEqual([])
})
