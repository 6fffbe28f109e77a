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
  const { columns } = table
  return () => {
    columns.forEach((column) => rmSync(cellsFileOf(column), { force: true }))
    return () => {
      const cells = columns.flatMap(readCells)
      const printed = format(table, cells)
      process.stdout.write(`\nexecutions / requests\n\n${printed}\n\n`)
      if (existsSync(page)) compare(table, cells, printed)
    }
  }
}

/** The cells that the page has and nothing was noted for. Their tests did not run, or failed and say why themselves. */
export function missingOf({ columns }: Table, cells: readonly Cell[], onPage: string): readonly string[] {
  const [head = [], , ...rows] = onPage.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return columns.flatMap((column) => {
    const noted = cells.filter((cell) => cell.backend === column).map((cell) => cell.scenario)
    if (noted.length === 0) return [`${column} (all)`]
    const filled = new Set(rows.filter((row) => row[head.indexOf(column)]).map(([, scenario]) => scenario))
    const open = scenarios.filter((scenario) => filled.has(scenario) && !noted.includes(scenario))
    return open.length === 0 ? [] : [`${column} (${open.join(', ')})`]
  })
}

/** The lines of a table that differ from those of the page, as both have them. */
export function differenceOf(onPage: string, printed: string): readonly string[] {
  const before = onPage.split('\n')
  const after = printed.split('\n')
  const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`)
  return [...gone, ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)]
}

function compare(table: Table, cells: readonly Cell[], printed: string): void {
  const { command } = table
  const begins = `{/* table: ${command} */}`
  const text = readFileSync(page, 'utf8')
  if (!text.includes(begins)) throw new Error(`There is no place for the table in ${page}: "${begins}".`)
  const from = text.indexOf(begins) + begins.length
  const to = text.indexOf(ends, from)
  const onPage = text.slice(from, to).trim()
  const missing = missingOf(table, cells, onPage)
  if (missing.length > 0) {
    process.stdout.write(`Not compared with ${page}. Missing: ${missing.join('; ')}.\n`)
    return
  }
  if (onPage === printed) return
  if (process.env['UPDATE'] !== '1') {
    const difference = differenceOf(onPage, printed).join('\n')
    // The runner reports a teardown that fails, and ends as if it had not.
    process.exitCode = 1
    throw new Error(`The table differs from ${page}. Run "UPDATE=1 ${command}".\n${difference}`)
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
