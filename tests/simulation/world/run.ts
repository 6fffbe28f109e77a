import { judgeRest, unrestOf } from '../oracles/rest.ts'
import { resetRequestIds } from '../stand-ins/requestId.ts'
import { clearWire } from '../stand-ins/wire.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Offence } from './ledger.ts'
import { planMishaps } from './mishaps.ts'
import { faultsEndAfterMs, restAfterMs } from './rates.ts'
import type { ServerKind } from './server.ts'
import type { CreateKit } from './tab.ts'
import { World } from './world.ts'

/** Options of a run. */
export interface RunOptions {
  /** The kit to play: with or without a QueryClient. */
  readonly kit: CreateKit
  readonly kind: ServerKind
  /** Runs what promises have put off. */
  readonly drain: () => void
  readonly trace?: (line: string) => void
  /** Also runs the ticks of a page that would change nothing. */
  readonly everyTick?: boolean
}

/** The result of a run. */
export interface RunResult {
  readonly offences: ReadonlyMap<Offence, string>
  readonly turns: number
  readonly presses: number
  readonly effects: number
  /** Virtual time, in ms. */
  readonly tookMs: number
}

const lookEveryMs = 5_000
/** Whatever is forgotten 30 s later must not change what was at rest. */
const stayAtRestMs = 35_000

/** Plays one run: faults first, then none, until everything is at rest, or should be. */
export function play(seed: number, options: RunOptions): RunResult {
  dice.reset(seed)
  clock.reset()
  clearWire()
  resetRequestIds()
  const world = new World(options)
  const begunAt = clock.now
  let endsAt = begunAt + restAfterMs
  let isResting = false

  function look(): void {
    const isOver = clock.now >= begunAt + faultsEndAfterMs || world.isDone()
    if (isOver) world.endFaults()
    const isAtRest = isOver && world.isQuiet() && unrestOf(world.server, world.tabs) === null
    if (isAtRest && !isResting) endsAt = Math.min(endsAt, clock.now + stayAtRestMs)
    if (isAtRest) isResting = true
    clock.after(lookEveryMs, null, look)
  }

  world.start()
  planMishaps(world)
  clock.after(lookEveryMs, null, look)
  let turns = 0
  for (;;) {
    for (let timer = clock.take(endsAt); timer; timer = clock.take(endsAt)) {
      turns += 1
      timer.run()
      world.turn()
    }
    // A connection that was lost long ago may be found out at any moment; then it has until the very end.
    if (endsAt >= begunAt + restAfterMs || unrestOf(world.server, world.tabs) === null) break
    endsAt = begunAt + restAfterMs
  }
  judgeRest(world.server, world.tabs, world.ledger)
  world.close()
  const { offences, presses, effects } = world.ledger
  return {
    offences,
    turns,
    presses: presses.length,
    effects: effects.length,
    tookMs: clock.now - begunAt,
  }
}
