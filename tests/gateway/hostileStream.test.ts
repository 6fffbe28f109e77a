import { createHttpGateway, type FollowSignal, type GatewayEvent, reduce } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { aCard, aState, endOf, initOf, requestOf, running } from '../support/fixtures.ts'

const encoder = new TextEncoder()

/** A seeded generator, so that a failure comes again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** All that a gateway makes of one connection with these chunks, until its last event. */
async function itemsOf(
  chunks: readonly Uint8Array[],
  last: string,
): Promise<readonly (GatewayEvent | FollowSignal)[]> {
  const end = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => chunks.forEach((one) => controller.enqueue(one)),
  })
  const gateway = createHttpGateway({
    baseUrl: 'http://gateway.test',
    fetch: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  })
  const items: (GatewayEvent | FollowSignal)[] = []
  for await (const item of gateway.followConversation!('demo', { after: '0', signal: end.signal })) {
    items.push(item)
    if ('cursor' in item && item.cursor === last) break
  }
  end.abort()
  return items
}

it('reads the same events in 20,000 random splits of their bytes', async () => {
  const random = randomOf(7)
  const text = 'naïve 👍🏽 日本 \u202E'
  let read = 0
  for (let round = 0; round < 200; round += 1) {
    const chunks = Array.from({ length: 100 }, (_one, index) => {
      const event = { type: 'stream_chunk', operationId: 'op_1', timestamp: 1, data: { text } }
      const newline = ['\n', '\r\n', '\r'][random(3)]!
      const bytes = encoder.encode(
        `id: ${index + 1}${newline}data: ${JSON.stringify(event)}${newline}${newline}`,
      )
      const cuts = Array.from({ length: 1 + random(6) }, () => random(bytes.length)).toSorted((a, b) => a - b)
      return [...cuts, bytes.length].map((to, at) => bytes.slice(at === 0 ? 0 : cuts[at - 1], to))
    }).flat()
    const items = await itemsOf([...chunks, encoder.encode(': end\n\n')], '100')
    const events = items.flatMap((item) =>
      item.type === 'stream_chunk' && 'data' in item ? [item.data as { readonly text?: string }] : [],
    )
    expect(items.some(({ type }) => type === 'gap')).toBe(false)
    read += events.filter((data) => data.text === text).length
  }
  expect(read).toBe(20_000)
}, 60_000)

describe('100,000 mutated events', () => {
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

  it('each become an event or a gap, and none throws', async () => {
    const random = randomOf(11)
    const tally = { events: 0, gaps: 0 }
    let state = aState()
    for (let round = 0; round < 100; round += 1) {
      const lines = Array.from({ length: 1_000 }, (_one, index) => {
        const text = mutate(originals[random(originals.length)]!, random)
        return encoder.encode(`id: ${index + 1}\ndata: ${text}\n\n`)
      })
      const final = JSON.stringify({ type: 'stream_chunk', operationId: 'op_1', timestamp: 1, data: {} })
      const items = await itemsOf([...lines, encoder.encode(`id: 1001\ndata: ${final}\n\n`)], '1001')
      for (const item of items) {
        if (item.type === 'gap') tally.gaps += 1
        if (!('cursor' in item) || item.cursor === '1001') continue
        tally.events += 1
        state = reduce(state, { ...item, cursor: null })
      }
    }
    expect(tally.events + tally.gaps).toBe(100_000)
    expect(Object.prototype).not.toHaveProperty('a')
    expect(state.interventions.length).toBeGreaterThan(0)
  }, 120_000)
})
