import { aCard, endOf, initOf, requestOf, running } from './fixtures.ts'

/** A seeded generator, so that a failure comes again. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const originals = [
  initOf(running()),
  requestOf(
    aCard({
      why: { text: 'because', by: 'agent' },
      tool: { name: 'pay', title: 'Pay', server: 'bank' },
      expiresAt: 9,
    }),
  ),
  endOf('op_1', 'waiting_for_human'),
  endOf('op_1', 'error'),
].map(({ type, operationId, timestamp, ...rest }) =>
  JSON.stringify({ type, operationId, timestamp, data: 'data' in rest ? rest.data : {} }),
)
const others = ['null', '-1', '1e999', '""', '[]', '{}', 'true', '"<img src=x>"', '{"__proto__":{"a":1}}']

/** A byte here and there, another value for a value, a piece twice, or one that is missing. */
function mutate(text: string, random: (below: number) => number): string {
  let mutated = text
  for (let count = 1 + random(3); count > 0; count -= 1) {
    const at = random(mutated.length)
    const to = Math.min(at + random(12), mutated.length)
    const values = [...mutated.matchAll(/(?<=:)(?:"[^"]*"|-?\d+|true|false|\[[^\]]*\])/g)]
    const value = values[random(values.length || 1)]
    const kind = random(4)
    if (kind === 0)
      mutated = mutated.slice(0, at) + String.fromCharCode(32 + random(95)) + mutated.slice(at + 1)
    else if (kind === 1) mutated = mutated.slice(0, at) + mutated.slice(to)
    else if (kind === 2) mutated = mutated.slice(0, to) + mutated.slice(at)
    else if (value) {
      const other = others[random(others.length)]!
      mutated = mutated.slice(0, value.index) + other + mutated.slice(value.index + value[0].length)
    }
  }
  return mutated
}

/** The JSON text of an event of the wire, with a few faults in it. */
export function mutatedEvent(random: (below: number) => number): string {
  return mutate(originals[random(originals.length)]!, random)
}
