import { act, render, screen, waitFor, within } from '@testing-library/react'
import {
  ApproveButton,
  type GatewayClient,
  GatewayError,
  GatewayProvider,
  Intervention,
  InterventionBar,
  useConversation,
} from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type Fault,
  work,
} from 'intervention-bar/mocks'
import type { ToolAnnotations } from 'intervention-bar/core'
import { useEffect } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

afterEach(() => {
  vi.useRealTimers()
})

const resumes = (chat: ReturnType<typeof renderChat>): number =>
  chat.mock.requests.filter((one) => one.route === 'resume').length

describe('the bar', () => {
  it('renders nothing while there is nothing to show', async () => {
    const chat = renderChat({ quiet: true })
    await waitFor(() => expect(chat.mock.streams()).toBe(1))
    expect(chat.bar()).toBeNull()
  })

  it('renders nothing while an operation runs and the stream is live', async () => {
    const chat = renderChat({
      agent: function* () {
        yield work(5_000)
      },
    })
    await waitFor(() => expect(chat.busy()).toBe(true))
    expect(chat.bar()).toBeNull()
  })

  it('is a region named by its heading, with the call as a group named by its own heading', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.sendMail) })
    await chat.asked()
    const bar = screen.getByRole('region', { name: 'Approval needed' })
    expect(bar).toHaveAttribute('data-part', 'bar')
    expect(bar).toHaveAttribute('data-status', 'waiting')
    expect(within(bar).getByRole('group', { name: /Assistant wants to run Send an email/ })).toHaveAttribute(
      'data-status',
      'pending',
    )
  })

  it.each<[name: string, annotations: ToolAnnotations, text: string]>([
    [
      'several',
      { destructiveHint: true, openWorldHint: true },
      "May delete or overwrite · Uses outside services (says the tool, not checked). Assistant's reason: Because. ",
    ],
    ['none', {}, "Effects unknown. Assistant's reason: Because. "],
  ])('tells effects and reason in sentences of their own: %s', async (_name, annotations, text) => {
    const why = { by: 'agent', text: 'Because.' } as const
    const chat = renderChat({ agent: agentThatAsks({ tool: { name: 'send', annotations }, args: {}, why }) })
    await chat.asked()
    const meta = chat.bar()?.querySelector('[data-part="meta"]')
    expect(meta?.textContent.replaceAll('\u00A0', ' ')).toBe(text)
  })

  it('does not change focus, caret or composer when it appears', async () => {
    const chat = renderChat({ quiet: true })
    const composer = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
    await chat.user.type(composer, 'half a sentence')
    composer.setSelectionRange(4, 6)
    chat.mock.say('demo', 'go')
    await chat.asked()
    expect(composer).toHaveFocus()
    expect([composer.selectionStart, composer.selectionEnd]).toEqual([4, 6])
    await chat.user.keyboard('{Enter} y1a{Escape}')
    expect(resumes(chat)).toBe(0)
  })

  it('shows one call at a time, oldest first, with its position', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.editFile, calls.runCommand, calls.sendMail) })
    await chat.asked()
    expect(screen.getByRole('heading', { name: '3 approvals needed' })).toBeVisible()
    await chat.shows('1 of 3')
    await chat.decide('approved')
    await chat.shows('1 of 2')
    await chat.shows('Run a command')
  })

  it('says that the conversation cannot be read, and reads again on request', async () => {
    const chat = renderChat({ faults: [{ name: 'signed_out', on: 'read' }] })
    await chat.shows("You're signed out. What you see may be out of date.")
    await chat.user.click(chat.button('Load again'))
    await chat.asked()
  })
})

describe('while deciding', () => {
  it('keeps focus, disables nothing, and says that it is deciding', async () => {
    const chat = renderChat({ held: true })
    await chat.asked()
    await chat.decide('approved')
    const button = chat.button('Approving…')
    expect(button).toHaveFocus()
    for (const each of within(chat.bar()!).getAllByRole('button', { name: /Approving|Reject/ })) {
      expect(each).toHaveAttribute('aria-disabled', 'true')
      expect(each).not.toBeDisabled()
      expect(each).not.toHaveAttribute('data-armed')
    }
    expect(chat.bar()).toHaveAttribute('data-busy')
    chat.letGo()
    await expect.poll(() => chat.busy()).toBe(false)
  })

  it('ignores further presses', async () => {
    const chat = renderChat({ held: true })
    await chat.asked()
    await chat.decide('approved')
    await chat.user.click(chat.button('Approving…'))
    await chat.user.dblClick(chat.button('Reject and stop'))
    chat.letGo()
    await chat.shows(/You approved/)
    expect(resumes(chat)).toBe(1)
  })

  it('shows no success before the answer of the server', async () => {
    const chat = renderChat({ held: true })
    await chat.asked()
    await chat.decide('approved')
    expect(chat.bar()).not.toHaveTextContent('You approved')
    chat.letGo()
    await chat.shows(/You approved/)
  })
})

