import type { Messages } from 'intervention-bar'

/** The texts, so many times as long: words of the same lengths are added, as a language with longer words has them. */
export function longer(messages: Messages, times: number): Messages {
  return lengthen(messages, times) as Messages
}

function lengthen(value: unknown, times: number): unknown {
  if (typeof value === 'string') return stretched(value, times)
  if (typeof value === 'function')
    return (...given: unknown[]) => lengthen(Reflect.apply(value, undefined, given), times)
  if (Array.isArray(value)) return value.map((one) => lengthen(one, times))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lengthen(one, times)]))
  return value
}

function stretched(text: string, times: number): string {
  if (text.trim() === '') return text
  const wanted = Math.ceil(text.length * times)
  let long = text
  while (long.length < wanted) long += ` ${text}`
  return long.slice(0, wanted).trimEnd()
}
