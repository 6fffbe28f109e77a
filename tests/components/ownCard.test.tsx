import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ApproveButton, GatewayProvider, Intervention, RejectButton } from 'intervention-bar'
import {
  agentThatAsks,
  type CallDraft,
  createMemoryGateway,
  createMockGateway,
  type Fault,
} from 'intervention-bar/mocks'
import { createRef, useEffect, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'

/** Parts without a bar, over a call that waits. */
async function show(parts: React.ReactNode, call: Partial<CallDraft> = {}, faults: readonly Fault[] = []) {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'send_mail', args: {}, ...call }), faults })
  mock.say('demo', 'go')
  const gateway = createMemoryGateway(mock)
  const { container } = render(<GatewayProvider gateway={gateway}>{parts}</GatewayProvider>)
  const spoken = (politeness: string): string =>
    container.querySelector(`[aria-live="${politeness}"]`)?.textContent ?? ''
  const part = (name: string): HTMLElement | null => container.querySelector(`[data-part="${name}"]`)
  const armed = async (name: string): Promise<HTMLElement> => {
    await waitFor(() => expect(part(name)).toHaveAttribute('data-armed'))
    return part(name)!
  }
  const resumes = (): number => mock.requests.filter((one) => one.route === 'resume').length
  return { mock, user: userEvent.setup(), spoken, part, armed, resumes }
}

const alone = { conversationId: 'demo', toolCallId: 'call_1', arming: 250 }
const card = (
  <Intervention.Root {...alone}>
    <Intervention.Title />
    <Intervention.Receipt />
    <Intervention.Reason />
    <Intervention.Error />
    <Intervention.HeldBack />
    <Intervention.Arguments />
    <Intervention.Reject />
    <Intervention.Approve />
  </Intervention.Root>
)

// Long enough for three presses on a busy machine.
const slow = { ...alone, arming: 3_000 }

it('a button on its own announces why its decision failed', async () => {
  const { user, spoken, armed } = await show(<ApproveButton {...alone} />, {}, [{ name: 'refused' }])
  await user.click(await armed('approve'))
  await waitFor(() => expect(spoken('assertive')).toMatch(/Nothing has run\./))
})

it('a button on its own announces the outcome of its call', async () => {
  const { user, spoken, armed } = await show(<ApproveButton {...alone} />)
  await user.click(await armed('approve'))
  await waitFor(() => expect(spoken('polite')).toContain('Approved. No approvals left.'))
})

it('a rejection on its own that requires a reason says so, also to the developer', async () => {
  const { user, spoken, armed, resumes } = await show(<RejectButton {...alone} />, { reason: 'required' })
  await user.click(await armed('reject'))
  await waitFor(() => expect(spoken('polite')).toContain('Write a reason, then reject again.'))
  expect(takeConsole()).toEqual([['warn', expect.stringContaining('IB008')]])
  expect(resumes()).toBe(0)
})

it('a custom card shows and announces its outcome once', async () => {
  const { user, spoken, part, armed } = await show(card)
  expect(part('receipt')).toBeNull()
  await user.click(await armed('approve'))
  await waitFor(() => expect(part('receipt')).toHaveTextContent(/^You approved send_mail, \d\d:\d\d\.$/))
  expect(part('receipt')).toHaveAttribute('data-status', 'approved')
  expect(spoken('polite').match(/Approved\./g)).toHaveLength(1)
})

it('a custom card shows decisions of other people', async () => {
  const { mock, part, armed, spoken } = await show(card)
  await armed('approve')
  act(() => mock.decideElsewhere('demo', 'call_1', 'rejected', { id: 'maya', name: 'Maya' }))
  await waitFor(() => expect(part('receipt')).toHaveTextContent('Maya rejected send_mail'))
  expect(spoken('polite')).toContain('Maya rejected send_mail')
})

it('a press that comes too early is answered with "press again"', async () => {
  const { user, spoken, part, resumes } = await show(<ApproveButton {...slow} />)
  await waitFor(() => expect(part('approve')).not.toBeNull())
  await user.click(part('approve')!)
  expect(spoken('polite')).toContain('That was too early. Press again.')
  expect(resumes()).toBe(0)
})

