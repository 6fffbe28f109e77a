import { createHttpGateway, type FollowSignal, type GatewayEvent, reduce } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aState } from '../support/fixtures.ts'
import { mutatedEvent, randomOf } from '../support/mutatedEvents.ts'

const encoder = new TextEncoder()

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
})

describe('100,000 mutated events', () => {
  it('each become an event or a gap, and none throws', async () => {
    const random = randomOf(11)
    const tally = { events: 0, gaps: 0 }
    let state = aState()
    for (let round = 0; round < 100; round += 1) {
      const lines = Array.from({ length: 1_000 }, (_one, index) => {
        const text = mutatedEvent(random)
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
    takeConsole()
  })
})
