import { act, screen, waitFor, within } from '@testing-library/react'
import { InterventionBar } from 'intervention-bar'
import { InterventionDevtools } from 'intervention-bar/devtools'
import { agentThatAsks, createMockGateway } from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'
import { replayTrace } from '../simulation/host/replayTrace.ts'

const panel = (): ReturnType<typeof within> =>
  within(screen.getByRole('region', { name: 'Intervention devtools' }))
const table = (name: string): HTMLElement => panel().getByRole('group', { name })
const events = (): readonly string[] =>
  within(table('Events'))
    .getAllByRole('row')
    .map((row) => row.textContent)

function open(options: TestChatOptions = {}): TestChat {
  const agent = agentThatAsks({ tool: 'send_mail', args: { to: 'ana@example.com', token: 'hunter-22' } })
  const mock = options.mock ?? createMockGateway({ agent })
  const children = (
    <>
      <InterventionBar conversationId="demo" arming={250} />
      <InterventionDevtools conversationId="demo" mock={mock} />
    </>
  )
  return renderChat({ mock, children, ...options })
}

async function copyTrace({ user }: TestChat): Promise<string> {
  await user.click(panel().getByRole('button', { name: 'Copy trace' }))
  await panel().findByText('The trace is in the clipboard.')
  return navigator.clipboard.readText()
}

describe('InterventionDevtools', () => {
  it('shows the operations, the card and its lock, the request, the stream and the events', async () => {
    const chat = open({ held: true })
    await chat.asked()
    expect(table('Operations')).toHaveTextContent('waiting_for_human')
    expect(table('Cards')).toHaveTextContent(/call_1.*send_mail.*pending/)
    expect(panel().getByRole('row', { name: 'connection live' })).toBeVisible()

    await chat.decide('approved')
    expect(table('Locks')).toHaveTextContent(/approved call_1.*sending/)
    expect(table('Cards')).toHaveTextContent(/sent, request/)
    expect(table('Requests')).toHaveTextContent(/approved call_1.*sending1/)

    act(() => chat.letGo())
    await waitFor(() => expect(table('Cards')).toHaveTextContent(/call_1.*send_mail.*approved/))
    expect(table('Requests')).toHaveTextContent(/settled.*accepted/)
    await waitFor(() => expect(events().join('\n')).toMatch(/agent_runtime_end.*, done/))
    expect(events().join('\n')).toMatch(/pressapproved call_1, by press/)
    expect(events().join('\n')).toMatch(/stream_chunk( ×\d+)?/)
  })

  it('shows what a draft has, and never its words', async () => {
    const chat = open()
    await chat.asked()
    await chat.user.click(screen.getByRole('button', { name: /^Tell .* instead/ }))
    await chat.user.type(screen.getByRole('textbox', { name: /^Tell Assistant/ }), 'It is a secret.')
    expect(table('Cards')).toHaveTextContent('reason of 15 characters')
    expect(panel().queryByText(/It is a secret/)).toBeNull()
  })

  it('forces faults on the mock gateway', async () => {
    const chat = open()
    await chat.asked()
    await chat.user.selectOptions(panel().getByLabelText('Fault'), 'refused: 403')
    await chat.user.click(panel().getByRole('button', { name: 'Force the fault' }))
    expect(panel().getByText('Planned: refused, on a decision.')).toBeVisible()
    await chat.decide('approved')
    await waitFor(() => expect(table('Cards')).toHaveTextContent('failed: forbidden, applied: no'))
    expect(table('Requests')).toHaveTextContent('forbidden, applied: no')

    await chat.user.selectOptions(panel().getByLabelText('Fault'), 'slow: answers late')
    await chat.user.click(panel().getByRole('button', { name: 'Force the fault' }))
    await chat.user.click(panel().getByRole('button', { name: 'Clear the faults' }))
    await chat.decide('approved')
    await waitFor(() => expect(table('Requests')).toHaveTextContent('accepted'))
  })

  it('exports a trace whose steps lead from its begin to its end, without hidden values', async () => {
    const chat = open({ secretKeys: ['token'] })
    await chat.asked()
    act(() => chat.mock.change('demo', 'call_1', { argsText: '{"to":"ana","token":"hunter-33"}' }))
    await waitFor(() => expect(table('Cards')).toHaveTextContent('"to":"ana"'))
    act(() => chat.mock.fault({ name: 'drops_answer' }))
    await chat.decide('approved')
    await waitFor(() => expect(table('Requests')).toHaveTextContent(/settled/))
    await waitFor(() => expect(events().join('\n')).toMatch(/agent_runtime_end.*, done/))

    const text = await copyTrace(chat)
    expect(text).not.toContain('hunter')
    expect(document.body).not.toHaveTextContent('hunter')
    const { counts, difference } = replayTrace(text)
    expect(difference).toBeNull()
    expect(counts.get('pressed')).toBe(1)
    expect(counts.get('merged')).toBeGreaterThan(0)
    const { steps, ...rest } = JSON.parse(text) as { readonly steps: readonly { readonly type: string }[] }
    const without = { ...rest, steps: steps.filter(({ type }) => type !== 'retired') }
    expect(replayTrace(JSON.stringify(without)).difference).toMatch(/^\/state\/.*recorded .*, repeated /)
  })

  it('shows one event as it is in the trace', async () => {
    const chat = open({ secretKeys: ['token'] })
    await chat.asked()
    await chat.user.click(panel().getAllByRole('button', { name: 'agent_intervention_request' })[0])
    const event = panel().getByRole('group', { name: 'Event agent_intervention_request' })
    expect(event).toHaveTextContent('ana@example.com')
    expect(event).not.toHaveTextContent('hunter-22')
  })
})
