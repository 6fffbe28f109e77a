import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { mutants } from './host/mutants.ts'
import { firstOffence, loadSimulation } from './host/simulate.ts'

const runs = Number(process.env['SIMULATED_RUNS'] ?? 6_000)
const command = ['tests/simulation/simulate.mjs', '--runs', String(runs)]

it('people, tabs, faults and restarts: nothing that is forbidden happens', async () => {
  // It fails, and what it printed is in the error, when anything that is forbidden happens.
  const { stdout } = await promisify(execFile)(process.execPath, command)
  expect(stdout).toContain('| strict |')
}, 300_000)

it.each(mutants)(
  'a kit that $title is found out',
  async (mutant) => {
    const simulation = await loadSimulation('whole', mutant)
    const [strict] = simulation.serverKinds
    expect(firstOffence(simulation, strict!, { first: mutant.from ?? 1, runs: 20_000 })).not.toBeNull()
  },
  120_000,
)