describe('rule S4: a failed resume keeps the card, names what failed, and can be tried again', () => {
  it.each([
    [{ name: 'refused' }, "You don't have permission to approve this. Nothing has run."],
    [{ name: 'signed_out' }, "You're signed out. Nothing has run. Try again."],
    [{ name: 'rate_limited', ms: 60_000 }, 'The server asks to slow down. Nothing has run. Try again.'],
    [
      { name: 'server_error', times: 3 },
      "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
    ],
    [
      { name: 'unreachable', times: 3 },
      "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
    ],
    [
      { name: 'never_answers', times: 3 },
      "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
    ],
    [
      { name: 'garbage', times: 3 },
      "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
    ],
  ] as const satisfies readonly (readonly [Fault, string])[])(
    '%o',
    async (fault, text) => {
      vi.spyOn(Math, 'random').mockReturnValue(0.05)
      const chat = renderChat({ faults: [fault], timeoutMs: fault.name === 'never_answers' ? 300 : 10_000 })
      await chat.asked()
      await chat.decide('approved')
      if (fault.name === 'garbage') {
        // The decision took effect, and the check finds it.
        await chat.shows(/You approved/)
        expect(takeConsole()).toEqual([['warn', expect.stringContaining('IB007')]])
        return
      }
      await waitFor(() => expect(chat.bar()).toHaveTextContent(text))
      expect(chat.busy()).toBe(false)
      expect(chat.button('Try again')).toHaveAttribute('data-armed')
      expect(chat.button('Try again')).toHaveFocus()
      expect(chat.button('Try again')).toHaveAccessibleDescription(new RegExp(text.slice(0, 20)))
      expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
      expect(chat.mock.read('demo').operations.map((one) => one.status)).toEqual(['waiting_for_human'])
      await chat.user.click(chat.button('Try again'))
      await chat.shows(/You approved/)
      expect(chat.mock.executions).toHaveLength(1)
      const ids = chat.mock.requests.flatMap((one) => (one.route === 'resume' ? [one.requestId] : []))
      expect(new Set(ids).size).toBe(1)
    },
    15_000,
  )

  it('keeps the reason of a rejection after a failure and an unmount', async () => {
    const chat = renderChat({ faults: [{ name: 'refused' }] })
    await chat.asked()
    await chat.decide('rejected_continue', 'Use Slack')
    await chat.shows(/You don't have permission/)
    expect(screen.getByRole('textbox', { name: /Tell Assistant/ })).toHaveValue('Use Slack')
    chat.unmount()
    const again = renderChat({ mock: chat.mock, gateway: chat.gateway, quiet: true })
    await again.asked()
    expect(screen.getByRole('textbox', { name: /Tell Assistant/ })).toHaveValue('Use Slack')
    await again.shows(/You don't have permission/)
    await again.armed()
    await again.user.click(again.button('Try again'))
    await again.shows(/It has not run/)
  })
})

describe('after a failure there is one way on', () => {
  const names = (chat: TestChat): readonly (string | null)[] =>
    [...chat.bar()!.querySelectorAll('[data-part="decisions"] button')].map((one) => one.textContent)

  it.each([
    ['approved', ['Reject and stop', 'Reject and continue', 'Try again']],
    ['rejected', ['Try again', 'Reject and continue', 'Approve']],
    ['rejected_continue', ['Reject and stop', 'Try again', 'Approve']],
  ] as const)('%s: its button says Try again, and the others are as before', async (decision, after) => {
    const chat = renderChat({ faults: [{ name: 'refused' }] })
    await chat.asked()
    await chat.decide(decision)
    await chat.shows(/You don't have permission/)
    expect(names(chat)).toEqual(after)
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
    await chat.decide('try_again')
    await chat.shows(/You (approved|rejected)/)
  })

  it('another note is another decision, and says so', async () => {
    const chat = renderChat({ faults: [{ name: 'refused' }] })
    await chat.asked()
    await chat.decide('rejected_continue', 'Use Slack')
    await chat.shows(/You don't have permission/)
    await chat.user.type(screen.getByRole('textbox', { name: /Tell Assistant/ }), ' instead')
    expect(names(chat)).toContain('Reject and send note')
    expect(names(chat)).not.toContain('Try again')
    await chat.decide('rejected_continue')
    await chat.shows(/You rejected/)
    const ids = chat.mock.requests.flatMap((one) => (one.route === 'resume' ? [one.requestId] : []))
    expect(new Set(ids).size).toBe(2)
  })
})

describe('rule S8: a decision that the backend lacks is not shown', () => {
  it.each([
    [['approved'], ['Stop the task', 'Approve']],
    [
      ['approved', 'rejected'],
      ['Reject and stop', 'Approve'],
    ],
    [
      ['approved', 'rejected_continue'],
      ['Stop the task', 'Reject and continue', 'Approve'],
    ],
    [['rejected'], ['Reject and stop']],
  ] as const)('offers %j', async (decisions, names) => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'pay', decisions: [...decisions] }) })
    await chat.asked()
    const drawn = [...chat.bar()!.querySelectorAll('[data-part="decisions"] button')]
    expect(drawn.map((button) => button.textContent)).toEqual(names)
  })

  it('has no button to stop the run if the gateway cannot', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay', decisions: ['approved'] }) })
    const { stop: _none, ...gateway } = createMemoryGateway(mock)
    const chat = renderChat({ mock, gateway })
    await chat.asked()
    expect(screen.queryByRole('button', { name: 'Stop the task' })).toBeNull()
  })

  it('stops the run if there is no "reject and stop": waiting calls are withdrawn, and nothing runs', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'pay', decisions: ['approved'] }) })
    await chat.asked()
    const stop = chat.button('Stop the task')
    await waitFor(() => expect(stop).toHaveAttribute('data-armed'))
    await chat.user.dblClick(stop)
    await chat.shows('Assistant no longer needs pay. It has not run.')
    expect(chat.mock.requests.filter((one) => one.route === 'stop')).toHaveLength(1)
    expect(chat.mock.read('demo').operations[0]?.status).toBe('interrupted')
    expect(chat.mock.executions).toEqual([])
  })

  it('does not stop the run for a press that comes too early', async () => {
    const chat = renderChat({
      agent: agentThatAsks({ tool: 'pay', decisions: ['approved'] }),
      bar: { arming: 10_000 },
    })
    await chat.asked()
    await chat.user.click(chat.button('Stop the task'))
    expect(chat.button('Stop the task')).not.toHaveAttribute('data-busy')
    expect(chat.mock.requests.filter((one) => one.route === 'stop')).toEqual([])
  })

  it('says that the run was not stopped, and can try again', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay', decisions: ['approved'] }) })
    const memory = createMemoryGateway(mock)
    const stops = vi.fn<NonNullable<GatewayClient['stop']>>()
    stops.mockRejectedValueOnce(new GatewayError({ code: 'forbidden', applied: 'no' }))
    stops.mockImplementation(memory.stop!)
    const chat = renderChat({ mock, gateway: { ...memory, stop: stops } })
    await chat.asked()
    await waitFor(() => expect(chat.button('Stop the task')).toHaveAttribute('data-armed'))
    await chat.user.click(chat.button('Stop the task'))
    await chat.shows("The task wasn't stopped. Try again.")
    expect(chat.button('Stop the task')).toHaveAccessibleDescription("The task wasn't stopped. Try again.")
    await chat.user.click(chat.button('Stop the task'))
    await chat.shows(/Assistant no longer needs pay/)
  })
})

