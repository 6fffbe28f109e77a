import { fieldsOf, itemsOf, textOf } from './json.ts'

/** The words of a result of MCP that says of itself that its tool failed. Undefined: it is none. */
export function failureIn(output: unknown): string | undefined {
  const { isError, content } = fieldsOf(output)
  if (isError !== true) return undefined
  const texts = itemsOf(content).flatMap((one) => textOf(fieldsOf(one)['text']) ?? [])
  return texts.join('\n') || 'The tool says that it failed.'
}
