import { useState } from 'react'

/**
 * The value, or the last one while their fields are the same, so that what depends on it is not drawn again. `depth`: how
 * many levels of fields are compared.
 */
export function useSteady<Value extends object | null>(value: Value, depth: number): Value {
  const [last] = useState({ value })
  // oxlint-disable-next-line react/immutability -- only its identity counts, so that a render that React throws away does no harm.
  if (!areSame(last.value, value, depth)) last.value = value
  return last.value
}

function areSame(one: unknown, other: unknown, depth: number): boolean {
  if (Object.is(one, other)) return true
  if (depth === 0 || !isPlain(one) || !isPlain(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  for (const name of names) {
    // A thousand calls may wait, and most are the same.
    if (!(name in other) || !(one[name] === other[name] || areSame(one[name], other[name], depth - 1)))
      return false
  }
  return true
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  const kind: unknown = typeof value === 'object' && value !== null && Object.getPrototypeOf(value)
  return kind === Object.prototype || kind === Array.prototype
}