describe('the reason of a rejection', () => {
  it('is sent in one press if it is optional, and never with an approval', async () => {
    const chat = renderChat()
    await chat.asked()
    await chat.user.click(chat.button('Tell Assistant what to do instead…'))
    await chat.user.type(screen.getByRole('textbox', { name: /Tell Assistant/ }), 'Not now')
    await chat.decide('approved')
    await chat.shows(/You approved/)
    expect(JSON.stringify(chat.mock.requests)).not.toContain('Not now')
  })

  it('is asked for by the first press if it is required', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'pay', reason: 'required' }) })
    await chat.asked()
    expect(screen.queryByRole('textbox', { name: /Tell Assistant/ })).toBeNull()
    await chat.decide('rejected')
    const box = screen.getByRole('textbox', { name: /Tell Assistant/ })
    expect(box).toHaveFocus()
    expect(box).toHaveAccessibleDescription('Write a reason, then reject again.')
    expect(resumes(chat)).toBe(0)
    await chat.user.type(box, 'Too much')
    await chat.decide('rejected')
    await chat.shows(/You rejected pay/)
    expect(chat.mock.read('demo').interventions[0]).toMatchObject({ resolution: { reason: 'Too much' } })
  })

  it('is not asked for if the backend takes none', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'pay', reason: 'none' }) })
    await chat.asked()
    expect(chat.bar()!.querySelector('textarea')).toBeNull()
  })
})