it.each([
  [
    'in a card',
    <Intervention.Root key="card" {...slow}>
      <Intervention.Approve />
    </Intervention.Root>,
  ],
  ['of a button on its own', <ApproveButton key="one" {...slow} />],
])('a press that does not count is answered at the button, %s', async (_where, parts) => {
  const { user, part, armed, resumes } = await show(parts)
  await waitFor(() => expect(part('approve')).not.toBeNull())
  await user.click(part('approve')!)
  expect(part('press_answer')).toHaveTextContent('That was too early. Press again.')
  expect(part('approve')!.nextSibling).toBe(part('press_answer'))
  expect(part('approve')).toHaveAccessibleDescription('That was too early. Press again.')
  await user.click(part('approve')!)
  await user.click(part('approve')!)
  expect(part('press_answer')).toHaveTextContent(/in view for half a second\. Wait a moment, then press once/)
  await user.click(await armed('approve'))
  await waitFor(() => expect(resumes()).toBe(1))
  expect(part('press_answer')).toBeNull()
})

it('a press that began before the button was armed is answered too', async () => {
  const { user, part, armed, resumes } = await show(<ApproveButton {...slow} />)
  await waitFor(() => expect(part('approve')).not.toBeNull())
  await user.pointer({ keys: '[MouseLeft>]', target: part('approve')! })
  await armed('approve')
  await user.pointer({ keys: '[/MouseLeft]', target: part('approve')! })
  expect(part('press_answer')).toHaveTextContent('That was too early. Press again.')
  expect(resumes()).toBe(0)
})

it('a button on its own announces that the agent did not start', async () => {
  const fault: Fault = { name: 'never_starts' }
  const { user, spoken, armed } = await show(<ApproveButton {...alone} />, {}, [fault])
  await user.click(await armed('approve'))
  await waitFor(() => expect(spoken('assertive')).toContain('Assistant did not start'))
})

it('a click without a pointer counts on an armed button, whatever was pressed before', async () => {
  const { user, part, armed, resumes } = await show(card, { reason: 'required' })
  await waitFor(() => expect(part('reject')).not.toBeNull())
  await user.click(part('reject')!)
  await user.keyboard('not that')
  fireEvent.click(await armed('reject'))
  await waitFor(() => expect(resumes()).toBe(1))
})

it('an element given as "render" keeps its own handlers, and decides', async () => {
  const track = vi.fn()
  const own = <button type="button" onClick={track} data-armed="always" />
  const { user, armed, resumes } = await show(<ApproveButton {...alone} render={own} />)
  await user.click(await armed('approve'))
  await waitFor(() => expect(resumes()).toBe(1))
  expect(track).toHaveBeenCalledOnce()
})

it('an element given as "render" can prevent a press', async () => {
  const own = <button type="button" onClick={(event) => event.preventDefault()} />
  const { user, armed, resumes } = await show(<ApproveButton {...alone} render={own} />)
  await user.click(await armed('approve'))
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(resumes()).toBe(0)
  expect(screen.getByRole('button', { name: 'Approve' })).toBeVisible()
})

it('an element given as "render" keeps its own ref, and a host may make that anew at each render', async () => {
  const held: (Element | null)[] = []
  const object = createRef<HTMLButtonElement>()
  function Host(): React.ReactElement {
    const [, drawAgain] = useState(0)
    useEffect(() => {
      const timer = setInterval(() => drawAgain((last) => last + 1), 50)
      return () => clearInterval(timer)
    }, [])
    const own = <button type="button" ref={(element) => void held.push(element)} />
    return <ApproveButton {...alone} ref={object} render={own} />
  }
  const { user, armed, resumes } = await show(<Host />)
  const button = await armed('approve')
  expect([object.current, held.at(-1)]).toEqual([button, button])
  await user.click(button)
  await waitFor(() => expect(resumes()).toBe(1))
  await waitFor(() => expect(button).not.toBeInTheDocument())
  expect([object.current, held.at(-1)]).toEqual([null, null])
})

const oldest = { conversationId: 'demo', arming: 250 }
const cardOfTheOldest = (
  <Intervention.Root {...oldest}>
    <Intervention.Title />
    <Intervention.Receipt />
    <Intervention.Approve />
  </Intervention.Root>
)

