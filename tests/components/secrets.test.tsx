import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { agentThatAsks, type CallDraft } from 'intervention-bar/mocks'
import { createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { GatewayError, useApprove, useInterventions } from 'intervention-bar'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const argsText = '{ "user":"ana", "apiKey":"key-4f9a-1", "note":"for Ana" }'
const inputSchema = {
  properties: {
    user: { type: 'string' },
    apiKey: { type: 'string', minLength: 8 },
    note: { type: 'string' },
  },
}
const tool = { name: 'connect', inputSchema }
const secretKeys = ['apikey']

async function open(call: Partial<CallDraft> = {}, options: TestChatOptions = {}): Promise<TestChat> {
  const agent = agentThatAsks({ tool, argsText, ...call })
  const chat = renderChat({ agent, secretKeys, ...options })
  await chat.asked()
  await chat.shows('hidden, 10 characters')
  return chat
}

/** The whole page as text and attributes, what is said included. */
const page = (): string =>
  document.body.outerHTML +
  [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value).join()
const reveal = (chat: TestChat): void => void fireEvent.click(chat.button('Show hidden values'))
const ran = ({ mock }: TestChat): readonly string[] => mock.executions.map((one) => one.argsText)

describe('a value that the host calls secret', () => {
  it('is hidden in the list and in the exact text, and shown to a person who asks', async () => {
    const chat = await open()
    expect(chat.bar()).toHaveTextContent('1 value is hidden.')
    expect(page()).not.toContain('"key-4f9a-1"')
    fireEvent.click(chat.button('Show exact text'))
    await chat.shows('"apiKey":"⟦•••⟧"')
    reveal(chat)
    await chat.shows('"apiKey":"key-4f9a-1"')
    expect(chat.bar()).toHaveTextContent('Hidden values are shown.')
    fireEvent.click(chat.button('Hide them again'))
    await chat.shows('"apiKey":"⟦•••⟧"')
    expect([...document.querySelectorAll('[aria-live]')].map((one) => one.textContent).join()).not.toContain(
      'key-4',
    )
  })

  it('runs as it was asked for, and is not on the receipt', async () => {
    const chat = await open()
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
    await chat.shows(/You approved connect/)
    expect(page()).not.toContain('key-4')
  })

  it('is hidden again when the call changes, and its change is marked', async () => {
    const chat = await open()
    reveal(chat)
    await waitFor(() => expect(page()).toContain('key-4f9a-1'))
    act(() => chat.mock.change('demo', 'call_1', { argsText: argsText.replace('key-4f9a-1', 'key-5000-2') }))
    await chat.shows('⟦••• 2⟧')
    expect(page()).not.toContain('key-5000')
    expect(chat.bar()!.querySelector('ins')).not.toBeNull()
  })

  it('is not in what is copied', async () => {
    const chat = await open()
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    reveal(chat)
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Copy details', hidden: true }))
    await waitFor(() => expect(write).toHaveBeenCalled())
    expect(write.mock.calls.join()).toContain('"apiKey":"⟦•••⟧"')
  })

  it('is not in the words of a failure, on the screen or spoken', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool, argsText }) })
    const message = 'key-4f9a-1 has expired.'
    const fields = [{ path: '/decisions/0/argsText', message }]
    const gateway = {
      ...createMemoryGateway(mock),
      resume: () => Promise.reject(new GatewayError({ code: 'invalid', applied: 'no', fields })),
    }
    const chat = await open({}, { mock, gateway })
    await chat.decide('approved')
    await chat.shows('⟦•••⟧ has expired.')
    expect(page()).not.toContain('key-4f9a-1 has')
  })

  it('is in no draft, and an edit of something else runs with it, byte for byte', async () => {
    const chat = await open({ editable: true })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    const user = await screen.findByLabelText('user')
    expect(screen.getByLabelText('apiKey')).toHaveValue('⟦•••⟧')
    fireEvent.change(user, { target: { value: 'ben' } })
    expect(page()).not.toContain('"key-4f9a-1')
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('ana', 'ben')])
    await chat.shows(/with your edits/)
    fireEvent.click(chat.button('Show edits'))
    await chat.shows('ben')
    expect(page()).not.toContain('key-4')
  })

  it('can be replaced, and then the receipt does not tell the new one', async () => {
    const chat = await open({ editable: true })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    fireEvent.change(await screen.findByLabelText('apiKey'), { target: { value: 'another-key' } })
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('"key-4f9a-1"', '"another-key"')])
    fireEvent.click(await screen.findByRole('button', { name: 'Show edits' }))
    await chat.shows('⟦••• 2⟧')
    expect(page()).not.toContain('another-key')
  })

  it('is never sent as the text that stands for it', async () => {
    const chat = await open({ editable: true })
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
    fireEvent.change(await screen.findByLabelText('apiKey'), { target: { value: '⟦••• 7⟧' } })
    await chat.armed()
    await chat.user.click(chat.button('Approve with 1 edit'))
    expect(document.body).toHaveTextContent('A hidden value is no longer in this request.')
    expect(ran(chat)).toEqual([])
  })
})

describe('a value that only the schema of the tool marks', () => {
  const marked = (name: string): Partial<CallDraft> => ({
    argsText: JSON.stringify({ [name]: 'x'.repeat(10) }),
    tool: { name: 'connect', inputSchema: { properties: { [name]: { type: 'string', writeOnly: true } } } },
  })

  it('says whose mark it is', async () => {
    const chat = await open(marked('token'), { secretKeys: [] })
    await chat.shows('hidden, 10 characters, marked by the tool')
  })

  it('is shown where it is a command', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'x', ...marked('command') }) })
    await chat.asked()
    await chat.shows('xxxxxxxxxx')
  })
})

