import type { Offence } from '../world/ledger.ts'
import { bundle } from './bundle.ts'
import type { Mutant } from './mutants.ts'
import { type KitName, load, type Simulation } from './sandbox.ts'

/** The totals of a series of runs against one server. */
export interface Figures {
  readonly server: string
  readonly runs: number
  readonly presses: number
  readonly effects: number
  /** In how many runs, and the first seed. */
  readonly offences: ReadonlyMap<Offence, Found>
  readonly tookMs: number
}

interface Found {
  readonly runs: number
  readonly seed: number
  readonly text: string
}

type ServerKind = Simulation['serverKinds'][number]
type RunResult = ReturnType<Simulation['play']>

/** The seeds to play, and for how long at most, in milliseconds. */
export interface Range {
  readonly first: number
  readonly runs: number
  readonly withinMs: number
}

/** Plays the seeds of a range against each server, as many as there is time for. */
export function simulate(
  simulation: Simulation,
  kinds: readonly ServerKind[],
  { first, runs, withinMs }: Range,
): readonly Figures[] {
  const endsAt = performance.now() + withinMs
  const tallies = kinds.map((kind) => ({ kind, figures: noFigures(kind.name) }))
  for (let seed = first; seed < first + runs && performance.now() < endsAt; seed += 1) {
    for (const tally of tallies) {
      const begunAt = performance.now()
      const result = simulation.play(seed, { kind: tally.kind, ...simulation.options })
      tally.figures = added(tally.figures, { seed, result, tookMs: performance.now() - begunAt })
    }
  }
  return tallies.map(({ figures }) => figures)
}

function noFigures(server: string): Figures {
  return { server, runs: 0, presses: 0, effects: 0, offences: new Map(), tookMs: 0 }
}

function added(
  figures: Figures,
  { seed, result, tookMs }: { readonly seed: number; readonly result: RunResult; readonly tookMs: number },
): Figures {
  const offences = new Map<Offence, Found>(figures.offences)
  for (const [offence, text] of result.offences) {
    const known = offences.get(offence) ?? { runs: 0, seed, text }
    offences.set(offence, { ...known, runs: known.runs + 1 })
  }
  return {
    server: figures.server,
    runs: figures.runs + 1,
    presses: figures.presses + result.presses,
    effects: figures.effects + result.effects,
    offences,
    tookMs: figures.tookMs + tookMs,
  }
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

/** The offences that are forbidden against a server of this kind. */
export const forbidden: Readonly<Record<string, readonly Offence[]>> = {
  strict: ['double_effect', 'other_than_shown', 'nobody_pressed', 'stuck', 'disagreement', 'untrue'],
  keys_only: ['double_effect_of_one_press', 'nobody_pressed', 'stuck', 'disagreement', 'untrue'],
  neither: ['nobody_pressed', 'stuck', 'disagreement', 'untrue'],
}
