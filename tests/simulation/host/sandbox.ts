import { createContext, Script } from 'node:vm'
import type * as main from '../world/main.ts'

type Main = typeof main

/** The kit to play. */
export type KitName = keyof Main['kits']

/** The simulation, ready to be played: no clock, no chance, no network but the simulated ones. */
export type Simulation = Main & {
  readonly options: Pick<Parameters<Main['play']>[1], 'kit' | 'drain'>
}

/** A sandbox sees its globals slowly, so those that are used often become locals. */
const locals =
  'Array, BigInt, Error, Infinity, JSON, Map, Math, Number, Object, Promise, Set, String, Symbol, WeakMap'

/** Loads a bundle that plays this. */
export function load(text: string, name: KitName): Simulation {
  return name === 'model' ? loadModel(text) : loadWhole(text)
}

/** The model has no promises. */
function loadModel(text: string): Simulation {
  const simulation: Main = new Script(
    `(() => { Error.stackTraceLimit = 0; ${text}; return simulation })()`,
  ).runInThisContext()
  return {
    ...simulation,
    options: { kit: simulation.kits.model, drain: () => void simulation.runMicrotasks() },
  }
}

/** In a world of its own promises only go on when `drain` is called, and then until none is left. */
function loadWhole(text: string): Simulation {
  const context = createContext({}, { microtaskMode: 'afterEvaluate' })
  const nothing = new Script('0')
  const code = `(() => { const { ${locals} } = globalThis; Error.stackTraceLimit = 0; ${text}; return simulation })()`
  const simulation: Main = new Script(code).runInContext(context)
  const drain = (): void => {
    do nothing.runInContext(context)
    while (simulation.runMicrotasks())
  }
  return { ...simulation, options: { kit: simulation.kits.whole, drain } }
}
