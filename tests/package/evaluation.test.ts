import { resolve, sep } from 'node:path'
import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const modules = import.meta.glob<unknown>('../../src/**/*.{ts,tsx}')

const functions = [
  'fetch setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame requestIdleCallback',
  'addEventListener dispatchEvent matchMedia BroadcastChannel WebSocket EventSource Worker MessageChannel',
  'MutationObserver IntersectionObserver ResizeObserver',
].flatMap((names) => names.split(' '))
const objects = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB']

const source = resolve('src') + sep
const seen: string[] = []

/** Notes what was touched where code of the kit touches it, and says whether it did. */
function note(what: string): boolean {
  const [, from] = (new Error('from').stack ?? '').split(source)
  if (from !== undefined) seen.push(`${what} in ${from.split(':')[0]}`)
  return from !== undefined
}

function watched<Call extends (...args: never[]) => unknown>(name: string, call: Call): Call {
  return new Proxy(call, {
    apply: (target, self, args) => (note(name) ? undefined : Reflect.apply(target, self, args)),
    construct: (target, args) => (note(name) ? {} : Reflect.construct(target, args)),
  })
}

beforeEach(async () => {
  // Side effects of these packages are not ours.
  const theirs = [
    'react',
    'react-dom',
    '@tanstack/react-query',
    'valibot',
    'eventsource-parser',
    'msw',
    '@cfworker/json-schema',
  ]
  await Promise.all(theirs.map((name) => import(name)))
  vi.resetModules()
  seen.length = 0
  for (const name of functions) {
    const call = Reflect.get(globalThis, name) ?? (() => undefined)
    vi.stubGlobal(name, watched(name, call))
  }
  for (const name of objects) {
    const get = (_target: object, key: string | symbol): undefined => void note(`${name}.${String(key)}`)
    const set = (_target: object, key: string | symbol): boolean => note(`${name}.${String(key)}`)
    vi.stubGlobal(name, new Proxy({}, { get, set, has: () => true }))
  }
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(watched('Date.now', now))
  const { random } = Math
  vi.spyOn(Math, 'random').mockImplementation(watched('Math.random', random))
  const getRandomValues = crypto.getRandomValues.bind(crypto)
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(watched('getRandomValues', getRandomValues))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('no module does anything when it is evaluated', async () => {
  const globals = Reflect.ownKeys(globalThis)
  for (const load of Object.values(modules)) await load()
  expect(Object.keys(modules).length).toBeGreaterThan(100)
  expect(seen).toEqual([])
  expect(Reflect.ownKeys(globalThis)).toEqual(globals)
})

it.each([
  'fetch("x")',
  'setTimeout(() => {})',
  'localStorage.getItem("x")',
  'Date.now()',
  'document.title = ""',
])('a module that does %s is seen', (does) => {
  try {
    runInThisContext(does, { filename: `${source}planted.js` })
  } catch {
    // There is no such storage here.
  }
  expect(seen).toHaveLength(1)
})
