/** A small page-wide store: values by scope and id, with a snapshot per scope that changes only when a value does. */
export interface ScopedStore<Value> {
  get(scope: string, id: string): Value | undefined
  /** `undefined` removes. Listeners of the scope are told at once. */
  set(scope: string, id: string, value: Value | undefined): void
  /** The values of a scope, by id. The same map until something in it changes. */
  all(scope: string): ReadonlyMap<string, Value>
  subscribe(scope: string, listener: () => void): () => void
}

const empty = new Map<string, never>()

/** Creates a store. */
export function createScopedStore<Value>(): ScopedStore<Value> {
  const scopes = new Map<string, ReadonlyMap<string, Value>>()
  const listeners = new Map<string, Set<() => void>>()
  return {
    get: (scope, id) => scopes.get(scope)?.get(id),
    all: (scope) => scopes.get(scope) ?? empty,
    set: (scope, id, value) => {
      const before = scopes.get(scope)
      if (before?.get(id) === value) return
      const after = new Map(before)
      if (value === undefined) after.delete(id)
      else after.set(id, value)
      if (after.size > 0) scopes.set(scope, after)
      else scopes.delete(scope)
      for (const listener of [...(listeners.get(scope) ?? [])]) listener()
    },
    subscribe: (scope, listener) => {
      const own = listeners.get(scope) ?? new Set()
      listeners.set(scope, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(scope) === own) listeners.delete(scope)
      }
    },
  }
}
