import { act, screen, waitFor } from '@testing-library/react'
import type { GatewayClient, InterventionCall, Operation } from 'intervention-bar/core'
import { GatewayError, InterventionBar, useInterventions, useResume } from 'intervention-bar'
import { expect, it } from 'vitest'
import { aCard, aConversation, parked, running } from '../support/fixtures.ts'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

/** Everything that the live regions say from now on, with the region that says it. */
function listen({ container }: TestChat): string[] {
  const heard: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes)
      for (const { textContent } of addedNodes)
        heard.push(`${(target as Element).getAttribute('aria-live')}: ${textContent ?? ''}`)
  })
  for (const region of container.querySelectorAll('[data-part="announcer"]')) {
    expect(region).toBeEmptyDOMElement()
    observer.observe(region, { childList: true })
  }
  return heard
}

const tools = ['send_mail', 'run_sql', 'edit_file']
const cards = (count: number, change: object = {}): InterventionCall[] =>
  tools
    .slice(0, count)
    .map((name, index) => aCard({ toolCallId: `call_${index}`, tool: { name }, ...change }))

interface Desk {
  readonly chat: TestChat
  readonly heard: string[]
  /** The next reads tell this. */
  show(interventions: readonly InterventionCall[], operation?: Operation): void
}

/** A chat whose backend only reads, and says what the test says. */
function desk(resume: GatewayClient['resume'], children?: React.ReactNode): Desk {
  let state = aConversation({ cursor: null, operations: [running()] })
  const gateway: GatewayClient = {
    id: `speech ${Math.random()}`,
    readConversation: async () => state,
    resume,
  }
  const chat = renderChat(children === undefined ? { gateway } : { gateway, children })
  return {
    chat,
    heard: listen(chat),
    show: (interventions, operation = parked()) => {
      state = aConversation({ cursor: null, operations: [operation], interventions: [...interventions] })
      act(() => void window.dispatchEvent(new Event('online')))
    },
  }
}
const takes: GatewayClient['resume'] = async () => ({ outcome: 'accepted', operationId: null })

/** Longer than anything waits before it speaks, but for what is said while the agent works on. */
const pause = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 700)))

async function golden(name: string, { heard }: Desk): Promise<void> {
  await pause()
  for (const line of heard) expect(line.replace(/^\w+: /, '').length).toBeLessThanOrEqual(160)
  await expect(`${heard.join('\n').replaceAll(/\d\d:\d\d/g, '12:00')}\n`).toMatchFileSnapshot(
    `speech/${name}.txt`,
  )
}

it('rule C3: one arrives', async () => {
  const one = desk(takes)
  one.show(cards(1))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await golden('arrive 1', one)
})

it('rule C3: three arrive within 300 ms', async () => {
  const one = desk(takes)
  for (const count of [1, 2, 3]) one.show(cards(count))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await golden('arrive 3', one)
})

it('rule C3: approve, with one more that waits', async () => {
  const one = desk(takes)
  one.show(cards(2))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await one.chat.armed()
  await one.chat.decide('approved')
  await waitFor(() => expect(one.heard).toHaveLength(2))
  await golden('approve', one)
})

it('rule C3: fail, then try again', async () => {
  let isUp = false
  const one = desk(async (...given) => {
    if (!isUp) throw new GatewayError({ code: 'forbidden', applied: 'no' })
    return takes(...given)
  })
  one.show(cards(1))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await one.chat.armed()
  await one.chat.decide('approved')
  await waitFor(() => expect(one.heard).toHaveLength(2))
  isUp = true
  await one.chat.armed()
  await one.chat.decide('approved')
  await waitFor(() => expect(one.heard).toHaveLength(3))
  await golden('fail and retry', one)
})

it.each([
  ['rejected', 'reject and stop'],
  ['rejected_continue', 'reject and continue'],
] as const)('rule C3: %s', async (decision, name) => {
  const one = desk(takes)
  one.show(cards(1))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await one.chat.armed()
  await one.chat.decide(decision)
  await waitFor(() => expect(one.heard).toHaveLength(2))
  await golden(name, one)
})

function ApproveTogether(): React.ReactElement {
  const { mutate } = useResume('demo')
  const { pending } = useInterventions('demo')
  const decisions = pending.map(
    ({ toolCallId, revision }) => ({ toolCallId, revision, decision: 'approved' }) as const,
  )
  return (
    <button type="button" onClick={() => mutate({ operationId: 'op_1', decisions: decisions as never })}>
      Approve all
    </button>
  )
}

it('rule C3: a batch', async () => {
  const one = desk(
    takes,
    <>
      <InterventionBar conversationId="demo" />
      <ApproveTogether />
    </>,
  )
  one.show(cards(3))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await one.chat.user.click(screen.getByRole('button', { name: 'Approve all' }))
  await waitFor(() => expect(one.heard).toHaveLength(2))
  await golden('batch', one)
})

it('rule C3: it expires', async () => {
  const one = desk(takes)
  one.show(cards(1))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  one.show(cards(1).map((card) => ({ ...card, status: 'expired', resolution: { at: Date.now() } }) as never))
  await waitFor(() => expect(one.heard.length).toBeGreaterThan(1))
  await golden('expire', one)
})

it('rule C3: somebody else decides', async () => {
  const one = desk(takes)
  one.show(cards(1))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  const resolution = { at: Date.now(), by: { id: 'maya', name: 'Maya' } }
  one.show(cards(1).map((card) => ({ ...card, status: 'rejected', resolution }) as never))
  await waitFor(() => expect(one.heard.length).toBeGreaterThan(1))
  await golden('decided elsewhere', one)
})

it('rule C5: a start that was spoken has an end', async () => {
  const one = desk(async () => ({ outcome: 'accepted', operationId: 'op_2' }) as never)
  one.show(cards(1))
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await one.chat.armed()
  await one.chat.decide('approved')
  one.show([], running('op_2', 'op_1'))
  await waitFor(() => expect(one.heard.join()).toContain('Assistant is working'), { timeout: 5_000 })
  one.show([], { ...running('op_2', 'op_1'), status: 'done', endedAt: 2_000 })
  await waitFor(() => expect(one.heard.join()).toContain('Assistant has finished'))
  await golden('work and finish', one)
})

it('rule C6: says no value that is hidden, and nothing that is long', async () => {
  const one = desk(async () => {
    const fields = [{ path: '/decisions/0', message: 'Long words. '.repeat(40) }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields })
  })
  one.show([
    aCard({
      tool: { name: 'send_mail'.repeat(40), inputSchema: { properties: { key: { writeOnly: true } } } },
      argsText: '{"key":"s3cret"}',
    }),
  ])
  await waitFor(() => expect(one.heard).toHaveLength(1))
  await pause()
  expect(one.heard.join()).not.toContain('s3cret')
  for (const line of one.heard) expect(line.length).toBeLessThanOrEqual(175)
})
