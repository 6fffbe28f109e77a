import { textOfString } from '../../model/jsonMeaning.ts'

/** Drops the quotes of a string unless it would pass for another value without them. */
export function readableLeaf(source: string): string {
  if (source[0] !== '"') return source
  const text = textOfString(source)
  if (!isJson(text)) return text
  // No other value is drawn in lines.
  return text.trim().includes('\n') ? text : JSON.stringify(text)
}

function isJson(text: string): boolean {
  if (text.trim() === '') return true
  if (!/^\s*(?:["{[\-\d]|true|false|null)/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
