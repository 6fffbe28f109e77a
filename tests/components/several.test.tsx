import { act, screen, waitFor, within } from '@testing-library/react'
import { InterventionBar, useApprove, useRejectContinue } from 'intervention-bar'
import { type Agent, agentThatAsks, askTogether, calls, type MockGateway, say } from 'intervention-bar/mocks'
import { useEffect } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

type Pause = Parameters<typeof askTogether>[0]
const three = [calls.editFile, calls.runCommand, calls.sendMail]
const asks = (pause: Partial<Pause>): Agent =>
  function* () {
    const answers = yield askTogether({ answering: 'any', siblings: 'independent', ...pause }, ...three)
    yield say(answers.map((one) => `${one.tool?.name} ${one.status}.`).join(' '))
  }
const bodies = ({ mock }: { mock: MockGateway }) =>
  mock.requests.flatMap((one) => (one.route === 'resume' ? [one.body] : []))
const title = (chat: TestChat): string | null =>
  chat.bar()!.querySelector('[data-part="title"]')?.textContent ?? null
const press = (chat: TestChat, name: string): Promise<void> => chat.user.click(chat.button(name))
const isPressed = (chat: TestChat, name: string): string | null =>
  chat.button(name).getAttribute('aria-pressed')

describe('several waiting calls', () => {
  it('have buttons to each other, which announce the position', async () => {
    const chat = renderChat({ agent: agentThatAsks(...three) })
    await chat.asked()
    const pager = () => screen.getByRole('group', { name: 'Requests that wait' })
    expect(pager()).toHaveTextContent('Request 1 of 3')
    expect(within(pager()).getByRole('button', { name: 'Previous request' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await press(chat, 'Next request')
    await press(chat, 'Next request')
    expect(pager()).toHaveTextContent('Request 3 of 3')
    expect(title(chat)).toContain('Send an email')
    expect(chat.button('Next request')).toHaveFocus()
    await press(chat, 'Previous request')
    expect(title(chat)).toContain('Run a command')
  })

  it('keep the one that the person went to while others come and go', async () => {
    const chat = renderChat({ agent: agentThatAsks(...three) })
    await chat.asked()
    await press(chat, 'Next request')
    act(() => chat.mock.decideElsewhere('demo', 'call_1', 'approved', { id: 'maya', name: 'Maya' }))
    await chat.shows('1 of 2')
    expect(title(chat)).toContain('Run a command')
    await chat.decide('approved')
    await waitFor(() => expect(title(chat)).toContain('Send an email'))
  })

  it('start the arming time again for each', async () => {
    const chat = renderChat({ agent: agentThatAsks(...three), bar: { arming: 2_000 } })
    await chat.armed()
    await press(chat, 'Next request')
    expect(chat.button('Approve')).not.toHaveAttribute('data-armed')
  })

  it('of an earlier turn are counted too, and are decided on their own', async () => {
    const chat = renderChat({ agent: agentThatAsks(calls.editFile) })
    await chat.asked()
    act(() => void chat.mock.say('demo', 'And another'))
    await chat.shows(/Request \d of 2/)
    expect(chat.bar()?.querySelector('[data-part="siblings"]')).toBeNull()
  })
})

describe('calls that are answered together', () => {
  it('keep each choice, send nothing, and are all sent with the last one as one resume', async () => {
    const onDecide = vi.fn(() => undefined)
    const onResumed = vi.fn()
    const chat = renderChat({ agent: asks({ answering: 'together' }), onDecide, onResumed })
    await chat.asked()
    await chat.shows('These 3 are sent together, with the last one. 3 left.')
    await chat.decide('approved')
    await chat.shows('2 left.')
    expect(title(chat)).toContain('Run a command')
    expect(chat.busy()).toBe(false)
    await chat.decide('rejected_continue', 'Not that.')
    await chat.shows('Your press sends all 3 decisions.')
    expect(bodies(chat)).toHaveLength(0)
    expect(onDecide).not.toHaveBeenCalled()
    await chat.decide('approved')
    await screen.findAllByText(/You (approved|rejected)/)
    expect(bodies(chat)).toEqual([
      expect.objectContaining({
        decisions: [
          expect.objectContaining({ toolCallId: 'call_1', decision: 'approved' }),
          expect.objectContaining({
            toolCallId: 'call_2',
            decision: 'rejected_continue',
            reason: 'Not that.',
          }),
          expect.objectContaining({ toolCallId: 'call_3', decision: 'approved' }),
        ],
      }),
    ])
    expect(onDecide).toHaveBeenCalledOnce()
    await waitFor(() => expect(onResumed).toHaveBeenCalledOnce())
    expect(chat.mock.executions).toHaveLength(2)
  })

  it('let a choice be changed until the last one, and show it', async () => {
    const chat = renderChat({ agent: asks({ answering: 'together' }) })
    await chat.asked()
    await chat.decide('approved')
    await waitFor(() => expect(title(chat)).toContain('Run a command'))
    await press(chat, 'Previous request')
    await chat.shows('You chose “Approve”. You can still change it.')
    expect([isPressed(chat, 'Approve'), isPressed(chat, 'Reject and stop')]).toEqual(['true', 'false'])
    await chat.decide('rejected')
    await waitFor(() => expect(title(chat)).toContain('Run a command'))
    await press(chat, 'Previous request')
    await chat.shows('You chose “Reject and stop”.')
    expect(bodies(chat)).toHaveLength(0)
  })

  it('drop a choice when its call changes', async () => {
    const chat = renderChat({ agent: asks({ answering: 'together' }) })
    await chat.asked()
    await chat.decide('approved')
    await chat.shows('2 left.')
    act(() => chat.mock.change('demo', 'call_1', { argsText: '{"path":"/etc/passwd"}' }))
    await chat.shows('3 left.')
    // Nobody is taken away from the one that is looked at; the one that changed is there before the last press.
    expect(title(chat)).toContain('Run a command')
    await chat.decide('approved')
    await chat.decide('approved')
    expect(title(chat)).not.toContain('Run a command')
    expect(bodies(chat)).toHaveLength(0)
  })

  it('drop a rejection when its reason changes', async () => {
    const chat = renderChat({ agent: asks({ answering: 'together' }) })
    await chat.asked()
    await chat.decide('rejected_continue', 'No.')
    await chat.shows('2 left.')
    await press(chat, 'Previous request')
    await chat.user.type(screen.getByRole('textbox', { name: /Tell Assistant/ }), ' Never.')
    await chat.shows('3 left.')
  })

  it('keep showing the pressed button while all are sent, and no longer say that choices can be changed', async () => {
    const chat = renderChat({ agent: asks({ answering: 'together' }), held: true })
    await chat.asked()
    for (const left of ['2 left.', 'Your press sends']) {
      await chat.decide('approved')
      await chat.shows(left)
    }
    const last = title(chat)
    await chat.decide('approved')
    await chat.shows('Approving…')
    expect(title(chat)).toBe(last)
    expect(chat.button('Approving…')).toHaveFocus()
    expect(chat.bar()).not.toHaveTextContent('You can still change it')
  })

  it('keep every choice when the resume fails, and try again with all of them under one request id', async () => {
    const chat = renderChat({ agent: asks({ answering: 'together' }), faults: [{ name: 'refused' }] })
    await chat.asked()
    for (const left of ['2 left.', 'Your press sends']) {
      await chat.decide('approved')
      await chat.shows(left)
    }
    await chat.decide('approved')
    await chat.shows(/You don't have permission/)
    await chat.decide('try_again')
    await waitFor(() => expect(chat.mock.executions).toHaveLength(3))
    const ids = chat.mock.requests.flatMap((one) => (one.route === 'resume' ? [one.requestId] : []))
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
  })

  it('tell a hook how many are left, and let it join the press that sends all', async () => {
    const { mock, hooks } = await withHooks({ answering: 'together' })
    const { approve, reject } = hooks
    const of = (toolCallId: string) => ({ toolCallId, revision: revisionOf(mock, toolCallId) })
    await expect(approve.mutateAsync(of('call_1'))).resolves.toEqual({ outcome: 'kept', left: 2 })
    await expect(approve.mutateAsync(of('call_1'))).resolves.toEqual({ outcome: 'kept', left: 2 })
    await expect(reject.mutateAsync(of('call_2'))).resolves.toEqual({ outcome: 'kept', left: 1 })
    const last = approve.mutateAsync(of('call_3'))
    const joins = approve.mutateAsync(of('call_1'))
    await expect(reject.mutateAsync(of('call_1'))).rejects.toMatchObject({ code: 'in_progress' })
    expect(await joins).toBe(await last)
    expect(bodies({ mock })).toHaveLength(1)
  })
})

function revisionOf(mock: MockGateway, toolCallId: string): string {
  return mock.read('demo').interventions.find((one) => one.toolCallId === toolCallId)!.revision
}

/** The hooks of somebody's own controls, beside a bar. */
async function withHooks(pause: Partial<Pause>) {
  const hooks: { current?: Hooks } = {}
  function OwnControls(): null {
    const approve = useApprove('demo')
    const reject = useRejectContinue('demo')
    useEffect(() => void (hooks.current = { approve, reject }))
    return null
  }
  const children = (
    <>
      <InterventionBar conversationId="demo" />
      <OwnControls />
    </>
  )
  const chat = renderChat({ agent: asks(pause), children })
  await chat.asked()
  return { mock: chat.mock, hooks: hooks.current! }
}
interface Hooks {
  readonly approve: ReturnType<typeof useApprove>
  readonly reject: ReturnType<typeof useRejectContinue>
}

describe('calls that are answered in order', () => {
  it('offer decisions on the first only, and say so on the others', async () => {
    const chat = renderChat({ agent: asks({ answering: 'in_order' }) })
    await chat.asked()
    await press(chat, 'Next request')
    await chat.shows('Decide on Edit a file first.')
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    await press(chat, 'Previous request')
    await chat.decide('approved')
    await waitFor(() => expect(title(chat)).toContain('Run a command'))
    await chat.decide('approved')
    await waitFor(() => expect(title(chat)).toContain('Send an email'))
    await chat.decide('approved')
    await waitFor(() => expect(chat.mock.executions).toHaveLength(3))
  })

  it('send nothing for another one, also from a hook', async () => {
    const { mock, hooks } = await withHooks({ answering: 'in_order' })
    const second = { toolCallId: 'call_2', revision: revisionOf(mock, 'call_2') }
    await expect(hooks.approve.mutateAsync(second)).rejects.toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/0/toolCallId' }],
    })
    expect(bodies({ mock })).toHaveLength(0)
  })
})

describe('the effect of a rejection on the others', () => {
  it('is shown before the press if it rejects them too, and happens', async () => {
    const chat = renderChat({ agent: asks({ siblings: 'reject_rejects_rest' }) })
    await chat.asked()
    await chat.shows('Rejecting this one also rejects the other 2.')
    expect(chat.button('Reject and stop')).toHaveAccessibleDescription(/rejects the other 2/)
    await chat.decide('rejected_continue')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull())
    expect(chat.mock.executions).toHaveLength(0)
    expect(chat.mock.read('demo').interventions.map((one) => one.status)).toEqual(
      Array.from({ length: 3 }, () => 'rejected_continue'),
    )
    for (const name of ['Edit a file', 'Run a command', 'Send an email']) {
      await chat.shows(new RegExp(`You rejected ${name}`))
    }
    expect(chat.bar()).not.toHaveTextContent('Somebody else')
  })

  it('is shown if it voids approvals, and no voided approval is shown as run', async () => {
    const chat = renderChat({
      agent: asks({ answering: 'together', siblings: 'reject_voids_approvals' }),
    })
    await chat.asked()
    await chat.shows(/If you reject one, those you approve do not run either/)
    await chat.decide('approved')
    await chat.shows('2 left.')
    await chat.decide('rejected_continue')
    await chat.shows('Your press sends')
    await chat.decide('approved')
    await chat.shows(/Assistant no longer needs Edit a file. It has not run/)
    expect(chat.bar()).not.toHaveTextContent('You approved')
    expect(chat.mock.executions).toHaveLength(0)
  })

  it('is not shown for a call that waits alone', async () => {
    const chat = renderChat({
      agent: function* () {
        yield askTogether({ answering: 'together', siblings: 'reject_rejects_rest' }, calls.sendMail)
      },
    })
    await chat.asked()
    expect(chat.bar()!.querySelector('[data-part="siblings"]')).toBeNull()
    await chat.decide('approved')
    await chat.shows(/You approved/)
  })
})
