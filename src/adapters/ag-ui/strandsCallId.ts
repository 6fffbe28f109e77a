import { type Fields, fieldsOf, textOf } from '../../backend/json.ts'
import type { SeenCall } from './options.ts'

/** The beginnings of the id of an interrupt that is about a call: of the SDK in TypeScript, then in Python. */
const beginnings = [
  /^(?:tool|hook:beforeToolCall|middleware:executeTool):/,
  /^v1:(?:tool_call|before_tool_call):/,
]

/**
 * The id of the call behind an interrupt of Strands: it stands in the id of the interrupt, before a name. Both may have
 * colons, so it is the last and longest run of segments before the end that is the id of a call which was seen.
 */
export function strandsCallId(
  interrupt: Fields,
  seen: (toolCallId: string) => SeenCall | undefined,
): string | undefined {
  const id = textOf(interrupt['toolCallId'])
  if (id !== undefined) return id
  const described = textOf(interrupt['id']) ?? ''
  const expected = callIdBefore(described, textOf(fieldsOf(interrupt['metadata'])['strandsName']))
  if (expected !== undefined && seen(expected)) return expected
  const segments = described.split(':')
  for (let to = segments.length - 1; to > 0; to -= 1) {
    for (let from = 0; from < to; from += 1) {
      const run = segments.slice(from, to).join(':')
      if (seen(run)) return run
    }
  }
  return expected
}

function callIdBefore(described: string, name: string | undefined): string | undefined {
  const beginning = beginnings.find((one) => one.test(described))
  if (!beginning) return undefined
  const rest = described.replace(beginning, '')
  const isNamed = name !== undefined && rest.endsWith(`:${name}`)
  return isNamed ? rest.slice(0, -name.length - 1) : rest.replace(/:[^:]*$/, '')
}
