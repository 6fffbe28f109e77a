import { parseArgs } from 'node:util'
import { offences as columns } from '../world/ledger.ts'
import { type Figures, forbidden, loadSimulation, simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    server: { type: 'string' },
  },
})
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** One run, told from its beginning to its end. */
async function replay(seed: number): Promise<void> {
  const simulation = await loadSimulation()
  const kind = simulation.serverKinds.find((one) => one.name === (values.server ?? 'strict'))
  if (!kind)
    throw new Error(`--server is one of: ${simulation.serverKinds.map((one) => one.name).join(', ')}`)
  const { offences } = simulation.play(seed, { kind, drain: simulation.drain, trace: print })
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
      print(`${kind}: ${found.text}. Replay: npm run simulate -- --server ${server} --seed ${found.seed}`)
    }
  }
}

async function simulateAll(runs: number): Promise<void> {
  const simulation = await loadSimulation()
  const kinds = simulation.serverKinds.filter(({ name }) => !values.server || name === values.server)
  printFigures(
    kinds.map((kind) => simulate(simulation, kind, { first: 1, runs: Math.ceil(runs / kinds.length) })),
  )
}

if (values.seed === undefined) await simulateAll(Number(values.runs))
else await replay(Number(values.seed))
