import { type JsonToken, jsonTokens } from './jsonTokens.ts'

// The text of a JSON string or name.
export function textOfString(source: string): string {
  // SAFETY: the source is a JSON string.
  return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1)
}

// True if both texts have the same values in the same order, however they are written.
export function isSameJson(one: string, other: string): boolean {
  if (one === other) return true
  const rest = jsonTokens(other)
  for (const token of jsonTokens(one)) {
    const { value, done } = rest.next()
    if (done || meaningOf(one, token) !== meaningOf(other, value)) return false
  }
  return rest.next().done === true
}

function meaningOf(text: string, { kind, start, end }: JsonToken): string {
  const source = text.slice(start, end)
  return kind === 'string' || kind === 'name' ? `${kind} ${textOfString(source)}` : source
}
