import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import {
  type Agent,
  agentThatAsks,
  createMemoryGateway,
  createMockGateway,
  say,
  work,
} from 'intervention-bar/mocks'
import { Profiler } from 'react'
import { expect, it } from 'vitest'

const many = 10_000

it(`I4: a run of ${many} stream_chunk events costs no more renders and cache writes than a run of one`, async () => {
  const asks = agentThatAsks({ tool: 'pay' })
  const agent: Agent = function* (message) {
    if (message === 'ask') yield* asks(message)
    else {
      // Time to draw the beginning and the end of the run, however short it is.
      yield work(50)
      yield say('word '.repeat(Number(message)))
      yield work(50)
    }
  }
  const mock = createMockGateway({ agent })
  const client = new QueryClient()
  mock.say('demo', 'ask')
  let commits = 0
  let writes = 0
  render(
    <QueryClientProvider client={client}>
      <GatewayProvider gateway={createMemoryGateway(mock)}>
        <Profiler id="bar" onRender={() => void (commits += 1)}>
          <InterventionBar conversationId="demo" />
        </Profiler>
      </GatewayProvider>
    </QueryClientProvider>,
  )
  await waitFor(() => expect(screen.getByRole('button', { name: 'Approve' })).toHaveAttribute('data-armed'))
  await screen.findByRole('button', { name: 'Show exact text' })
  client.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated') writes += 1
  })

  /** Lets the agent say so many words, and waits until the kit has seen the end of it. */
  async function talk(words: number): Promise<{ commits: number; writes: number; ms: number }> {
    const before = { commits, writes }
    const began = performance.now()
    mock.say('demo', String(words))
    await waitFor(() => expect(mock.running()).toBe(0), { timeout: 30_000 })
    const ms = performance.now() - began
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    return { commits: commits - before.commits, writes: writes - before.writes, ms }
  }

  await waitFor(() => expect(mock.streams()).toBe(1))
  await talk(1)
  const one = await talk(1)
  const all = await talk(many)
  process.stdout.write(
    [
      '',
      `              commits of the bar   cache writes`,
      `1 chunk       ${String(one.commits).padStart(18)}   ${String(one.writes).padStart(12)}`,
      `${many} chunks  ${String(all.commits).padStart(18)}   ${String(all.writes).padStart(12)}   ${(all.ms / many).toFixed(3)} ms a chunk`,
      '',
    ].join('\n'),
  )
  expect({ commits: all.commits, writes: all.writes }).toEqual({ commits: one.commits, writes: one.writes })
}, 60_000)
