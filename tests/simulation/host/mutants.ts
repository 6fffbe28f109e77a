import type { Change } from './bundle.ts'

/** A fault seeded into the kit's own text. */
export interface Mutant extends Change {
  readonly title: string
}

/** Faults that a kit like this one could have. Each is seen by the simulation. */
export const mutants: readonly Mutant[] = []
