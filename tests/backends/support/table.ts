import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type Cell, cellsFolder, type Scenario, scenarios } from './cells.ts'

const page = 'stories/docs/Backends.mdx'
const begins = '{/* table: npm run backends */}'
const ends = '{/* end of table */}'

/** The columns, in their order. */
export const columns = [
  'in-page',
  'AI SDK 7',
  'AI SDK 6',
  'LangGraph',
  'TanStack AI',
  'Strands',
  'LobeHub protocol',
  'route, OpenAI Agents',
  'route, AI SDK 7',
] as const

/** Prints the table of all backends at the end; with `UPDATE=1` it is written into the documentation. */
export default function setup(): () => void {
  rmSync(cellsFolder, { recursive: true, force: true })
  return () => {
    const cells = readCells()
    const table = format(cells)
    process.stdout.write(`\nexecutions / requests\n\n${table}\n\n`)
    if (!existsSync(page) || new Set(cells.map((cell) => cell.backend)).size < columns.length) return
    const text = readFileSync(page, 'utf8')
    const committed = text.slice(text.indexOf(begins) + begins.length, text.indexOf(ends)).trim()
    if (committed === table) return
    if (process.env['UPDATE'] !== '1') {
      throw new Error(`The table in ${page} is another one. Run "UPDATE=1 npm run backends".`)
    }
    const [before] = text.split(begins)
    const [, after] = text.split(ends)
    writeFileSync(page, `${before}${begins}\n\n${table}\n\n${ends}${after}`)
  }
}

function readCells(): readonly Cell[] {
  if (!existsSync(cellsFolder)) return []
  return readdirSync(cellsFolder).flatMap((file) =>
    readFileSync(`${cellsFolder}/${file}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Cell),
  )
}

/** Of two at once, who hears of the other before it sends is a matter of luck. */
function said(scenario: Scenario, { executions, requests }: NonNullable<Cell['counted']>): string {
  return scenario === 'twice at once' ? `${executions} / up to 2` : `${executions} / ${requests}`
}

/** Markdown as the formatter of the documentation writes it: columns as wide as their widest cell. */
function format(cells: readonly Cell[]): string {
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