describe('a call that was settled or changed elsewhere', () => {
  it('shows who decided', async () => {
    const chat = renderChat()
    await chat.asked()
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'rejected', { id: 'maya', name: 'Maya' }))
    await chat.shows(/Maya rejected send_mail, \d\d:\d\d\./)
    await chat.user.click(chat.button('Hide'))
    expect(chat.bar()).toBeNull()
  })

  it.each([
    ['expired', /send_mail expired at .* It has not run./],
    ['withdrawn', /Assistant no longer needs send_mail. It has not run./],
  ] as const)('shows that it %s', async (status, text) => {
    const chat = renderChat()
    await chat.asked()
    act(() => chat.mock.lapse('demo', 'call_1', status))
    await chat.shows(text)
  })

  it('shows the change, and is decided on its new revision', async () => {
    const chat = renderChat()
    await chat.asked()
    act(() => chat.mock.change('demo', 'call_1', { argsText: '{"to":"all@example.com"}' }))
    await chat.shows('This request changed. Nothing was sent. Read it again, then decide.')
    await chat.shows('Hide changes')
    await chat.decide('approved')
    await chat.shows(/You approved/)
    expect(chat.mock.executions.map((one) => one.argsText)).toEqual(['{"to":"all@example.com"}'])
  })

  it('is not decided by a press on its old revision', async () => {
    const chat = renderChat()
    await chat.asked()
    chat.mock.fault({ name: 'silences_stream' })
    chat.mock.change('demo', 'call_1', { argsText: '{"to":"all@example.com"}' })
    await chat.decide('approved')
    await chat.shows('This request changed. Nothing was sent. Read it again, then decide.')
    expect(chat.mock.executions).toEqual([])
    await chat.armed()
  })

  it('shows that the viewer may not decide, and why', async () => {
    const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay' }) })
    mock.allow(false, 'Ask Ana.')
    const chat = renderChat({ mock })
    await chat.asked()
    await chat.shows("You can't approve this. Ask Ana. It stays waiting.")
    expect(chat.bar()!.querySelector('[data-part="decisions"]')).toBeEmptyDOMElement()
  })
})

describe('rule S13: accepted, but the new operation never shows', () => {
  it('says so after 10 s, and the spinner ends', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const chat = renderChat({ faults: [{ name: 'never_starts' }] })
    await chat.asked()
    // The guard, too, looks again by this clock.
    await expect
      .poll(() => {
        act(() => void vi.advanceTimersByTime(100))
        return chat.container.querySelector('[data-part="approve"][data-armed]')
      })
      .not.toBeNull()
    await chat.decide('approved')
    await chat.shows(/You approved/)
    expect(chat.busy()).toBe(true)
    act(() => void vi.advanceTimersByTime(9_000))
    expect(chat.busy()).toBe(true)
    act(() => void vi.advanceTimersByTime(2_000))
    await chat.shows('Approved, but Assistant did not start.')
    expect(chat.busy()).toBe(false)
  })
})

