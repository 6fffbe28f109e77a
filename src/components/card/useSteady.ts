import { useState } from 'react'

/**
 * The value, or the last one while their fields are the same, so that what depends on it is not drawn again. `depth`: how
 * many levels of fields are compared.
 */
export function useSteady<Value extends object>(value: Value, depth: number): Value {
  const [steady, setSteady] = useState(value)
  if (areSame(steady, value, depth)) return steady
  setSteady(value)
  return value
}

function areSame(one: unknown, other: unknown, depth: number): boolean {
  if (Object.is(one, other)) return true
  if (depth === 0 || !isPlain(one) || !isPlain(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && areSame(one[name], other[name], depth - 1))
  )
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  const kind: unknown = typeof value === 'object' && value !== null && Object.getPrototypeOf(value)
  return kind === Object.prototype || kind === Array.prototype
}
