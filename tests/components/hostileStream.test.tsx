import { act, render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import type { FollowSignal, GatewayClient, GatewayEvent, InterventionCall } from 'intervention-bar/core'
import { createHttpGateway } from 'intervention-bar/core'
import { expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aConversation, parked } from '../support/fixtures.ts'
import { mutatedEvent, randomOf } from '../support/mutatedEvents.ts'

const events = 100_000
const perConnection = 2_000
const perBar = 40

/** The events of a connection that say these lines. */
async function itemsOf(lines: readonly string[]): Promise<readonly (GatewayEvent | FollowSignal)[]> {
  const end = new AbortController()
  const last = JSON.stringify({ type: 'stream_chunk', operationId: 'op_1', timestamp: 1, data: {} })
  const text = [...lines, last].map((line, index) => `id: ${index + 1}\ndata: ${line}\n\n`).join('')
  const gateway = createHttpGateway({
    baseUrl: 'http://gateway.test',
    fetch: async () => new Response(text, { headers: { 'content-type': 'text/event-stream' } }),
  })
  const items: (GatewayEvent | FollowSignal)[] = []
  for await (const item of gateway.followConversation!('demo', { after: '0', signal: end.signal })) {
    items.push(item)
    if ('cursor' in item && item.cursor === String(lines.length + 1)) break
  }
  end.abort()
  return items
}

it('every call that 100,000 mutated events can ask for is drawn, and the app stays', async () => {
  const random = randomOf(11)
  const shapes = new Map<string, InterventionCall>()
  for (let done = 0; done < events; done += perConnection) {
    const lines = Array.from({ length: perConnection }, () => mutatedEvent(random))
    for (const item of await itemsOf(lines)) {
      if (item.type !== 'agent_intervention_request' || !('data' in item)) continue
      const { intervention } = item.data
      // Letters and digits that differ are drawn in the same way.
      const shape = JSON.stringify(intervention)
        .replace(/[a-z]+/gi, 'a')
        .replace(/\d+/g, '0')
      shapes.set(shape, intervention)
    }
  }
  expect(shapes.size).toBeGreaterThan(100)
  const calls = [...shapes.values()].map((call, at) => ({ ...call, toolCallId: `call_${at}` }))
  for (let at = 0; at < calls.length; at += perBar) {
    const some = calls.slice(at, at + perBar)
    const gateway: GatewayClient = {
      id: `mutated ${at}`,
      readConversation: async () =>
        aConversation({ cursor: null, operations: [parked()], interventions: some }),
      resume: async () => ({ outcome: 'accepted', operationId: null }),
    }
    const { container, unmount } = render(
      <GatewayProvider gateway={gateway}>
        <p>the rest of the app</p>
        <InterventionBar conversationId="demo" />
      </GatewayProvider>,
    )
    const show = (part: string): Element | null => container.querySelector(`[data-part="${part}"]`)
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
    for (let shown = 0; shown < perBar; shown += 1) {
      expect(container).toHaveTextContent('the rest of the app')
      expect(show('not_shown') ?? show('not_explained')).toBeNull()
      act(() => container.querySelector<HTMLElement>('[data-part="next"]')?.click())
    }
    unmount()
  }
  expect(takeConsole().filter(([kind]) => kind === 'error')).toEqual([])
})