describe('focus', () => {
  it('goes to the heading of the next call, never to one of its buttons', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.editFile, calls.runCommand) })
    await chat.asked()
    act(() => chat.button('Approve').focus())
    await chat.armed()
    await chat.user.keyboard('{Enter}')
    await chat.shows('Run a command')
    await waitFor(() => expect(screen.getByRole('heading', { name: /Run a command/ })).toHaveFocus())
  })

  it('goes back to where it was when no call is left', async () => {
    const chat = renderChat()
    await chat.asked()
    const composer = screen.getByRole('textbox', { name: 'Message' })
    await chat.user.click(composer)
    await chat.user.tab({ shift: true })
    expect(chat.button('Approve')).toHaveFocus()
    await chat.armed()
    await chat.user.keyboard('{Enter}')
    await chat.shows(/You approved/)
    await waitFor(() => expect(composer).toHaveFocus())
  })

  it('does not swallow keys of the element that contains the bar when it goes back', async () => {
    const onClick = vi.fn()
    const chat = renderChat({
      children: (
        <main tabIndex={-1}>
          <InterventionBar conversationId="demo" arming={250} />
          <button type="button" onClick={onClick}>
            Host
          </button>
        </main>
      ),
    })
    await chat.asked()
    screen.getByRole('main').focus()
    await chat.decide('approved')
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
    screen.getByRole('button', { name: 'Host' }).focus()
    await chat.user.keyboard('{Enter}')
    expect(onClick).toHaveBeenCalledTimes(1)
  })

  it.each(['elsewhere', 'withdrawn', 'expired'] as const)(
    'stays in the bar when the call is settled elsewhere: %s',
    async (how) => {
      const chat = renderChat()
      await chat.asked()
      const composer = screen.getByRole('textbox', { name: 'Message' })
      await chat.user.type(composer, 'Not ready')
      await chat.user.tab({ shift: true })
      expect(chat.button('Approve')).toHaveFocus()
      const maya = { id: 'maya', name: 'Maya' }
      act(() =>
        how === 'elsewhere'
          ? chat.mock.decideElsewhere('demo', 'call_1', 'rejected', maya)
          : chat.mock.lapse('demo', 'call_1', how),
      )
      await chat.shows(/It has not run/)
      await waitFor(() => expect(screen.getByRole('heading', { name: 'Activity' })).toHaveFocus())
      await chat.user.keyboard('sent by no key')
      expect(composer).toHaveValue('Not ready')
      await chat.user.click(chat.button('Hide'))
      await waitFor(() => expect(composer).toHaveFocus())
    },
  )

  it.each([
    ['a press of Try again', [{ name: 'refused', times: 2 }], 'Try again'],
    ['a press of Load again', [{ name: 'server_error', on: 'read', times: 2 }], 'Load again'],
  ] as const)('is not lost to the page with %s', async (_what, faults, name) => {
    const chat = renderChat()
    await chat.asked()
    for (const fault of faults) chat.mock.fault(fault)
    if (name === 'Try again') await chat.decide('approved')
    else act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
    const again = await screen.findByRole('button', { name })
    act(() => again.focus())
    await waitFor(() => {
      if (name === 'Try again') expect(again).toHaveAttribute('data-armed')
    })
    await chat.user.keyboard('{Enter}')
    const sent = (): number => chat.mock.requests.filter(({ route }) => route === 'resume').length
    await waitFor(() => expect(name === 'Try again' ? sent() === 2 : !again.isConnected).toBe(true))
    expect(chat.bar()).toContainElement(document.activeElement as HTMLElement)
  })

  it('is not lost to the page when the viewer may no longer decide', async () => {
    const chat = renderChat()
    await chat.asked()
    chat.button('Approve').focus()
    act(() => chat.mock.allow(false))
    act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
    await chat.shows(/You can't approve this/)
    expect(chat.bar()).toContainElement(document.activeElement as HTMLElement)
  })

  it('is not taken by a reason box that was opened earlier', async () => {
    const reason = 'required'
    const chat = renderChat({ agent: agentThatAsks({ ...calls.sendMail, reason }, { tool: 'pay', reason }) })
    await chat.asked()
    await chat.user.click(chat.button('Next request'))
    await waitFor(() => expect(chat.button('Reject and stop')).toHaveAttribute('data-armed'))
    await chat.user.click(chat.button('Reject and stop'))
    expect(screen.getByRole('textbox', { name: /Tell Assistant/ })).toHaveFocus()
    await chat.user.click(chat.button('Previous request'))
    const composer = screen.getByLabelText('Message')
    await chat.user.type(composer, 'Hello th')
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'approved', { id: 'maya', name: 'Maya' }))
    await screen.findByRole('textbox', { name: /Tell Assistant/ })
    await chat.user.keyboard('ere')
    expect(composer).toHaveValue('Hello there')
  })

  it('is not taken from any other element', async () => {
    const chat = renderChat()
    await chat.asked()
    const composer = screen.getByRole('textbox', { name: 'Message' })
    await chat.user.click(composer)
    act(() => chat.mock.lapse('demo', 'call_1', 'withdrawn'))
    await chat.shows(/no longer needs/)
    expect(composer).toHaveFocus()
  })
})

