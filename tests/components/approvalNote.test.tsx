import { fireEvent, screen } from '@testing-library/react'
import { agentThatAsks, type CallDraft } from 'intervention-bar/mocks'
import { expect, it } from 'vitest'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

async function written(call: Partial<CallDraft>, entry: RegExp | string): Promise<TestChat> {
  const chat = renderChat({ agent: agentThatAsks({ tool: 'send_mail', args: {}, ...call }) })
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

it('does not go with an approval that takes no words', async () => {
  const chat = await written({}, /what to do instead/)
  await chat.decide('approved')
  await expect.poll(() => settled(chat)).toMatchObject({ status: 'approved' })
  expect(JSON.stringify(settled(chat))).not.toContain('Only this once')
})
