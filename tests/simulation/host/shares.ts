import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { KitName } from './sandbox.ts'
import { type Figures, loadSimulation, type Range, simulate } from './simulate.ts'

/** The work of one worker: these seeds against each server. */
export interface Share extends Range {
  readonly kit: KitName
  readonly servers: readonly string[]
}

/** Plays so many seeds against each server, shared between the processors of this machine. */
export async function simulateInShares(
  kit: KitName,
  servers: readonly string[],
  { first, runs, withinMs }: Range,
): Promise<readonly Figures[]> {
  const workers = availableParallelism()
  const size = Math.ceil(runs / workers)
  const shares = Array.from({ length: workers }, (_one, index) => ({
    kit,
    servers,
    first: first + index * size,
    runs: Math.min(size, runs - index * size),
    withinMs,
  }))
  const parts = await Promise.all(shares.filter((share) => share.runs > 0).map(playElsewhere))
  return servers.map((_server, index) => parts.flatMap((part) => part[index] ?? []).reduce(sum))
}

/** Plays one share, here. */
export async function playShare({ kit, servers, ...range }: Share): Promise<readonly Figures[]> {
  const simulation = await loadSimulation(kit)
  const kinds = servers.map((server) => {
    const kind = simulation.serverKinds.find((one) => one.name === server)
    if (!kind) throw new Error(`No such server: ${server}`)
    return kind
  })
  return simulate(simulation, kinds, range)
}

/** The bundle that runs here is also what a worker runs. */
function playElsewhere(share: Share): Promise<readonly Figures[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share })
    worker.once('message', resolve).once('error', reject)
  })
}

function sum(a: Figures, b: Figures): Figures {
  const offences = new Map(a.offences)
  for (const [offence, { runs, seed, text }] of b.offences) {
    const known = offences.get(offence)
    offences.set(offence, known ? { ...known, runs: known.runs + runs } : { runs, seed, text })
  }
  return {
    server: a.server,
    runs: a.runs + b.runs,
    presses: a.presses + b.presses,
    effects: a.effects + b.effects,
    offences,
    tookMs: Math.max(a.tookMs, b.tookMs),
  }
}
