import { render, screen } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import { describe, expect, it, vi } from 'vitest'
import { agentThatAsks, calls, decide, type MockGateway, scenarios } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { server } from '../support/dom.ts'
import { renderChat } from '../support/renderChat.tsx'

const resumes = (chat: ReturnType<typeof renderChat>): unknown[] =>
  chat.mock.requests.filter((request) => request.route === 'resume').map((request) => request.body)

describe('the spinner', () => {
  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
    ['reject-continue', 'rejected_continue'],
  ] as const)('clears after %s', async (_name, decision) => {
    const chat = renderChat({ paceMs: 1 })
    await chat.asked()
    await chat.decide(decision)
    await expect.poll(() => chat.mock.running()).toBe(0)
    await expect.poll(chat.busy).toBe(false)
    expect(screen.queryByText('Assistant is working…')).toBeNull()
  })
})

describe('a decision', () => {
  it('reject reaches the gateway', async () => {
    const chat = renderChat()
    await chat.asked()
    await chat.decide('rejected')
    await chat.shows(/You rejected send_mail/)
    expect(chat.mock.read('demo').operations.at(-1)?.status).toBe('interrupted')
    expect(chat.mock.executions).toEqual([])
  })

  it('reject-continue sends one request, not two', async () => {
    const chat = renderChat()
    await chat.asked()
    await chat.decide('rejected_continue', 'Use Slack')
    await chat.shows(/It has not run/)
    await expect.poll(() => chat.mock.running()).toBe(0)
    expect(resumes(chat)).toEqual([
      {
        operationId: 'op_1',
        decisions: [
          { toolCallId: 'call_1', revision: 'rev_1', decision: 'rejected_continue', reason: 'Use Slack' },
        ],
      },
    ])
  })

  it('that requires a reason is made by "decide" as by a person: press, write, press', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.pay) })
    await chat.asked()
    await chat.decide('rejected', 'Paid yesterday')
    await chat.shows(/You rejected Pay an invoice/)
    expect(resumes(chat)).toMatchObject([{ decisions: [{ decision: 'rejected', reason: 'Paid yesterday' }] }])
  })

  it('is refused by "decide" if the card takes no reason', async () => {
    const chat = renderChat()
    await chat.asked()
    await expect(chat.decide('approved', 'Please')).rejects.toThrow('a reason needs a rejection')
    expect(resumes(chat)).toEqual([])
  })

  it('approve runs the tool once', async () => {
    const chat = renderChat()
    await chat.asked()
    await chat.decide('approved')
    await chat.shows(/You approved send_mail/)
    expect(chat.mock.executions).toHaveLength(1)
  })

  it('that may have run shows that it is checked, as soon as it is made again', async () => {
    const chat = renderChat({ faults: [{ name: 'never_answers', times: 4 }], timeoutMs: 300 })
    await chat.asked()
    await chat.decide('approved')
    await expect.poll(() => screen.queryByText('Try again')).not.toBeNull()
    await chat.user.click(chat.button('Try again'))
    expect(chat.bar()?.querySelector('[data-part="notice"]')).toHaveTextContent(
      /Checking whether your decision arrived/,
    )
    await chat.shows(/You approved/)
  })

  it('a failed resume keeps the paused operation and the retry takes the same route', async () => {
    const onResumed = vi.fn()
    const chat = renderChat({ faults: [{ name: 'refused' }], onResumed })
    await chat.asked()
    await chat.decide('approved')
    await chat.shows(/You don't have permission to approve this. Nothing has run./)
    expect(chat.busy()).toBe(false)
    expect(chat.mock.read('demo').operations[0]?.status).toBe('waiting_for_human')
    expect(onResumed).not.toHaveBeenCalled()
    await chat.user.click(chat.button('Try again'))
    await chat.shows(/You approved send_mail/)
    const keys = chat.mock.requests.flatMap((request) =>
      request.route === 'resume' ? [request.requestId] : [],
    )
    expect(keys).toEqual([keys[0], keys[0]])
    expect(onResumed).toHaveBeenCalledTimes(1)
  })
})

describe('a test that ends while a decision is in flight', () => {
  it('leaves another conversation of the same gateway free', async () => {
    const baseUrl = 'http://localhost/one-after-the-other'
    const gateway = createHttpGateway({ baseUrl, timeoutMs: 60_000 })
    const open = (mock: MockGateway, conversationId: string) => {
      server.use(...createHandlers(mock, { baseUrl }))
      return render(
        <GatewayProvider gateway={gateway}>
          <InterventionBar conversationId={conversationId} arming={0} />
        </GatewayProvider>,
      )
    }
    const first = open(scenarios.no_answer('chat-1'), 'chat-1')
    await decide(first.container, 'rejected')
    await screen.findByText('Rejecting…')
    first.unmount()
    const mock = scenarios.waiting('chat-2')
    const { container } = open(mock, 'chat-2')
    await decide(container, 'approved')
    await expect.poll(() => mock.executions.length).toBe(1)
  })
})

it('says where to go on if a call can neither be approved nor answered here', async () => {
  const chat = renderChat({
    agent: agentThatAsks({ tool: 'showAgentMarketplace', args: { a: 1 }, decisions: ['rejected_continue'] }),
  })
  await chat.shows("Here this can only be rejected. To go on with it, use the assistant's own app.")
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  await chat.decide('rejected_continue')
})
