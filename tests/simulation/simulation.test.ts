import { expect, it } from 'vitest'
import { forbidden, loadSimulation, simulate } from './host/simulate.ts'

const runs = 1_000
const simulation = await loadSimulation()

it.each(Object.entries(forbidden))(
  'people, tabs, faults and restarts: nothing that is forbidden happens against a server that is %s',
  (server, offences) => {
    const kind = simulation.serverKinds.find((one) => one.name === server)!
    const { offences: found, presses } = simulate(simulation, kind, { first: 1, runs })
    expect(presses).toBeGreaterThan(runs)
    expect(offences.flatMap((one) => found.get(one) ?? [])).toEqual([])
  },
  60_000,
)
