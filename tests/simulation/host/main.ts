import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { offences as columns } from '../world/ledger.ts'
import { explore } from '../exhaustive/explore.ts'
import { mutants } from './mutants.ts'
import { replayTrace } from './replayTrace.ts'
import { playShare, simulateInShares } from './shares.ts'
import { type Figures, firstOffence, forbidden, loadSimulation } from './simulate.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    first: { type: 'string', default: '1' },
    within: { type: 'string', default: 'Infinity' },
    seed: { type: 'string' },
    server: { type: 'string' },
    trace: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    exhaustive: { type: 'boolean', default: false },
  },
})
const kit = values.whole ? 'whole' : 'model'
const servers = Object.keys(forbidden)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** One run, told from its beginning to its end. */
async function replay(seed: number): Promise<void> {
  const simulation = await loadSimulation(kit)
  const kind = simulation.serverKinds.find((one) => one.name === (values.server ?? 'strict'))
  if (!kind) throw new Error(`--server is one of: ${servers.join(', ')}`)
  const { offences } = simulation.play(seed, { kind, ...simulation.options, trace: print })
  process.exitCode = offences.size > 0 ? 1 : 0
}

function printFigures(figures: readonly Figures[]): void {
  print(`| ${['server', 'runs', 'presses', 'effects', ...columns].join(' | ')} | seconds |`)
  print(`| ${Array.from({ length: columns.length + 5 }, () => '---').join(' | ')} |`)
  for (const { server, runs, presses, effects, offences, tookMs } of figures) {
    const counts = columns.map((kind) => offences.get(kind)?.runs ?? 0)
    print(`| ${[server, runs, presses, effects, ...counts, Math.round(tookMs / 1_000)].join(' | ')} |`)
    for (const kind of forbidden[server] ?? []) {
      const found = offences.get(kind)
      if (!found) continue
      process.exitCode = 1
      print(`${kind}: ${found.text}. Replay: npm run simulate -- ${replayOf(server, found.seed)}`)
    }
  }
}

function replayOf(server: string, seed: number): string {
  return `${values.whole ? '--whole ' : ''}--server ${server} --seed ${seed}`
}

/** Each fault that is put into the kit, and the seed that finds it. */
async function findMutants(): Promise<void> {
  for (const mutant of mutants) {
    const simulation = await loadSimulation('whole', mutant)
    const [strict] = simulation.serverKinds
    const found = strict && firstOffence(simulation, strict, { first: mutant.from ?? 1, runs: 20_000 })
    if (!found) process.exitCode = 1
    print(`| ${mutant.title} | ${found ? `seed ${found.seed}: ${found.text}` : 'NOT FOUND'} |`)
  }
}

/** Every order of everything in a small world, for so many chances of each kind. */
function searchAll(): void {
  print('| lost | edits | others | worlds | ends | wrong |')
  print('| --- | --- | --- | --- | --- | --- |')
  for (const [losses, edits, others] of searched) {
    const { worlds, ends, offence } = explore({ losses, edits, others })
    if (offence) process.exitCode = 1
    const wrong = offence ? `${offence.text}: ${offence.moves.join(', ')}` : '0'
    print(`| ${[losses, edits, others, worlds, ends, wrong].join(' | ')} |`)
  }
}
const searched = [
  [1, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
  [2, 0, 0],
] as const

/** A trace that the devtools exported from a page. */
function repeat(file: string): void {
  const { steps, counts, difference } = replayTrace(readFileSync(file, 'utf8'))
  print(`${steps} steps: ${[...counts].map(([name, count]) => `${count} ${name}`).join(', ')}.`)
  if (difference) process.exitCode = 1
  print(difference ? `The end differs. ${difference}` : 'The end is the one in the trace.')
}

async function simulateAll(runs: number): Promise<void> {
  const chosen = servers.filter((name) => !values.server || name === values.server)
  const withinMs = Number(values.within) * 1_000
  const first = Number(values.first)
  const each = Math.ceil(runs / chosen.length)
  printFigures(await simulateInShares(kit, chosen, { first, runs: each, withinMs }))
}

const channel = parentPort
if (!isMainThread) channel?.postMessage(await playShare(workerData))
else if (values.mutants) await findMutants()
else if (values.trace !== undefined) repeat(values.trace)
else if (values.exhaustive) searchAll()
else if (values.seed === undefined) await simulateAll(Number(values.runs))
else await replay(Number(values.seed))
