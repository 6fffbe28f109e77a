import { act, fireEvent, screen } from '@testing-library/react'
import { agentThatAsks, ask, type CallDraft } from 'intervention-bar/mocks'
import { expect, it } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

async function written(
  call: Partial<CallDraft>,
  entry: RegExp | string,
  options: TestChatOptions = {},
): Promise<TestChat> {
  const chat = renderChat({ agent: agentThatAsks({ tool: 'send_mail', args: {}, ...call }), ...options })
  await chat.asked()
  fireEvent.click(await screen.findByRole('button', { name: entry }))
  fireEvent.change(chat.bar()!.querySelector('textarea')!, { target: { value: ' Only this once. ' } })
  return chat
}
const settled = ({ mock }: TestChat): unknown => mock.read('demo').interventions[0]

it.each([
  ['agent', 'Approve: Assistant reads this.'],
  ['record', 'Approve: kept with your decision. Assistant does not read it.'],
] as const)('what is written goes with an approval, whose reader is the %s', async (approvalNote, hint) => {
  const chat = await written({ approvalNote }, /what to do instead/)
  expect(chat.bar()).toHaveTextContent(hint)
  await chat.decide('approved')
  await expect
    .poll(() => settled(chat))
    .toMatchObject({ status: 'approved', resolution: { note: 'Only this once.' } })
  await chat.shows(/^You approved send_mail, \d\d:\d\d\. Note: “Only this once\.”$/)
})

it('G3: is kept after a failure, over another card, a change of the call and an unmount', async () => {
  const call = { tool: 'send_mail', args: {}, approvalNote: 'agent' } as const
  const agent = function* (): ReturnType<ReturnType<typeof agentThatAsks>> {
    yield ask(call, { ...call, tool: 'pay' })
  }
  const chat = await written({}, /what to do instead/, { agent, faults: [{ name: 'refused' }] })
  const field = (): HTMLTextAreaElement => chat.container.querySelector('[data-part="reason"] textarea')!
  await chat.decide('approved')
  await chat.shows(/Nothing has run/)
  expect(field()).toHaveValue(' Only this once. ')
  fireEvent.click(chat.button('Next request'))
  await screen.findByRole('heading', { name: /wants to run pay/ })
  fireEvent.click(chat.button('Previous request'))
  await screen.findByRole('heading', { name: /wants to run send_mail/ })
  expect(field()).toHaveValue(' Only this once. ')
  act(() => chat.mock.change('demo', 'call_1', { argsText: '{"to":"ben"}' }))
  await chat.shows(/This request changed/)
  expect(field()).toHaveValue(' Only this once. ')
  chat.unmount()
  const again = renderChat({ mock: chat.mock, gateway: chat.gateway, quiet: true })
  await again.asked()
  expect(again.bar()!.querySelector('textarea')).toHaveValue(' Only this once. ')
  await again.decide('approved')
  await expect.poll(() => settled(chat)).toMatchObject({ resolution: { note: 'Only this once.' } })
})

it('goes with a rejection as its reason, and with nothing before a press', async () => {
  const chat = await written({ approvalNote: 'agent' }, /what to do instead/)
  expect(chat.mock.requests.filter(({ route }) => route === 'resume')).toEqual([])
  await chat.decide('rejected')
  await expect
    .poll(() => settled(chat))
    .toMatchObject({ status: 'rejected', resolution: { reason: 'Only this once.' } })
})

it('is offered where only an approval takes words', async () => {
  const chat = await written({ approvalNote: 'record', reason: 'none' }, 'Add a note…')
  await chat.decide('approved')
  await expect.poll(() => settled(chat)).toMatchObject({ resolution: { note: 'Only this once.' } })
})

it('does not go with an approval that takes no words, which is said before', async () => {
  const chat = await written({}, /what to do instead/)
  expect(chat.bar()).toHaveTextContent('Approve: your words are not sent.')
  expect(chat.button('Approve')).toHaveAccessibleDescription(/Approve: your words are not sent\./)
  await chat.decide('approved')
  await expect.poll(() => settled(chat)).toMatchObject({ status: 'approved' })
  expect(JSON.stringify(settled(chat))).not.toContain('Only this once')
})

it.each([
  ['the agent', { approvalNote: 'agent' }, 'Approve: Assistant reads this.', { note: 'Only this once.' }],
  ['nobody', {}, 'Approve: your words are not sent.', {}],
] as const)('stays in view beside edits, whose reader is %s', async (_reader, call, hint, resolution) => {
  const args = { to: 'ana' }
  const chat = await written({ ...call, args, editable: true }, /what to do instead/)
  fireEvent.click(chat.button('More'))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
  fireEvent.change(await screen.findByLabelText('to'), { target: { value: 'ben' } })
  expect(screen.getByLabelText(/note/)).toHaveValue(' Only this once. ')
  expect(chat.button('Approve with 1 edit')).toHaveAccessibleDescription(hint)
  await chat.armed()
  await chat.user.click(chat.button('Approve with 1 edit'))
  await expect.poll(() => settled(chat)).toMatchObject({ status: 'approved', resolution })
  expect(chat.mock.executions).toMatchObject([{ argsText: '{"to":"ben"}' }])
})