describe('a call that may destroy something', () => {
  it('is approved only after what is hidden was shown', async () => {
    const chat = await open({ tool: { ...tool, annotations: { destructiveHint: true } } })
    const card = within(chat.bar()!)
    expect(card.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(chat.button('Show hidden values to approve'))
    await chat.shows(/^key-4f9a-1$/)
    await chat.decide('approved')
    await expect.poll(() => ran(chat)).toEqual([argsText])
  })
})

describe("the host's own code", () => {
  const edited = argsText.replace('ana', 'ben')

  /** A card of a host that uses nothing but hooks: it shows the arguments in a field, and approves what is in it. */
  function OwnCard({ onEnd }: { readonly onEnd: (end: unknown) => void }): React.ReactElement {
    const { pending, settled } = useInterventions('demo')
    const approve = useApprove('demo')
    return (
      <>
        {pending.map((call) => (
          <form
            key={call.revision}
            onSubmit={(event) => {
              event.preventDefault()
              const { value } = event.currentTarget.querySelector('textarea')!
              approve.mutateAsync({ toolCallId: call.toolCallId, argsText: value }).then(onEnd, onEnd)
            }}
          >
            <textarea aria-label="arguments" defaultValue={call.argsText ?? ''} />
            <button type="submit">Run</button>
          </form>
        ))}
        <pre>{JSON.stringify([pending, settled, approve.data, approve.error?.fields])}</pre>
      </>
    )
  }

  async function openOwn(options: TestChatOptions = {}): Promise<{
    readonly chat: TestChat
    readonly heard: readonly unknown[]
    readonly run: (change: (text: string) => string) => Promise<void>
  }> {
    const heard: unknown[] = []
    const hear = (one: unknown): void => void heard.push(one)
    const agent = agentThatAsks({ tool, argsText, why: 'Log in with key-4f9a-1', editable: true })
    const chat = renderChat({
      agent,
      secretKeys,
      onDecide: hear,
      onResumed: hear,
      onSettled: hear,
      ...options,
      children: <OwnCard onEnd={hear} />,
    })
    await screen.findByLabelText('arguments')
    return {
      chat,
      heard,
      run: async (change) => {
        const field = screen.getByLabelText<HTMLTextAreaElement>('arguments')
        fireEvent.change(field, { target: { value: change(field.value) } })
        fireEvent.click(screen.getByRole('button', { name: 'Run' }))
        await waitFor(() => expect(heard.length).toBeGreaterThan(0))
      },
    }
  }

  it('gets no hidden value from the hooks and callbacks, and what it sends back runs byte for byte', async () => {
    const { chat, heard, run } = await openOwn()
    expect(screen.getByLabelText('arguments')).toHaveValue(argsText.replace('key-4f9a-1', '⟦•••⟧'))
    await run((text) => text.replace('ana', 'ben'))
    await expect.poll(() => ran(chat)).toEqual([edited])
    await waitFor(() => expect(heard).toHaveLength(4))
    expect(heard[0]).toMatchObject([
      { decision: 'approved', argsText: edited.replace('key-4f9a-1', '⟦•••⟧') },
    ])
    expect(JSON.stringify(heard) + page()).not.toContain('key-4')
  })

  it('gets a name for a hidden value that was replaced', async () => {
    const { chat, heard, run } = await openOwn()
    await run((text) => text.replace('⟦•••⟧', 'another-key'))
    await expect.poll(() => ran(chat)).toEqual([argsText.replace('key-4f9a-1', 'another-key')])
    await waitFor(() => expect(heard).toHaveLength(4))
    expect(heard[0]).toMatchObject([{ argsText: argsText.replace('key-4f9a-1', '⟦••• 2⟧') }])
    expect(JSON.stringify(heard) + page()).not.toMatch(/another-key|key-4/)
  })

  it('sends nothing where the text stands for no value of the call', async () => {
    const { chat, heard, run } = await openOwn()
    await run((text) => text.replace('⟦•••⟧', '⟦••• 7⟧'))
    expect(heard).toMatchObject([
      { code: 'invalid', applied: 'no', fields: [{ path: '/decisions/0/argsText' }] },
    ])
    expect(ran(chat)).toEqual([])
  })

  it.each([
    ['an answer', { outcome: 'already_resolved', interventions: [] }],
    [
      'a failure',
      new GatewayError({ code: 'invalid', applied: 'no', fields: [{ path: '', message: 'key-4f9a-1' }] }),
    ],
  ] as const)('gets no hidden value in %s', async (_name, end) => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool, argsText, editable: true }) })
    const port = createMemoryGateway(mock)
    const { heard, run } = await openOwn({
      onDecide: undefined,
      mock,
      gateway: {
        ...port,
        resume: async (request, options) => {
          if (end instanceof Error) throw end
          const { interventions } = await port.readConversation(request.conversationId, options)
          return { ...end, interventions }
        },
      },
    })
    await run((text) => text.replace('ana', 'ben'))
    const all = heard.map((one) => (one instanceof GatewayError ? [one.message, one.fields] : one))
    expect(JSON.stringify(all)).toContain('⟦•••⟧')
    expect(JSON.stringify(all)).not.toContain('key-4')
  })
})
