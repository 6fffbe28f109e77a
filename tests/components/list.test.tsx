import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { GatewayError, type GatewayClient, GatewayProvider, Intervention } from 'intervention-bar'
import { ar } from 'intervention-bar/locales/ar'
import { type Agent, agentThatAsks, ask, calls, type CallDraft, questions, say } from 'intervention-bar/mocks'
import { describe, expect, it, vi } from 'vitest'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const mail = (name: string, change: Partial<CallDraft> = {}): CallDraft => ({
  tool: { name: 'send_mail', title: 'Send an email', server: 'mail' },
  args: { to: `${name}@example.com` },
  ...change,
})
const names = ['ana', 'ben', 'cleo', 'dan']
const mails = (count = 3): readonly CallDraft[] => names.slice(0, count).map((name) => mail(name))
const resumes = (
  chat: TestChat,
): readonly { decisions: readonly { toolCallId: string; decision: string }[] }[] =>
  chat.mock.requests.flatMap((one) => (one.route === 'resume' ? [one.body as never] : []))

/** A chat whose list is open, and in which everything has waited for more than a second. */
async function listed(
  options: TestChatOptions = {},
  drafts: readonly CallDraft[] = mails(),
): Promise<TestChat> {
  const chat = renderChat({ agent: agentThatAsks(...drafts), bar: { arming: 250 }, ...options })
  await chat.asked()
  await chat.user.click(await screen.findByRole('button', { name: /See all/ }))
  await screen.findByRole('heading', {
    name: `${drafts.length.toLocaleString('en')} approvals needed`,
    level: 3,
  })
  return chat
}
const rows = (): readonly HTMLElement[] => within(list()).getAllByRole('listitem')
const list = (): HTMLElement => screen.getByRole('list', { name: 'Requests that wait' })
const box = (name: string): Promise<HTMLElement> =>
  screen.findByRole('checkbox', { name: new RegExp(`^Decide together: .*${name}`) }, { timeout: 4_000 })
const armed = async (chat: TestChat, name: string): Promise<void> =>
  void (await waitFor(() => expect(chat.button(name)).toHaveAttribute('data-armed'), { timeout: 4_000 }))

async function tick(chat: TestChat, ...all: readonly string[]): Promise<void> {
  for (const name of all) await chat.user.click(await box(name))
}

