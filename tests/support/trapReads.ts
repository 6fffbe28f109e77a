import { afterEach, beforeEach, vi } from 'vitest'

/** Records reads of clock, storage and window while a component renders. */
export const reads: string[] = []
const undo: (() => void)[] = []

/** Throws where a component or a hook asks for `name` while it renders. */
function refuse(name: string): void {
  const isRendering = new Error().stack?.includes('renderWithHooks')
  if (!isRendering) return
  reads.push(name)
  throw new Error(`${name} was read while rendering.`)
}

function trap<Owner extends object>(owner: Owner, key: keyof Owner & string, name: string): void {
  const before = Object.getOwnPropertyDescriptor(owner, key)
  const value = owner[key]
  Object.defineProperty(owner, key, {
    configurable: true,
    get: () => {
      refuse(name)
      return value
    },
    set: (next: unknown) => {
      Object.defineProperty(owner, key, { value: next, configurable: true, writable: true })
    },
  })
  undo.push(() => (before ? Object.defineProperty(owner, key, before) : Reflect.deleteProperty(owner, key)))
}

const { stackTraceLimit } = Error
beforeEach(() => {
  Error.stackTraceLimit = Number.POSITIVE_INFINITY
  reads.length = 0
  const RealDate = Date
  vi.stubGlobal(
    'Date',
    new Proxy(RealDate, {
      construct: (target, given: ConstructorParameters<typeof Date>) => {
        if ((given as unknown[]).length === 0) refuse('new Date()')
        return Reflect.construct(target, given)
      },
    }),
  )
  trap(RealDate, 'now', 'Date.now')
  trap(performance, 'now', 'performance.now')
  trap(Math, 'random', 'Math.random')
  trap(crypto, 'getRandomValues', 'crypto.getRandomValues')
  trap(crypto, 'randomUUID', 'crypto.randomUUID')
  for (const name of [
    'window',
    'document',
    'navigator',
    'localStorage',
    'sessionStorage',
    'location',
  ] as const)
    trap(globalThis, name, name)
})
afterEach(() => {
  for (const one of undo.splice(0).toReversed()) one()
  vi.unstubAllGlobals()
  Error.stackTraceLimit = stackTraceLimit
})
