import type { Offence } from '../world/ledger.ts'
import { bundle } from './bundle.ts'
import type { Mutant } from './mutants.ts'
import { type KitName, load, type Simulation } from './sandbox.ts'

/** What a series of runs against one server came to. */
export interface Figures {
  readonly server: string
  readonly runs: number
  readonly presses: number
  readonly effects: number
  /** In how many runs, and the first seed. */
  readonly offences: ReadonlyMap<
    Offence,
    { readonly runs: number; readonly seed: number; readonly text: string }
  >
  readonly tookMs: number
}

type ServerKind = Simulation['serverKinds'][number]

/** Runs the seeds of a range against one server. */
export function simulate(
  simulation: Simulation,
  kind: ServerKind,
  { first, runs }: { readonly first: number; readonly runs: number },
): Figures {
  const begunAt = performance.now()
  const offences = new Map<Offence, { runs: number; seed: number; text: string }>()
  let presses = 0
  let effects = 0
  let played = 0
  for (let seed = first; seed < first + runs; seed += 1) {
    const result = simulation.play(seed, { kind, ...simulation.options })
    played += 1
    presses += result.presses
    effects += result.effects
    for (const [offence, text] of result.offences) {
      const known = offences.get(offence) ?? { runs: 0, seed, text }
      offences.set(offence, { ...known, runs: known.runs + 1 })
    }
  }
  const tookMs = Math.round(performance.now() - begunAt)
  return { server: kind.name, runs: played, presses, effects, offences, tookMs }
}

/** The first of these seeds with which something that is forbidden happens, and what; null: with none of them. */
export function firstOffence(
  simulation: Simulation,
  kind: ServerKind,
  { first, runs }: { readonly first: number; readonly runs: number },
): { readonly seed: number; readonly offence: Offence; readonly text: string } | null {
  for (let seed = first; seed < first + runs; seed += 1) {
    const { offences } = simulation.play(seed, { kind, ...simulation.options })
    for (const offence of forbidden[kind.name] ?? []) {
      const text = offences.get(offence)
      if (text !== undefined) return { seed, offence, text }
    }
  }
  return null
}

/** The simulation of the kit as it is, or with one fault in it; or of its model alone. */
export async function loadSimulation(name: KitName, mutant?: Mutant): Promise<Simulation> {
  return load(await bundle(mutant), name)
}

/** What must not happen in any run against a server of this kind, whatever the network and the people do. */
export const forbidden: Readonly<Record<string, readonly Offence[]>> = {
  strict: ['double_effect', 'other_than_shown', 'nobody_pressed', 'stuck', 'disagreement', 'untrue'],
  keys_only: ['double_effect_of_one_press', 'nobody_pressed', 'stuck'],
  neither: ['nobody_pressed', 'stuck'],
}
