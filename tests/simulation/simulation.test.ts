import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { mutants } from './host/mutants.ts'
import { firstOffence, loadSimulation } from './host/simulate.ts'

/** A slow machine plays fewer of them, in seconds. */
const within = process.env['SIMULATED_WITHIN'] ?? '60'

/** Plays so many runs. It fails, with what it printed in the error, when anything that is forbidden happens. */
async function simulate(runs: number, ...how: readonly string[]): Promise<string> {
  const command = ['tests/simulation/simulate.mjs', '--runs', String(runs), '--within', within, ...how]
  const { stdout } = await promisify(execFile)(process.execPath, command)
  return stdout
}

// Each of the mutants falls within 20,000 runs; `npm run simulate` plays more.
it('finds no offence with people, tabs, faults and restarts, in a synchronous world', async () => {
  expect(await simulate(Number(process.env['SIMULATED_RUNS'] ?? 40_000))).toContain('| strict |')
})

it('finds no offence with a QueryClient and the event stream', async () => {
  expect(await simulate(Number(process.env['SIMULATED_WHOLE'] ?? 3_000), '--whole')).toContain('| strict |')
})

// A page that was unmounted, and whose last read landed all the same, is not followed until the next one lands.
it('accuses nobody in a run that was once judged wrongly', async () => {
  const simulation = await loadSimulation('model')
  const kind = simulation.serverKinds.find(({ name }) => name === 'keys_only')
  expect(firstOffence(simulation, kind!, { first: 236_324, runs: 1 })).toBeNull()
})

it.each(mutants)('finds a kit that $title', async (mutant) => {
  const simulation = await loadSimulation('whole', mutant)
  const [strict] = simulation.serverKinds
  expect(firstOffence(simulation, strict!, { first: mutant.from ?? 1, runs: 20_000 })).not.toBeNull()
})
