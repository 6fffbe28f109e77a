import { mkdirSync, writeFileSync } from 'node:fs'

/** A figure of a page without the kit, or with a hand-written bar, beside that of the kit. */
export interface MeasuredRow {
  readonly title: string
  readonly without: number
  readonly kit: number
  /** The ratio that is aimed at. */
  readonly wanted?: number
}

/** Keeps a table for the page "Measured". */
export function keepRows(
  name: string,
  table: { readonly unit: string; readonly rows: readonly MeasuredRow[] },
): void {
  mkdirSync('.cache/bench', { recursive: true })
  writeFileSync(`.cache/bench/${name}.json`, JSON.stringify(table, null, 2))
}