describe('an announcement', () => {
  const spoken = (politeness: string): string[] =>
    [...document.querySelectorAll(`[aria-live="${politeness}"] p`)].map((one) => one.textContent)

  it('has its live regions in the page, empty, before anything is announced', () => {
    renderChat({ quiet: true })
    for (const region of document.querySelectorAll('[role="log"]')) expect(region).toBeEmptyDOMElement()
    expect(document.querySelectorAll('[role="log"]')).toHaveLength(2)
  })

  it('is one sentence per arrival, however many calls arrive at once', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.editFile, calls.runCommand) })
    await chat.asked()
    await waitFor(() => expect(spoken('polite')).toEqual(['2 approvals needed. Press F6 to review.']))
  })

  it('is polite for a decision and assertive for a failure', async () => {
    const chat = renderChat({ faults: [{ name: 'refused' }] })
    await chat.asked()
    await waitFor(() => expect(spoken('polite')).toEqual(['Approval needed: send_mail. Press F6 to review.']))
    await chat.decide('approved')
    await waitFor(() =>
      expect(spoken('assertive')).toEqual(["You don't have permission to approve this. Nothing has run."]),
    )
    await chat.decide('approved')
    await waitFor(() => expect(spoken('polite')).toContain('Approved. No approvals left.'))
  })

  it('says that the agent continues only if no other call waits', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.editFile, calls.runCommand) })
    await chat.asked()
    await chat.decide('rejected_continue')
    await waitFor(() => expect(spoken('polite')).toContain('Rejected. Next: Run a command.'))
    await chat.decide('rejected_continue')
    await waitFor(() => expect(spoken('polite')).toContain('Rejected. Assistant continues.'))
  })

  it('is assertive when a waiting call changes', async () => {
    const chat = renderChat()
    await waitFor(() => expect(spoken('polite')).toEqual(['Approval needed: send_mail. Press F6 to review.']))
    act(() => chat.mock.change('demo', 'call_1', { argsText: '{"to":"all@example.com"}' }))
    await waitFor(() =>
      expect(spoken('assertive')).toEqual([
        'This request changed. Nothing was sent. Read it again, then decide.',
      ]),
    )
    expect(spoken('polite')).toEqual(['Approval needed: send_mail. Press F6 to review.'])
  })

  it('is repeated when the same thing happens twice', async () => {
    const faults = [
      { name: 'slow', ms: 200, times: 2 },
      { name: 'refused', times: 2 },
    ] as const
    const chat = renderChat({ faults })
    await chat.asked()
    const heard: (string | null)[] = []
    const listener = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) heard.push(...[...addedNodes].map((one) => one.textContent))
    })
    listener.observe(document.querySelector('[aria-live="assertive"]')!, { childList: true })
    for (const times of [1, 2]) {
      await chat.decide('approved')
      await waitFor(() => expect(heard).toHaveLength(times))
    }
    listener.disconnect()
    expect(heard[0]).toContain("You don't have permission")
    expect(heard[1]).toBe(heard[0])
  })

  it('is made once for two bars', async () => {
    const bars = [1, 2].map((one) => <InterventionBar key={one} conversationId="demo" />)
    const chat = renderChat({ children: bars })
    await screen.findAllByRole('heading', { name: /wants to run/ })
    await waitFor(() => expect(spoken('polite')).toEqual(['Approval needed: send_mail. Press F6 to review.']))
    act(() => chat.mock.change('demo', 'call_1', { argsText: '{}' }))
    await waitFor(() => expect(spoken('assertive')).toHaveLength(1))
  })

  it('shortens a long name of a tool', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'x'.repeat(400) }) })
    await chat.asked()
    await waitFor(() =>
      expect(spoken('polite')[0]).toHaveLength('Approval needed:  Press F6 to review.'.length + 61),
    )
  })

  it('distinguishes a failed run from one that is done', async () => {
    const chat = renderChat({
      agent: function* () {
        yield* agentThatAsks({ tool: 'pay' })('')
        yield work(3_000)
        throw new Error('The model is gone.')
      },
    })
    await chat.asked()
    await chat.decide('approved')
    await waitFor(() => expect(spoken('polite')).toContain('Assistant has failed.'))
    expect(spoken('polite')).not.toContain('Assistant has finished.')
  })

  it('is not made for an end that was not seen', async () => {
    const chat = renderChat({ faults: [{ name: 'never_starts' }] })
    await chat.asked()
    await chat.decide('approved')
    await waitFor(() => expect(spoken('polite')).toContain('Assistant is working…'))
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() + 11_000 })
    act(() => void window.dispatchEvent(new Event('online')))
    await chat.shows('Approved, but Assistant did not start.')
    await waitFor(() => expect(chat.busy()).toBe(false))
    expect(spoken('polite')).not.toContain('Assistant has finished.')
  })

  it('is made for the end of every wait whose beginning was announced', async () => {
    const chat = renderChat({
      agent: function* () {
        yield* agentThatAsks({ tool: 'pay' })('')
        yield work(3_000)
      },
    })
    await chat.asked()
    await chat.decide('approved')
    await waitFor(() => expect(spoken('polite')).toContain('Assistant is working…'))
    await waitFor(() => expect(spoken('polite')).toContain('Assistant has finished.'))
  })
})

