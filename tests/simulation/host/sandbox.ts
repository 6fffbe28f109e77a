import { createContext, Script } from 'node:vm'
import type * as main from '../world/main.ts'

/** The simulation in a world of its own: no clock, no chance, no network but the simulated ones. */
export type Simulation = typeof main & { readonly drain: () => void }

/** A sandbox sees its globals slowly, so those that are used often become locals. */
const locals =
  'Array, BigInt, Error, Infinity, JSON, Map, Math, Number, Object, Promise, Set, String, Symbol, WeakMap'

/** Loads a bundle. Promises in it only go on when `drain` is called, and then until none is left. */
export function load(text: string): Simulation {
  const context = createContext({}, { microtaskMode: 'afterEvaluate' })
  const nothing = new Script('0')
  const code = `(() => { const { ${locals} } = globalThis; Error.stackTraceLimit = 0; ${text}; return simulation })()`
  const simulation: Simulation = new Script(code).runInContext(context)
  return { ...simulation, drain: () => void nothing.runInContext(context) }
}
