import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type Cell, cellsFileOf, type Scenario, scenarios } from './cells.ts'

const page = 'stories/docs/Backends.mdx'
const ends = '{/* end of table */}'

/** A table of the documentation. */
export interface Table {
  /** The command that makes it. The page names it at the beginning of the table. */
  readonly command: string
  /** The backends, in their order. */
  readonly columns: readonly string[]
}

/** A setup that prints a table at the end; with `UPDATE=1` it is written into the documentation. */
export function printTable(table: Table): () => () => void {
  const { columns, command } = table
  return () => {
    columns.forEach((column) => rmSync(cellsFileOf(column), { force: true }))
    return () => {
      const cells = columns.flatMap(readCells)
      const printed = format(table, cells)
      process.stdout.write(`\nexecutions / requests\n\n${printed}\n\n`)
      const isWhole = new Set(cells.map((cell) => cell.backend)).size === columns.length
      if (existsSync(page) && isWhole) compare(command, printed)
    }
  }
}

function compare(command: string, printed: string): void {
  const begins = `{/* table: ${command} */}`
  const text = readFileSync(page, 'utf8')
  if (!text.includes(begins)) throw new Error(`There is no place for the table in ${page}: "${begins}".`)
  const from = text.indexOf(begins) + begins.length
  const to = text.indexOf(ends, from)
  if (text.slice(from, to).trim() === printed) return
  if (process.env['UPDATE'] !== '1') {
    throw new Error(`The table in ${page} is another one. Run "UPDATE=1 ${command}".`)
  }
  writeFileSync(page, `${text.slice(0, from)}\n\n${printed}\n\n${text.slice(to)}`)
}

function readCells(column: string): readonly Cell[] {
  const file = cellsFileOf(column)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Cell)
}

/** Of two at once, who hears of the other before it sends is a matter of luck. */
function said(scenario: Scenario, { executions, requests }: NonNullable<Cell['counted']>): string {
  return scenario === 'twice at once' ? `${executions} / up to 2` : `${executions} / ${requests}`
}

/** Markdown as the formatter of the documentation writes it: columns as wide as their widest cell. */
function format({ columns }: Table, cells: readonly Cell[]): string {
  const shown = columns.filter((column) => cells.some((cell) => cell.backend === column))
  const rows = [
    ['', ...shown],
    ...scenarios.map((scenario) => [
      scenario,
      ...shown.map((backend) => {
        const cell = cells.find((one) => one.backend === backend && one.scenario === scenario)
        if (!cell) return ''
        return cell.counted ? said(scenario, cell.counted) : 'not offered'
      }),
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) => `| ${row.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}