describe('parts on their own', () => {
  it('can decide anywhere under the provider, and share one lock with every bar', async () => {
    const chat = renderChat({
      held: true,
      children: (
        <>
          <InterventionBar conversationId="demo" />
          <InterventionBar conversationId="demo" />
          <ApproveButton conversationId="demo" data-testid="lone">
            Yes, pay
          </ApproveButton>
        </>
      ),
    })
    const lone = await screen.findByTestId('lone')
    await waitFor(() => expect(lone).toHaveAttribute('data-armed'))
    await chat.user.click(lone)
    expect(screen.getAllByRole('button', { name: 'Approving…' })).toHaveLength(2)
    for (const button of screen.getAllByRole('button', { name: 'Approving…' })) await chat.user.click(button)
    chat.letGo()
    await waitFor(() => expect(screen.queryByTestId('lone')).toBeNull())
    expect(resumes(chat)).toBe(1)
  })

  it('compose into a custom card', async () => {
    const onClick = vi.fn()
    const ref = vi.fn()
    const chat = renderChat({
      agent: agentThatAsks(calls.sendMail),
      children: (
        <Intervention.Root conversationId="demo" className="card" data-testid="card">
          <Intervention.Title render={<h4 className="own" />} className="title" />
          <Intervention.Why />
          <Intervention.Arguments />
          <Intervention.Approve
            ref={ref}
            onClick={onClick}
            className={({ status, armed }) => `${status} ${String(armed)}`}
            render={(props, state) => <button {...props} title={`is ${state.status}`} />}
          >
            Send it
          </Intervention.Approve>
        </Intervention.Root>
      ),
    })
    const card = await screen.findByTestId('card')
    expect(card).toHaveClass('card')
    expect(card).toHaveAttribute('data-part', 'intervention')
    expect(screen.getByRole('heading', { level: 4 })).toHaveClass('title', 'own')
    const approve = screen.getByRole('button', { name: 'Send it' })
    await waitFor(() => expect(approve).toHaveClass('pending', 'true'))
    expect(approve).toHaveAttribute('title', 'is pending')
    expect(ref).toHaveBeenCalledWith(approve)
    await chat.user.click(approve)
    expect(onClick).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(chat.mock.executions).toHaveLength(1))
  })

  it('may have another call and another "onDecide" than the card around them', async () => {
    const onDecide = vi.fn()
    const chat = renderChat({
      agent: agentThatAsks(calls.editFile, calls.sendMail),
      children: (
        <Intervention.Root conversationId="demo">
          <ApproveButton toolCallId="call_2" onDecide={onDecide}>
            The other
          </ApproveButton>
          <ApproveButton onDecide={(_decisions, { cancel }) => cancel()}>This one</ApproveButton>
        </Intervention.Root>
      ),
    })
    for (const name of ['This one', 'The other']) {
      const button = await screen.findByRole('button', { name })
      await waitFor(() => expect(button).toHaveAttribute('data-armed'))
      await chat.user.click(button)
    }
    await waitFor(() => expect(chat.mock.executions.map((one) => one.toolCallId)).toEqual(['call_2']))
    expect(onDecide).toHaveBeenCalledTimes(1)
    expect(resumes(chat)).toBe(1)
  })

  it('let the host prevent a press', async () => {
    const chat = renderChat({
      children: (
        <ApproveButton conversationId="demo" onClick={(event) => event.preventDefault()}>
          Not yet
        </ApproveButton>
      ),
    })
    await chat.user.click(await screen.findByRole('button', { name: 'Not yet' }))
    expect(resumes(chat)).toBe(0)
  })

  it('name the provider or the root that is missing', () => {
    expect(() => renderChat({ children: <Intervention.Title /> })).toThrow(/IB003: .*Intervention.Root/)
    takeConsole()
  })
})