describe('the list of all that waits', () => {
  it('opens from the pager, names each call, its arguments and who asks, and gives focus to its heading', async () => {
    const agent = { name: 'Researcher', relation: 'sub_agent', path: [] } as const
    const chat = await listed({}, [mail('ana', { agent }), calls.runCommand])
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Send an email.*Researcher, working for Assistant.*\{"to":"ana@example.com"\}/),
      expect.stringMatching(/Run a command.*rm -rf build/),
    ])
    expect(screen.getByRole('heading', { name: '2 approvals needed', level: 3 })).toHaveFocus()
    expect(chat.bar()!.querySelector('[data-part="approve"]')).toBeNull()
  })

  it('says the size of the whole list and the place of each row', async () => {
    await listed()
    expect(
      rows().map((row) => [row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]),
    ).toEqual([
      ['1', '3'],
      ['2', '3'],
      ['3', '3'],
    ])
  })

  it('leads to the call of a row', async () => {
    const chat = await listed()
    await chat.user.click(within(rows()[1]!).getByRole('button', { name: /ben@/ }))
    await chat.shows('Request 2 of 3')
    expect(chat.bar()).toHaveTextContent('ben@example.com')
  })

  it('closes with Escape and with Back, and gives focus back to the way in', async () => {
    const chat = await listed()
    await chat.user.click(chat.button('Back'))
    expect(await screen.findByRole('button', { name: /See all/ })).toHaveFocus()
    await chat.user.keyboard('{Enter}')
    await screen.findByRole('list')
    await chat.user.tab()
    await chat.user.keyboard('{Escape}')
    expect(await screen.findByRole('button', { name: /See all/ })).toHaveFocus()
    // The heading of the list has focus right after it was opened.
    await chat.user.keyboard('{Enter}')
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: '3 approvals needed', level: 3 })).toHaveFocus(),
    )
    await chat.user.keyboard('{Escape}')
    expect(await screen.findByRole('button', { name: /See all/ })).toHaveFocus()
    expect(resumes(chat)).toEqual([])
  })

  it('is one stop of Tab, and arrows, Home and End lead from row to row', async () => {
    const chat = await listed()
    const opener = (at: number): HTMLElement => within(rows()[at]!).getByRole('button')
    act(() => opener(0).focus())
    await chat.user.keyboard('{ArrowDown}')
    expect(opener(1)).toHaveFocus()
    await chat.user.keyboard('{End}')
    expect(opener(2)).toHaveFocus()
    await chat.user.keyboard('{ArrowDown}{Home}')
    expect(opener(0)).toHaveFocus()
    expect(
      within(list())
        .getAllByRole('button')
        .filter((one) => one.tabIndex === 0),
    ).toHaveLength(1)
  })

  it('is there at once when it is opened again', async () => {
    const chat = await listed()
    await chat.user.keyboard('{Escape}')
    fireEvent.click(await screen.findByRole('button', { name: /See all/ }))
    expect(rows()).toHaveLength(3)
    expect(screen.getByRole('heading', { name: '3 approvals needed', level: 3 })).toHaveFocus()
    expect(chat.bar()!.querySelectorAll('[data-part="intervention"]')).toHaveLength(1)
  })

  it('draws a part of a thousand rows', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => mail(`person${at}`))
    const chat = await listed({}, many)
    expect(rows().at(-1)).toHaveAttribute('aria-setsize', '1000')
    expect(chat.bar()!.querySelectorAll('*').length).toBeLessThan(400)
  })
})

