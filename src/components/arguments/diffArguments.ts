import { diffLines, type DiffRow } from './diffLines.ts'
import type { Argument, ArgumentReading } from './readArguments.ts'
import { readable } from './readable.ts'

/** What became of one argument. */
export interface ArgumentDiff {
  readonly key: string
  /** Null: the raw text. */
  readonly name: string | null
  readonly rows: readonly DiffRow[]
}

/** What became of the arguments of a call, one by one; of the raw text where they are no list. */
export function diffArguments(before: ArgumentReading, after: ArgumentReading): readonly ArgumentDiff[] {
  if (!before.list || !after.list)
    return [{ key: '', name: null, rows: diffLines(before.argsText, after.argsText) }]
  const left = numbered(before.list)
  const right = numbered(after.list)
  return [...new Map([...left, ...right])].flatMap(([key, { name }]) => {
    const rows = diffValues(left.get(key)?.source, right.get(key)?.source)
    return rows.length > 0 ? [{ key, name, rows }] : []
  })
}

/** The arguments by name; the second of a name is compared with the second. */
function numbered(list: readonly Argument[]): ReadonlyMap<string, Argument> {
  const counts = new Map<string, number>()
  return new Map(
    list.map((argument) => {
      const count = counts.get(argument.name) ?? 0
      counts.set(argument.name, count + 1)
      return [`${count} ${argument.name}`, argument]
    }),
  )
}

function diffValues(before: string | undefined, after: string | undefined): readonly DiffRow[] {
  if (before === after) return []
  if (before === undefined) return [{ kind: 'added', text: readable(after ?? '') }]
  if (after === undefined) return [{ kind: 'removed', text: readable(before) }]
  const left = readable(before)
  const right = readable(after)
  return left === right ? [] : diffLines(left, right)
}