describe('arguments', () => {
  it('are text, whatever they contain', async () => {
    const chat = renderChat({
      agent: agentThatAsks({
        tool: '<b>pay</b>',
        args: { html: '<img src=x onerror=alert(1)>', link: '[a](javascript:alert(1))' },
        why: '<script>alert(1)</script>',
      }),
    })
    await chat.asked()
    expect(chat.bar()!.querySelector('img, a, script, b')).toBeNull()
    expect(chat.bar()).toHaveTextContent('<img src=x onerror=alert(1)>')
  })

  it('that are not JSON are shown as raw text and can be decided', async () => {
    const chat = renderChat({ agent: agentThatAsks({ tool: 'run', argsText: 'rm -rf {' }) })
    await chat.asked()
    await chat.shows('rm -rf {')
    await chat.decide('rejected')
    await chat.shows(/You rejected run/)
  })

  it('are shown byte for byte after one press', async () => {
    const argsText = '{"b":1,  "a":12345678901234567890, "b":2}'
    const chat = renderChat({ agent: agentThatAsks({ tool: 'run', argsText }) })
    await chat.asked()
    await chat.user.click(chat.button('Show exact text'))
    expect(chat.bar()!.querySelector('[data-part="raw"]')?.textContent).toBe(argsText)
  })

  it('show their hidden characters', async () => {
    const chat = renderChat({
      agent: agentThatAsks({ tool: 'run', args: { cmd: 'a\u202Eb\u200Bc\u{E0041}' } }),
    })
    await chat.asked()
    await chat.shows('a⟦U+202E⟧b⟦U+200B⟧c⟦U+E0041⟧')
  })
})

describe('the provider', () => {
  it('is named by the error if it is missing', () => {
    expect(() => render(<InterventionBar conversationId="demo" />)).toThrow(/IB001: .*<GatewayProvider/)
    takeConsole()
  })

  it('requires a gateway client', () => {
    // @ts-expect-error -- the options instead of a client.
    expect(() => renderChat({ gateway: { baseUrl: '/agent' } })).toThrow(/IB002: .*createHttpGateway/)
    takeConsole()
  })

  it('keeps the first gateway of an id, and warns once', async () => {
    const chat = renderChat({ children: null })
    const seen = new Set<unknown>()
    function Probe(): null {
      const { reread } = useConversation('demo')
      useEffect(() => void seen.add(reread), [reread])
      return null
    }
    const view = render(
      <GatewayProvider gateway={{ ...chat.gateway }}>
        <Probe />
      </GatewayProvider>,
    )
    for (let round = 0; round < 3; round += 1) {
      view.rerender(
        <GatewayProvider gateway={{ ...chat.gateway }}>
          <Probe />
        </GatewayProvider>,
      )
    }
    expect(takeConsole()).toEqual([['warn', expect.stringContaining('IB005')]])
    await waitFor(() => expect(seen.size).toBe(1))
  })
})

it('shows no text for sending once the events say that the call is decided', async () => {
  const chat = renderChat({ faults: [{ name: 'slow', ms: 1_500, acts: true }] })
  await chat.asked()
  await chat.decide('approved')
  await chat.shows(/You approved/)
  expect(chat.bar()).not.toHaveTextContent('Sending your decision')
})