describe('a batch', () => {
  it('approves what is ticked in one request, after a press that counts', async () => {
    const onResumed = vi.fn()
    const chat = await listed({ onResumed })
    await tick(chat, 'ana', 'cleo')
    await chat.shows('2 ticked: ana@example.com, cleo@example.com. The other 1 still wait for you.')
    await armed(chat, 'Approve these 2')
    await chat.user.click(chat.button('Approve these 2'))
    await waitFor(() => expect(chat.mock.executions).toHaveLength(2))
    expect(resumes(chat)).toMatchObject([
      {
        decisions: [
          { toolCallId: 'call_1', decision: 'approved' },
          { toolCallId: 'call_3', decision: 'approved' },
        ],
      },
    ])
    expect(onResumed).toHaveBeenCalledTimes(1)
    await chat.shows(/ben@example.com/)
  })

  it('is decided by keyboard alone, and so is the next one in the same list', async () => {
    const chat = await listed({}, [...mails(4), mail('eve')])
    const { user } = chat
    const decideNext = async (...all: readonly string[]): Promise<void> => {
      await box(all[0]!)
      act(() => screen.getByRole('heading', { level: 3 }).focus())
      const press = async (key: string, isThere: () => boolean): Promise<void> => {
        for (let presses = 0; !isThere() && presses < 20; presses += 1) await user.keyboard(key)
        expect(isThere()).toBe(true)
      }
      await press('{Tab}', () => list().contains(document.activeElement))
      await user.keyboard('{Home}')
      for (const name of all) {
        const ticked = await box(name)
        await press('{ArrowDown}', () => document.activeElement === ticked)
        await user.keyboard(' ')
        expect(ticked).toBeChecked()
      }
      const button = chat.button(`Approve these ${all.length}`)
      await press('{Tab}', () => document.activeElement === button)
      await armed(chat, `Approve these ${all.length}`)
      await user.keyboard('{Enter}')
    }
    await decideNext('ana', 'ben')
    await waitFor(() => expect(resumes(chat)).toHaveLength(1))
    await screen.findByRole('heading', { name: '3 approvals needed', level: 3 })
    await decideNext('cleo', 'dan')
    await waitFor(() => expect(resumes(chat)).toHaveLength(2))
    expect(resumes(chat).map(({ decisions }) => decisions.map((made) => made.toolCallId))).toEqual([
      ['call_1', 'call_2'],
      ['call_3', 'call_4'],
    ])
  })

  it('rejects what is ticked and lets the agent go on', async () => {
    const chat = await listed()
    await tick(chat, 'ana', 'ben')
    await armed(chat, 'Reject these 2')
    await chat.user.click(chat.button('Reject these 2'))
    await waitFor(() => expect(resumes(chat)).toHaveLength(1))
    expect(resumes(chat)[0]!.decisions.map(({ decision }) => decision)).toEqual([
      'rejected_continue',
      'rejected_continue',
    ])
  })

  it('ticks all that are alike at once, and nothing is ticked by itself', async () => {
    const chat = await listed()
    await box('ana')
    expect(screen.queryByRole('button', { name: /these/ })).toBeNull()
    await chat.user.click(await screen.findByRole('checkbox', { name: 'Tick all 3 that are alike' }))
    expect(chat.button('Approve these 3')).toBeVisible()
  })

  it('needs two: one is decided on its own card', async () => {
    const chat = await listed()
    await tick(chat, 'ana')
    expect(screen.queryByRole('button', { name: /these/ })).toBeNull()
  })

  it.each<[string, CallDraft, string]>([
    [
      'may destroy something',
      {
        ...mail('zoe'),
        tool: {
          name: 'send_mail',
          title: 'Send an email',
          server: 'mail',
          annotations: { destructiveHint: true },
        },
      },
      'May delete or overwrite',
    ],
    ['hides a value', mail('zoe', { args: { to: 'zoe', token: 'abc' } }), 'Review separately'],
    ['has arguments that are not told', mail('zoe', { argsText: null }), 'Review separately'],
    [
      'is too long for its row',
      mail('zoe', { args: { to: 'zoe', text: 'x'.repeat(500) } }),
      'Not read in full yet',
    ],
  ])('A14: leaves out a call that %s, and says why', async (_case, draft, why) => {
    const chat = await listed({ secretKeys: ['token'] }, [...mails(2), draft])
    await tick(chat, 'ana', 'ben')
    const last = rows()[2]!
    expect(last).toHaveTextContent(why)
    expect(within(last).queryByRole('checkbox')).toBeNull()
  })

  it.each<[string, CallDraft, string]>([
    ['of another tool', { ...mail('zoe'), tool: { name: 'send_sms', server: 'mail' } }, 'Another tool'],
    ['of another server', { ...mail('zoe'), tool: { name: 'send_mail', server: 'other' } }, 'Another tool'],
  ])('A14: leaves out a call %s than what is ticked, and says why', async (_case, draft, why) => {
    const chat = await listed({}, [...mails(2), draft])
    await tick(chat, 'ana')
    expect(rows()[2]).toHaveTextContent(why)
    expect(within(rows()[2]!).queryByRole('checkbox')).toBeNull()
  })

  it('A14: leaves out a call of another operation than what is ticked, and says why', async () => {
    const agent: Agent = function* (message) {
      yield message === 'More' ? ask(mail('zoe')) : ask(...mails(2))
    }
    const chat = await listed({ agent }, mails(2))
    act(() => void chat.mock.say('demo', 'More'))
    await waitFor(() => expect(rows()).toHaveLength(3))
    await tick(chat, 'ana', 'ben')
    expect(rows()[2]).toHaveTextContent('From another task')
    expect(within(rows()[2]!).queryByRole('checkbox')).toBeNull()
  })

  it('reads a long call on its card, and can be ticked after that', async () => {
    const long = mail('zoe', { args: { to: 'zoe@example.com', text: 'x'.repeat(450) } })
    const chat = await listed({}, [mail('ana'), long])
    await waitFor(() => expect(rows()[1]).toHaveTextContent('Not read in full yet'), { timeout: 4_000 })
    await chat.user.click(within(rows()[1]!).getByRole('button'))
    await chat.shows('Request 2 of 2')
    await act(() => new Promise((resolve) => setTimeout(resolve, 700)))
    await chat.user.click(await screen.findByRole('button', { name: /See all/ }))
    await tick(chat, 'zoe')
  })

  it.each(['provider', 'bar'] as const)(
    'leaves out a tool whose approval takes a second press, as the %s says',
    async (place) => {
      const confirm = ({ name }: { readonly name: string }): boolean => name === 'send_mail'
      const options = place === 'bar' ? { bar: { arming: 250, confirm } } : { confirm }
      await listed(options, mails(2))
      for (const row of rows()) {
        await waitFor(() => expect(row).toHaveTextContent('Review separately'))
      }
      expect(screen.queryByRole('checkbox')).toBeNull()
    },
  )

  it('loses the tick of a call that changes', async () => {
    const chat = await listed({ bar: { arming: 5_000 } })
    await tick(chat, 'ana', 'ben', 'cleo')
    act(() => chat.mock.change('demo', 'call_2', { argsText: '{"to":"eve@example.com"}' }))
    await waitFor(() => expect(rows()[1]).toHaveTextContent('eve@example.com'))
    expect(rows()[1]).toHaveTextContent('Just arrived')
    expect(chat.button('Approve these 2')).not.toHaveAttribute('data-armed')
  })

  it('keeps the rows where they are when another call arrives, and leaves it out at first', async () => {
    const chat = await listed()
    await box('ana')
    act(() => void chat.mock.say('demo', 'More'))
    await waitFor(() => expect(rows()).toHaveLength(6))
    expect(rows()[0]).toHaveTextContent('ana@example.com')
    expect(rows()[3]).toHaveTextContent('Just arrived')
    await waitFor(() => expect(rows()[3]).not.toHaveTextContent('Just arrived'), { timeout: 3_000 })
  })

  it('G5: that is refused names each item, keeps the ticks, and can be sent again', async () => {
    const chat = renderChat({ agent: agentThatAsks(...mails()), bar: { arming: 250 } })
    const message = 'That address does not exist.'
    let isRefused = true
    const { gateway } = chat
    vi.spyOn(gateway, 'resume').mockImplementation(async (request) => {
      if (!isRefused) return { outcome: 'accepted', operationId: null }
      isRefused = false
      const fields = [{ path: `/decisions/1/argsText`, message }]
      throw Object.assign(new GatewayError({ code: 'invalid', applied: 'no', fields }), { request })
    })
    await chat.asked()
    await chat.user.click(await screen.findByRole('button', { name: /See all/ }))
    await tick(chat, 'ana', 'ben')
    await armed(chat, 'Approve these 2')
    await chat.user.click(chat.button('Approve these 2'))
    const named = /Send an email ben@example.com, argsText: That address does not exist\./
    await chat.shows(named)
    // The cards of the batch say it too, wherever the person goes on.
    await chat.user.click(chat.button('Back'))
    await screen.findByRole('heading', { name: /wants to/ })
    await chat.shows(named)
    await chat.user.click(chat.button('Next request'))
    await chat.shows(named)
    await chat.user.click(await screen.findByRole('button', { name: /See all/ }))
    await tick(chat, 'ana', 'ben')
    await armed(chat, 'Approve these 2')
    await chat.user.click(chat.button('Approve these 2'))
    await waitFor(() => expect(gateway.resume).toHaveBeenCalledTimes(2))
  })

  it('can be cancelled by the host, and asks it once, with all', async () => {
    const onDecide = vi.fn((_all, { cancel }) => cancel())
    const chat = await listed({ onDecide })
    await tick(chat, 'ana', 'ben')
    await armed(chat, 'Approve these 2')
    await chat.user.click(chat.button('Approve these 2'))
    await waitFor(() => expect(onDecide).toHaveBeenCalledTimes(1))
    expect(onDecide.mock.calls[0]![0]).toHaveLength(2)
    expect(resumes(chat)).toEqual([])
  })

  it('is not offered to a person who may not decide', async () => {
    const chat = renderChat({ agent: agentThatAsks(...mails()) })
    chat.mock.allow(false, 'Ask an owner.')
    await screen.findByRole('button', { name: /See all/ })
    act(() => void window.dispatchEvent(new Event('online')))
    await chat.shows(/Ask an owner/)
    await chat.user.click(screen.getByRole('button', { name: /See all/ }))
    await screen.findByRole('list')
    await act(() => new Promise((resolve) => setTimeout(resolve, 500)))
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('says in one sentence what was decided', async () => {
    const agent: Agent = function* () {
      yield ask(...mails(4))
      yield say('Done.')
    }
    const chat = await listed({ agent }, mails(4))
    await tick(chat, 'ana', 'ben')
    await armed(chat, 'Approve these 2')
    await chat.user.click(chat.button('Approve these 2'))
    await waitFor(() => expect(screen.getAllByRole('log')[0]).toHaveTextContent('Approved 2. 2 left.'))
  })
})

describe('the list on a page of its own', () => {
  const own = <Intervention.List conversationId="demo" onOpen={() => undefined} />

  it('is nothing before the first read, however often it is drawn', async () => {
    const gateway: GatewayClient = {
      id: 'list-unread',
      readConversation: () => new Promise(() => undefined),
      resume: async () => ({ outcome: 'accepted', operationId: null }),
    }
    const page = (): React.ReactElement => <GatewayProvider gateway={gateway}>{own}</GatewayProvider>
    const { container, rerender } = render(page())
    rerender(page())
    expect(container.querySelector('[data-mode="list"]')).toBeNull()
  })

  it.each<[title: string, drafts: readonly CallDraft[]]>([
    ['Approval needed', mails(1)],
    ['Answer needed', [questions.delivery]],
    ['2 decisions needed', [questions.delivery, mail('ana')]],
  ])('says: %s', async (title, drafts) => {
    renderChat({ agent: agentThatAsks(...drafts), children: own })
    expect(await screen.findByRole('heading', { name: title, level: 3 })).toBeVisible()
  })

  it.each([
    [2, 'goes to its heading', () => screen.getByRole('heading', { name: 'Approval needed' })],
    [3, 'goes back to where it was', () => screen.getByLabelText('Message')],
  ])('is decided by keys, %i of 3 at once, and focus %s', async (count, _where, place) => {
    const chat = renderChat({
      agent: agentThatAsks(...mails(3)),
      children: <Intervention.List conversationId="demo" arming={250} onOpen={() => undefined} />,
    })
    await tick(chat, ...names.slice(0, count))
    act(() => screen.getByLabelText('Message').focus())
    await chat.user.tab({ shift: true })
    expect(chat.button(`Approve these ${count}`)).toHaveFocus()
    await armed(chat, `Approve these ${count}`)
    await chat.user.keyboard('{Enter}')
    await waitFor(() => expect(place()).toHaveFocus())
    expect(chat.mock.executions).toHaveLength(count)
  })

  it('has the language of its texts', async () => {
    renderChat({ agent: agentThatAsks(mail('ana')), children: own, messages: ar })
    const heading = await screen.findByRole('heading', { name: 'مطلوب موافقة', level: 3 })
    const group = heading.closest('[data-mode="list"]')
    expect([group?.getAttribute('lang'), group?.getAttribute('dir')]).toEqual(['ar', 'rtl'])
  })
})
