import type { InterventionCall } from './intervention.ts'
import { shortText } from './visibleText.ts'

// A longer text is not read for a few words.
const longest = 20_000

/** The target of a call: the first text among its arguments, or else their beginning. */
export function targetOf({ argsText }: Pick<InterventionCall, 'argsText'>): string {
  const text = argsText ?? ''
  return shortText(firstText(text.length < longest ? text : '') ?? text)
}

function firstText(argsText: string): string | undefined {
  try {
    const value: unknown = JSON.parse(argsText)
    if (typeof value === 'string') return value
    return Object.values(Object(value) as object).find(
      (one): one is string => typeof one === 'string' && one.trim() !== '',
    )
  } catch {
    return undefined
  }
}
