import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import {
  type GatewayClient,
  GatewayProvider,
  InterventionBar,
  InterventionHistory,
  type InterventionHistoryProps,
  type SettledIntervention,
  useApprove,
} from 'intervention-bar'
import { agentThatAsks, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const ben = { id: 'ben', name: 'Ben' }
const region = (): HTMLElement => screen.getByRole('region', { name: 'Earlier decisions' })
const entries = (): readonly string[] =>
  within(region())
    .queryAllByRole('article')
    .map((one) => one.textContent)

function open(options: TestChatOptions = {}, props: Partial<InterventionHistoryProps> = {}): TestChat {
  const children = (
    <>
      <InterventionBar conversationId="demo" arming={250} />
      <InterventionHistory conversationId="demo" {...props} />
    </>
  )
  return renderChat({ children, ...options })
}

const mail = { tool: { name: 'send_mail', server: 'mail' }, argsText: '{ "to":"ana", "n":1.0 }' }

describe('InterventionHistory', () => {
  it('says that nothing was decided yet', async () => {
    const chat = open()
    await chat.asked()
    expect(region()).toHaveTextContent('Nothing was decided yet.')
    expect(within(region()).queryByRole('button')).toBeNull()
  })

  it('lists who decided what and when, newest first, and survives the bar', async () => {
    const mock = createMockGateway({ agent: agentThatAsks(mail) })
    const chat = open({ mock })
    await chat.asked()
    act(() => mock.decideElsewhere('demo', 'call_1', 'rejected', ben))
    await waitFor(() => expect(entries()).toHaveLength(1))
    act(() => void mock.say('demo', 'Again'))
    await chat.asked()
    act(() => mock.lapse('demo', 'call_2', 'expired'))
    await waitFor(() => expect(entries()).toHaveLength(2))
    expect(entries()[0]).toMatch(/^send_mail from mail ?Expired, \d+ \w+ \d{4}, \d\d:\d\d\. It has not run\./)
    expect(entries()[1]).toMatch(/Rejected, by Ben, \d+ \w+ \d{4}.*It has not run, and the task stopped\./)
    chat.unmount()
    renderChat({ mock, quiet: true, children: <InterventionHistory conversationId="demo" /> })
    await waitFor(() => expect(entries()).toHaveLength(2))
  })
  it('tells the scope that was remembered, and shows the arguments as they were asked for and as they ran', async () => {
    function Edited(): React.ReactElement {
      const { mutate } = useApprove('demo')
      const made = { toolCallId: 'call_1', argsText: '{ "to":"ben", "n":1.0 }', remember: 'session' } as const
      return <button onClick={() => mutate(made)}>Send to Ben</button>
    }
    const children = (
      <>
        <InterventionBar conversationId="demo" />
        <InterventionHistory conversationId="demo" />
        <Edited />
      </>
    )
    const agent = agentThatAsks({ ...mail, editable: true, remember: ['session'] })
    const chat = renderChat({ agent, children })
    await chat.asked()
    fireEvent.click(screen.getByRole('button', { name: 'Send to Ben' }))
    await waitFor(() => expect(entries()[0]).toMatch(/Approved, by you, .*Remembered in this chat\./))
    fireEvent.click(within(region()).getByRole('button', { name: 'Show edits' }))
    expect((await within(region()).findByText('Before')).closest('del')).toHaveTextContent('ana')
    expect(within(region()).getByText('Now').closest('ins')).toHaveTextContent('ben')
    fireEvent.click(within(region()).getByRole('button', { name: 'Show less' }))
    fireEvent.click(within(region()).getByRole('button', { name: 'Show arguments' }))
    const [asked, ran] = within(region()).getAllByRole('definition')
    expect(asked).toHaveTextContent('{ "to":"ana", "n":1.0 }')
    expect(ran).toHaveTextContent('{ "to":"ben", "n":1.0 }')
    fireEvent.click(within(region()).getByRole('button', { name: 'Hide arguments' }))
    expect(within(region()).queryByRole('definition')).toBeNull()
  })

  it('names the rule that decided, and shows the reason of a rejection', async () => {
    const chat = open()
    await chat.asked()
    await chat.decide('rejected_continue', 'Not before Friday.')
    await waitFor(() =>
      expect(entries()[0]).toMatch(/Rejected, by you.*It has not run\..*Reason.*Not before Friday\./),
    )
    act(() => chat.mock.changeSettings('demo', { mode: 'auto_run' }))
    act(() => void chat.mock.say('demo', 'Again'))
    await waitFor(() => expect(entries()[0]).toMatch(/Approved, by the approval mode/))
  })

  it('copies all of it as JSON, arguments byte for byte, without hidden values', async () => {
    const argsText = '{ "apiKey":"key-4f9a-1", "n":1.0 }'
    const chat = open({ agent: agentThatAsks({ tool: 'connect', argsText }), secretKeys: ['apiKey'] })
    await waitFor(() => expect(chat.bar()).toHaveTextContent('1 value is hidden.'))
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'approved', ben))
    await waitFor(() => expect(entries()).toHaveLength(1))
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    fireEvent.click(within(region()).getByRole('button', { name: 'Show arguments' }))
    fireEvent.click(within(region()).getByRole('button', { name: 'Copy as JSON' }))
    await screen.findByText('Copied.')
    const [[copied] = []] = write.mock.calls
    const shown = '{ "apiKey":"⟦•••⟧", "n":1.0 }'
    expect(JSON.parse(copied ?? '')).toMatchObject([
      { toolCallId: 'call_1', status: 'approved', by: ben, askedArgsText: shown, ranArgsText: shown },
    ])
    expect(region().outerHTML + copied).not.toContain('key-4')
  })

  it('leaves the list to the host, such as to a virtual one', async () => {
    const chat = open(
      {},
      { list: (calls, draw) => <div data-testid="own">{calls.slice(0, 1).map(draw)}</div> },
    )
    await chat.asked()
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'rejected', ben))
    await waitFor(() => expect(within(screen.getByTestId('own')).getByRole('article')).toBeVisible())
    expect(within(region()).queryByRole('list')).toBeNull()
  })

  it('shows hidden characters of what others wrote', async () => {
    const chat = open()
    await chat.asked()
    const by = { id: 'eve', name: 'Ben\u202e' }
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'rejected', by))
    await waitFor(() => expect(entries()[0]).toContain('by Ben⟦U+202E⟧'))
  })

  describe('of more calls than a page keeps', () => {
    const settledCalls = (count: number): readonly SettledIntervention[] =>
      Array.from({ length: count }, (_, index) => ({
        toolCallId: `call_${index + 1}`,
        operationId: 'op_1',
        revision: 'r',
        tool: { name: `tool_${index + 1}` },
        argsText: '{}',
        decisions: ['approved'],
        editable: false,
        reason: 'none',
        remember: [],
        requestedAt: index,
        status: 'approved',
        resolution: { at: index },
      }))
    function show(count: number): { readonly gateway: GatewayClient } {
      const mock = createMockGateway()
      mock.open('demo')
      const memory = createMemoryGateway(mock)
      const gateway: GatewayClient = {
        ...memory,
        readConversation: async (id, options) => ({
          ...(await memory.readConversation(id, options)),
          interventions: settledCalls(count),
        }),
      }
      render(
        <GatewayProvider gateway={gateway}>
          <InterventionHistory conversationId="demo" />
        </GatewayProvider>,
      )
      return { gateway }
    }

    it('reads the earlier ones at a press, where the gateway has more', async () => {
      const { gateway } = show(203)
      await waitFor(() => expect(entries()).toHaveLength(200))
      const read = vi.spyOn(gateway, 'readConversation')
      const button = screen.getByRole('button', { name: 'Show earlier' })
      act(() => button.focus())
      fireEvent.click(button)
      await waitFor(() => expect(entries()).toHaveLength(203))
      // The button is gone: focus is in the first entry that it brought.
      expect(document.activeElement?.closest('li')).toHaveTextContent('tool_3')
      expect(entries()[202]).toContain('tool_1')
      expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull()
      expect(read.mock.calls.length).toBeLessThanOrEqual(1)
    })

    it('says so where the gateway keeps no others', async () => {
      show(200)
      const button = await screen.findByRole('button', { name: 'Show earlier' })
      act(() => button.focus())
      fireEvent.click(button)
      expect(await screen.findByText('Only the last 200 are kept.')).toBeVisible()
      expect(screen.getByRole('heading', { name: 'Earlier decisions' })).toHaveFocus()
    })
  })
})
