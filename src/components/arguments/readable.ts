import { prettyJson } from './prettyJson.ts'
import { textOfString } from './readArguments.ts'

/**
 * A JSON value as a person reads it: a string without its quotes unless it would pass for another value then, anything
 * else written as it came.
 */
export function readable(source: string): string {
  if (source[0] !== '"') return prettyJson(source)
  const text = textOfString(source)
  return isJson(text) ? source : text
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