it('a card of the oldest call stays after its decision, shows and announces the outcome, and keeps focus', async () => {
  const { user, spoken, part, armed } = await show(cardOfTheOldest)
  const approve = await armed('approve')
  act(() => approve.focus())
  await armed('approve')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(part('receipt')).toHaveTextContent(/^You approved send_mail/))
  expect(spoken('polite')).toContain('Approved. No approvals left.')
  expect(part('title')).toHaveFocus()
})

it('a card that stays shows the arguments as they ran, with the edits marked', async () => {
  const { mock, part } = await show(card, { editable: true, args: { to: 'ana', n: 1 } })
  await waitFor(() => expect(part('arguments')).toHaveTextContent('ana'))
  const { operationId, revision } = mock.read('demo').interventions[0]!
  const made = {
    toolCallId: 'call_1',
    revision,
    decision: 'approved',
    argsText: '{"to":"ben","n":1}',
  } as const
  const request = { conversationId: 'demo', operationId, requestId: 'there', decisions: [made] } as const
  const { signal } = new AbortController()
  await act(() => createMemoryGateway(mock).resume(request, { signal }))
  await waitFor(() => expect(part('receipt')).toHaveTextContent(/with their edits/))
  expect((await screen.findByText('Before')).closest('del')).toHaveTextContent('ana')
  expect(screen.getByText('Now').closest('ins')).toHaveTextContent('ben')
})

it('a card of the oldest call continues with the next, focuses its heading, and announces the outcome of the last', async () => {
  const { mock, user, spoken, part, armed } = await show(cardOfTheOldest)
  await armed('approve')
  act(() => mock.decideElsewhere('demo', 'call_1', 'approved', { id: 'maya' }))
  await waitFor(() => expect(part('receipt')).not.toBeNull())
  act(() => void mock.say('demo', 'again'))
  await waitFor(() => expect(part('approve')).not.toBeNull())
  expect(part('receipt')).toBeNull()
  const second = part('approve')
  act(() => void mock.say('demo', 'and again'))
  await waitFor(() => expect(part('approve')).not.toBe(second))
  act(() => part('approve')?.focus())
  await armed('approve')
  const before = spoken('polite').length
  await user.keyboard('{Enter}')
  await waitFor(() => expect(spoken('polite').slice(before)).toMatch(/Approved\./))
  expect(part('title')).toHaveFocus()
})

it('a button on its own for the oldest call announces its outcome', async () => {
  const { user, spoken, armed } = await show(<ApproveButton {...oldest} />)
  await user.click(await armed('approve'))
  await waitFor(() => expect(spoken('polite')).toContain('Approved. No approvals left.'))
})

it.each([
  ['alone', null],
  ['beside Notice', <Intervention.Notice key="notice" />],
])('a card with Actions %s shows each notice once', async (_title, notice) => {
  const { mock, part } = await show(
    <Intervention.Root {...alone}>
      <Intervention.Title />
      {notice}
      <Intervention.Arguments />
      <Intervention.Actions />
    </Intervention.Root>,
  )
  const notices = (): readonly (string | undefined)[] =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-part="notice"]'), (one) => one.dataset['status'])
  await waitFor(() => expect(part('approve')).not.toBeNull())
  act(() => mock.change('demo', 'call_1', { argsText: '{"to":"all@example.com"}' }))
  await waitFor(() => expect(notices()).toEqual(['changed']))
})

it('a card without Actions says what a remembered approval allows', async () => {
  const { user, part } = await show(
    <Intervention.Root {...alone}>
      <Intervention.Title />
      <Intervention.Remember />
      <Intervention.Grant className="line" />
      <Intervention.Approve />
    </Intervention.Root>,
    { remember: ['session'] },
  )
  await waitFor(() => expect(part('remember')).not.toBeNull())
  expect(part('grant')).toBeNull()
  await user.click(part('remember')!)
  await user.click(await screen.findByText(/^Every send_mail in this chat/))
  await waitFor(() => expect(part('grant')).toHaveTextContent(/send_mail/))
  expect(part('grant')).toHaveClass('line')
  expect(part('approve')).toHaveAttribute('aria-describedby', expect.stringContaining(part('grant')!.id))
  await user.click(screen.getByRole('button', { name: 'Change to just this one' }))
  expect(part('grant')).toBeNull()
})
