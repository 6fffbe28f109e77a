import { act, render, waitFor } from '@testing-library/react'
import { GatewayProvider, InterventionBar, type OnSettled } from 'intervention-bar'
import { agentThatAsks } from 'intervention-bar/mocks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const ben = { id: 'ben', name: 'Ben' }
const told = (log: ReturnType<typeof vi.fn<OnSettled>>): readonly string[] =>
  log.mock.calls.map(([call, { conversationId }]) => `${conversationId} ${call.toolCallId} ${call.status}`)
const logged = async (log: ReturnType<typeof vi.fn<OnSettled>>, ...lines: string[]): Promise<void> =>
  waitFor(() => expect(told(log)).toEqual(lines))

afterEach(() => vi.unstubAllGlobals())

describe('onSettled', () => {
  const open = async (options: TestChatOptions = {}): Promise<{ chat: TestChat; log: typeof log }> => {
    const log = vi.fn<OnSettled>()
    const chat = renderChat({ onSettled: log, ...options })
    await chat.asked()
    return { chat, log }
  }

  it('tells of an own decision once, with two bars of one conversation', async () => {
    const bars = (
      <>
        <InterventionBar conversationId="demo" arming={250} />
        <InterventionBar conversationId="demo" />
      </>
    )
    const log = vi.fn<OnSettled>()
    const chat = renderChat({ onSettled: log, children: bars })
    await waitFor(() => expect(chat.container.querySelectorAll('[data-part="approve"]')).toHaveLength(2))
    await chat.decide('approved')
    await logged(log, 'demo call_1 approved')
    expect(log.mock.calls[0]?.[0].resolution.by).toEqual({ id: 'you' })
    await expect.poll(() => chat.mock.executions).toHaveLength(1)
    await expect.poll(() => chat.busy()).toBe(false)
    expect(told(log)).toHaveLength(1)
  })

  it('tells of another person, and of a call that expired', async () => {
    const elsewhere = await open()
    act(() => elsewhere.chat.mock.decideElsewhere('demo', 'call_1', 'rejected', ben))
    await logged(elsewhere.log, 'demo call_1 rejected')
    expect(elsewhere.log.mock.calls[0]?.[0].resolution.by).toEqual(ben)
    elsewhere.chat.unmount()

    const lapsed = await open()
    act(() => lapsed.chat.mock.lapse('demo', 'call_1', 'expired'))
    await logged(lapsed.log, 'demo call_1 expired')
  })

  it('tells of a call that a rule settled while it was followed', async () => {
    const log = vi.fn<OnSettled>()
    const chat = renderChat({ onSettled: log, quiet: true })
    act(() => void chat.mock.say('demo', 'Tell Ana'))
    await chat.asked()
    act(() => chat.mock.changeSettings('demo', { mode: 'auto_run' }))
    await chat.decide('approved')
    await logged(log, 'demo call_1 approved')
    act(() => void chat.mock.say('demo', 'Tell Ana again'))
    await logged(log, 'demo call_1 approved', 'demo call_2 approved')
    expect(log.mock.calls[1]?.[0].resolution.automatic).toMatchObject({ by: 'mode' })
  })

  it('tells of what was settled while nothing was mounted, learnt by the next read, and of nothing twice', async () => {
    const { chat, log } = await open()
    chat.unmount()
    chat.mock.decideElsewhere('demo', 'call_1', 'approved', ben)
    const again = renderChat({ mock: chat.mock, gateway: chat.gateway, onSettled: log, quiet: true })
    await logged(log, 'demo call_1 approved')
    again.unmount()
    const third = renderChat({ mock: chat.mock, gateway: chat.gateway, onSettled: log, quiet: true })
    act(() => void third.mock.say('demo', 'Tell Ana again'))
    await third.asked()
    expect(told(log)).toHaveLength(1)
  })

  it('does not tell of what was settled before the conversation was first read', async () => {
    const log = vi.fn<OnSettled>()
    const first = await open()
    await first.chat.decide('approved')
    await logged(first.log, 'demo call_1 approved')
    first.chat.unmount()
    const chat = renderChat({ mock: first.chat.mock, onSettled: log, quiet: true })
    act(() => void chat.mock.say('demo', 'Tell Ana again'))
    await chat.asked()
    await chat.decide('rejected')
    await logged(log, 'demo call_2 rejected')
    expect(log).toHaveBeenCalledTimes(1)
  })

  it('is called once for two providers, and not by another gateway', async () => {
    const log = vi.fn<OnSettled>()
    const other = vi.fn<OnSettled>()
    const { chat } = await open({ onSettled: log })
    render(
      <>
        <GatewayProvider gateway={chat.gateway} onSettled={log}>
          <InterventionBar conversationId="demo" />
        </GatewayProvider>
        <GatewayProvider gateway={{ ...chat.gateway, id: 'other' }} onSettled={other} />
      </>,
    )
    await chat.decide('approved')
    await logged(log, 'demo call_1 approved')
    await expect.poll(() => chat.busy()).toBe(false)
    expect(told(log)).toHaveLength(1)
    expect(other).not.toHaveBeenCalled()
  })

  it('may throw: the error is reported, and the bar goes on', async () => {
    const reported = vi.fn<typeof reportError>()
    vi.stubGlobal('reportError', reported)
    const { chat } = await open({
      onSettled: () => {
        throw new Error('The log is full.')
      },
    })
    await chat.decide('approved')
    await chat.shows(/You approved send_mail/)
    expect(reported.mock.calls.map(([error]) => String(error))).toEqual(['Error: The log is full.'])
  })

  it('has no hidden values', async () => {
    const agent = agentThatAsks({ tool: 'connect', argsText: '{"apiKey":"key-4f9a-1"}' })
    const { chat, log } = await open({ agent, secretKeys: ['apiKey'] })
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'approved', ben))
    await logged(log, 'demo call_1 approved')
    expect(log.mock.calls[0]?.[0].argsText).toBe('{"apiKey":"⟦•••⟧"}')
    expect(JSON.stringify(log.mock.calls)).not.toContain('key-4')
  })
})
