import { agentThatAsks, calls, decide, type DecideOptions } from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

const inVain = (
  chat: TestChat,
  decision: Parameters<typeof decide>[1],
  options: DecideOptions = {},
): Promise<string> =>
  decide(chat.container, decision, { timeoutMs: 50, ...options }).then(
    () => 'decided',
    (thrown: Error) => thrown.message,
  )

describe('"decide" says why it failed', () => {
  it('there is no card', async () => {
    const chat = renderChat({ quiet: true })
    expect(await inVain(chat, 'approved')).toMatch(/approve.* within 50 ms\. There is no card: .*base URL/)
  })

  it('there is no such button, but others', async () => {
    const chat = renderChat({
      agent: agentThatAsks({ tool: 'send_mail', decisions: ['approved', 'rejected_continue'] }),
    })
    await chat.asked()
    expect(await inVain(chat, 'rejected')).toMatch(/no button "reject", but reject_continue, approve\./)
  })

  it('the viewer may not decide', async () => {
    const chat = renderChat({ quiet: true })
    chat.mock.allow(false)
    chat.mock.say('demo', 'Tell Ana')
    await chat.asked()
    expect(await inVain(chat, 'approved')).toMatch(/a card without buttons/)
  })

  it('the button is not armed yet', async () => {
    const chat = renderChat({ bar: { arming: 10_000 } })
    await chat.asked()
    expect(await inVain(chat, 'approved')).toMatch(/"approve" is there and not armed/)
  })

  it('the card takes no reason', async () => {
    const chat = renderChat({ agent: agentThatAsks({ ...calls.sendMail, reason: 'none' }) })
    await chat.asked()
    await chat.armed()
    const { user } = chat
    expect(await inVain(chat, 'rejected', { user, reason: 'No' })).toMatch(/The card takes no reason/)
  })
})

it('a press right after the call arrived does not decide, but "decide" does', async () => {
  const chat = renderChat({ bar: { arming: 2_000 } })
  await chat.asked()
  await chat.user.click(chat.button('Approve'))
  expect(chat.mock.executions).toEqual([])
  await decide(chat.container, 'approved', { user: chat.user })
  await expect.poll(() => chat.mock.executions.length).toBe(1)
})
