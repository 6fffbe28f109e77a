import { appendFileSync, mkdirSync } from 'node:fs'

const folder = '.cache/backends'

/** The rows of the table, in their order. */
export const scenarios = [
  'approve',
  'reject and stop',
  'reject and continue',
  'edit',
  'remember',
  'answer',
  'note',
  'stop',
  'batch',
  'list',
  'agent',
  'twice',
  'twice at once',
  'partial',
  'mixed',
  'wrong revision',
  'restart while waiting',
  'error during resume',
  'superseded',
  'slow tool',
  'number',
  'null and text inputs',
  'arguments not told',
  'two questions',
  'sub-agents at once',
] as const

/** One row. */
export type Scenario = (typeof scenarios)[number]

/** One cell. `null`: the backend lacks it, and the card does not offer it. */
export interface Cell {
  readonly backend: string
  readonly scenario: Scenario
  readonly counted: { readonly executions: number; readonly requests: number } | null
}

/** Notes a cell for the table. */
export function noteCell(cell: Cell): void {
  mkdirSync(folder, { recursive: true })
  appendFileSync(cellsFileOf(cell.backend), `${JSON.stringify(cell)}\n`)
}

/** Collects the cells of one column. */
export function cellsFileOf(backend: string): string {
  return `${folder}/${backend.replaceAll(/\W+/g, '-')}.jsonl`
}
