import { createHash } from 'node:crypto'
import { isBusy } from '../../../src/model/busy.ts'
import { beginning, type Chances, movesOf, type SmallWorld } from './moves.ts'

/** The result of a search. */
export interface Search {
  readonly worlds: number
  readonly ends: number
  /** A broken rule, and the moves that lead to it. */
  readonly offence: { readonly text: string; readonly moves: readonly string[] } | null
}

/** A move, and those before it. It holds no world: a million of them do not fit into the memory. */
interface Trail {
  readonly from: Trail | null
  readonly by: string
}

/** Visits every world that can be reached, each once, nearest first; stops at the first one that is wrong. */
export function explore(chances: Chances): Search {
  const first = beginning(chances)
  const known = new Set([keyOf(first)])
  const opening: Trail = { from: null, by: 'the page opens' }
  let ends = 0
  for (let front = [{ world: first, trail: opening }]; front.length > 0;) {
    const reached: typeof front = []
    for (const { world, trail } of front) {
      const moves = movesOf(world)
      const isEnd = moves.every(({ isChance }) => isChance)
      if (isEnd) ends += 1
      const text = offenceOf(world) ?? (isEnd ? unrestOf(world) : null)
      if (text !== null) return { worlds: known.size, ends, offence: { text, moves: pathTo(trail) } }
      for (const { name, next } of moves) {
        const key = keyOf(next)
        if (known.has(key)) continue
        known.add(key)
        reached.push({ world: next, trail: { from: trail, by: name } })
      }
    }
    front = reached
  }
  return { worlds: known.size, ends, offence: null }
}

/** Returns a rule that is broken at this moment. */
function offenceOf({ server, page }: SmallWorld): string | null {
  if (server.effects.length > 1) return 'it ran twice'
  for (const { requestId, argsText } of server.effects) {
    if (requestId !== 'press') return 'it ran for somebody who did not approve'
    if (argsText !== page.shown) return 'it ran with other arguments than shown'
  }
  const [call] = page.state?.interventions ?? []
  const [real] = server.interventions
  if (call && call.status !== 'pending' && call.status !== real?.status) {
    return `the page shows ${call.status}, and it is ${real?.status}`
  }
  for (const { id, status } of page.state?.operations ?? []) {
    const one = server.operations.find((operation) => operation.id === id)
    if (status === 'done' && one?.status !== 'done') return `the page shows ${id} done: it is ${one?.status}`
  }
  if (page.intent?.status === 'failed' && page.intent.failure.applied === 'no' && server.effects.length > 0) {
    return 'the page says that nothing has run, and it has'
  }
  return null
}

/** Returns a rule that is broken at rest. */
function unrestOf({ server, page }: SmallWorld): string | null {
  const { state, intent } = page
  if (intent && intent.status !== 'settled' && intent.status !== 'failed')
    return `it is still ${intent.status}`
  const [call] = state?.interventions ?? []
  const [real] = server.interventions
  if (call?.status !== real?.status || call?.revision !== real?.revision) {
    return `the page shows ${call?.status}@${call?.revision}: it is ${real?.status}@${real?.revision}`
  }
  const seenAt = new Map(state?.operations.map((one) => [one.id, 1_000] as const))
  if (isBusy(state, false, { now: 1_000, seenAt })) return 'the spinner never clears'
  return null
}

function keyOf(world: SmallWorld): string {
  const text = JSON.stringify(world, (_key, value: unknown) => (value === Infinity ? 'never' : value))
  return createHash('sha1').update(text).digest('base64')
}

function pathTo({ from, by }: Trail): readonly string[] {
  return from ? [...pathTo(from), by] : [by]
}
