import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import {
  type Agent,
  agentThatAsks,
  agentThatOpens,
  ask,
  type CallDraft,
  calls,
  type Fault,
  questions,
} from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'
import type { Question } from 'intervention-bar'
import { renderChat, type TestChat, type TestChatOptions } from '../support/renderChat.tsx'

const text: Question = { kind: 'text', message: 'Which day suits Ana?' }
const form: Question = {
  kind: 'form',
  message: 'Where should it go?',
  schema: {
    type: 'object',
    required: ['city', 'plan'],
    properties: {
      plan: { title: 'Plan', enum: ['free', 'pro'] },
      city: { type: 'string', title: 'City' },
      seats: { type: 'integer', title: 'Seats', default: 3, maximum: 9 },
      days: { type: 'array', title: 'Days', items: { enum: ['Monday', 'Friday'] } },
      why: { title: 'Why', anyOf: [{ const: 'price' }, { type: 'string' }] },
    },
  },
}
const asks = (question: Question, call: Partial<CallDraft> = {}): Agent =>
  agentThatAsks({ tool: null, question, ...call })

async function open(agent: Agent, options: TestChatOptions = {}): Promise<TestChat> {
  const chat = renderChat({ agent, ...options })
  await screen.findByRole('heading', { name: /^Assistant (asks|wants)/ })
  return chat
}
const armed = (name: string): Promise<HTMLElement> =>
  screen.findByRole('button', { name }).then(async (button) => {
    await waitFor(() => expect(button).toHaveAttribute('data-armed'))
    return button
  })
async function press(chat: TestChat, name: string): Promise<void> {
  await chat.user.click(await armed(name))
}
const type = (label: string, typed: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: typed } })
}
const sent = ({ mock }: TestChat): readonly unknown[] =>
  mock.requests.flatMap(({ route, body }) =>
    route === 'resume' ? (body as { decisions: readonly unknown[] }).decisions : [],
  )
const answers = (chat: TestChat): readonly unknown[] =>
  sent(chat).map((made) => (made as { answerText?: string }).answerText)

describe('a question with one text', () => {
  it('is a sentence with a field, and its answer is sent as it is shown', async () => {
    const chat = await open(asks(text))
    expect(screen.getByRole('heading', { name: 'Assistant asks Which day suits Ana?' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    expect(screen.queryByText(/No arguments|Effects unknown/)).toBeNull()
    type('Your answer', ' Friday,\nif it suits you ')
    await press(chat, 'Answer')
    await chat.shows(/You answered “Which day suits Ana\?”/)
    expect(answers(chat)).toEqual([' Friday,\nif it suits you '])
    expect(chat.mock.executions).toEqual([])
  })

  it('that changes shows the answer to it against the new one, and asks before it is sent', async () => {
    const chat = await open(asks(text))
    type('Your answer', 'Friday')
    const next: Question = { kind: 'text', message: 'Which day suits Ben?' }
    act(() => chat.mock.change('demo', 'call_1', { question: next }))
    await screen.findByRole('heading', { name: 'Assistant asks Which day suits Ben?' })
    expect(screen.getByLabelText('Your answer')).toHaveValue('Friday')
    await chat.shows(/^The question changed while you answered it\. .* Before Which day suits Ana\?$/)
    await press(chat, 'Answer')
    expect(sent(chat)).toEqual([])
    fireEvent.click(chat.button('Keep my answer'))
    expect(screen.queryByRole('button', { name: 'Keep my answer' })).toBeNull()
    await press(chat, 'Answer')
    await chat.shows(/You answered “Which day suits Ben\?”/)
    expect(answers(chat)).toEqual(['Friday'])
  })

  it('never takes focus on arrival', async () => {
    await open(asks(text))
    expect(document.body).toHaveFocus()
  })

  it('names who asks, and cuts a question that is longer than a sentence from the heading', async () => {
    const message = `Dear person,\n${'please say more. '.repeat(20)}`
    const chat = await open(asks({ kind: 'text', message, from: { server: 'calendar', agent: 'Planner' } }))
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(
      'Assistant asks a question from Planner, calendar',
    )
    expect(chat.bar()?.querySelector('[data-part="message"]')).toHaveTextContent(
      message.trim().replace('\n', ' '),
    )
  })

  it('shows characters that hide as what they are', async () => {
    await open(asks({ kind: 'text', message: 'Which \u202Eday?' }))
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Which ⟦U+202E⟧day?')
  })

  it('is not sent without a text, and says so at its field', async () => {
    const chat = await open(asks(text))
    await press(chat, 'Answer')
    expect(await screen.findByLabelText('Your answer')).toHaveAccessibleDescription('Write an answer first.')
    await waitFor(() => expect(screen.getByLabelText('Your answer')).toHaveFocus())
    expect(sent(chat)).toEqual([])
  })

  it('can be left unanswered, which the agent is told', async () => {
    const chat = await open(asks(text))
    expect(screen.getByText("Don't answer: Assistant goes on without an answer.")).toBeVisible()
    await press(chat, "Don't answer")
    await chat.shows(/You didn't answer “Which day suits Ana\?”/)
    expect(sent(chat)).toMatchObject([{ decision: 'rejected_continue' }])
  })

  it('can stop the task where the backend can', async () => {
    const chat = await open(asks(text))
    await press(chat, 'Reject and stop')
    await chat.shows(/You stopped the task at “Which day suits Ana\?”/)
    expect(sent(chat)).toMatchObject([{ decision: 'rejected' }])
  })

  it('offers only what the backend takes', async () => {
    await open(asks(text, { decisions: ['answered'] }))
    const names = screen.getAllByRole('button').map((button) => button.textContent)
    expect(names).toContain('Answer')
    expect(names).not.toContain("Don't answer")
    expect(names).not.toContain('Reject and stop')
  })

  it('keeps what was written over a failure and another card, and tries again under the same request id', async () => {
    const faults: readonly Fault[] = [{ name: 'refused' }]
    const chat = await open(
      function* () {
        yield ask({ tool: null, question: text }, { ...calls.sendMail })
      },
      { faults },
    )
    type('Your answer', 'Friday')
    await press(chat, 'Answer')
    await chat.shows(/You don't have permission to answer this/)
    fireEvent.click(screen.getByRole('button', { name: 'Next request' }))
    await chat.shows(/Send an email/)
    fireEvent.click(screen.getByRole('button', { name: 'Previous request' }))
    expect(await screen.findByLabelText('Your answer')).toHaveValue('Friday')
    await press(chat, 'Try again')
    await chat.shows(/You answered/)
    const ids = chat.mock.requests.flatMap(({ route, requestId }) => (route === 'resume' ? [requestId] : []))
    expect(new Set(ids).size).toBe(1)
    expect(answers(chat)).toEqual(['Friday', 'Friday'])
  })

  it('is announced as a question, and so is the answer', async () => {
    const chat = await open(asks(text))
    await waitFor(() =>
      expect(screen.getAllByRole('log').map((one) => one.textContent)).toContain(
        'Answer needed: Which day suits Ana? Press F6 to review.',
      ),
    )
    type('Your answer', 'Friday')
    await press(chat, 'Answer')
    await waitFor(() =>
      expect(screen.getAllByRole('log').map((one) => one.textContent)).toContainEqual(
        expect.stringContaining('You answered Which day suits Ana?'),
      ),
    )
  })
})

describe('a question with a form', () => {
  it('asks in the order of the schema, begins with its defaults and sends what is shown', async () => {
    const chat = await open(asks(form))
    expect(await screen.findByLabelText('Seats')).toHaveValue('3')
    const fields = within(screen.getByRole('group', { name: 'Your answer' }))
    expect(fields.getAllByRole('radio').map((one) => (one as HTMLInputElement).checked)).not.toContain(true)
    const order = [...chat.bar()!.querySelectorAll('[data-part="field"] > :first-child')]
    expect(order.map((one) => one.textContent)).toEqual(['Plan', 'City', 'Seats', 'Days', 'Why'])
    fireEvent.click(fields.getByLabelText('pro'))
    type('City', 'Oslo')
    fireEvent.click(fields.getByLabelText('Friday'))
    type('Something else', 'nearer')
    await press(chat, 'Answer')
    await chat.shows(/You answered “Where should it go\?”/)
    expect(answers(chat)).toEqual(['{"seats":3,"plan":"pro","city":"Oslo","days":["Friday"],"why":"nearer"}'])
  })

  it('names what is missing once it was pressed, and sends nothing', async () => {
    const chat = await open(asks(form))
    await screen.findByLabelText('City')
    expect(screen.queryByText('Fill this in.')).toBeNull()
    await press(chat, 'Answer')
    expect(await screen.findAllByText('Fill this in.')).toHaveLength(2)
    await waitFor(() => expect(screen.getByLabelText('free')).toHaveFocus())
    expect(sent(chat)).toEqual([])
  })

  it('never sends an earlier text in the place of one that cannot be read', async () => {
    const chat = await open(asks(form))
    await screen.findByLabelText('City')
    type('City', 'Oslo')
    fireEvent.click(screen.getByLabelText('pro'))
    type('Seats', '12 or so')
    await press(chat, 'Answer')
    expect(await screen.findByText('Write a number such as 1.5.')).toBeVisible()
    type('Seats', '12')
    await press(chat, 'Answer')
    expect(await screen.findByText('Too large: 9 or less.')).toBeVisible()
    expect(sent(chat)).toEqual([])
  })

  it('keeps what was written while another card is shown', async () => {
    const chat = await open(function* () {
      yield ask({ tool: null, question: form }, { ...calls.sendMail })
    })
    await screen.findByLabelText('City')
    type('City', 'Oslo')
    fireEvent.click(screen.getByRole('button', { name: 'Next request' }))
    await chat.shows(/Send an email/)
    fireEvent.click(screen.getByRole('button', { name: 'Previous request' }))
    expect(await screen.findByLabelText('City')).toHaveValue('Oslo')
  })
})

describe('a form that changes', () => {
  const next: Question = {
    ...form,
    schema: { type: 'object', properties: { seats: { type: 'integer', title: 'Seats', default: 5 } } },
  }

  it('begins anew where nobody has answered yet', async () => {
    const chat = await open(asks(form))
    expect(await screen.findByLabelText('Seats')).toHaveValue('3')
    act(() => chat.mock.change('demo', 'call_1', { question: next }))
    await waitFor(() => expect(screen.getByLabelText('Seats')).toHaveValue('5'))
    expect(screen.queryByRole('button', { name: 'Keep my answer' })).toBeNull()
  })

  it('shows the answer in its fields, and asks', async () => {
    const chat = await open(asks(form))
    await screen.findByLabelText('Seats')
    type('Seats', '4')
    act(() => chat.mock.change('demo', 'call_1', { question: next }))
    fireEvent.click(await screen.findByRole('button', { name: 'Keep my answer' }))
    expect(screen.getByLabelText('Seats')).toHaveValue('4')
    await press(chat, 'Answer')
    await chat.shows(/You answered/)
    expect(answers(chat)).toEqual(['{"seats":4}'])
  })
})

describe('a form whose fields become others', () => {
  it('has the control of the new kind, and says what is wrong with the answer before it is sent', async () => {
    const chat = await open(asks(form))
    await screen.findByLabelText('Seats')
    type('Seats', '4')
    const seats = { type: 'string', title: 'Seats', minLength: 2 }
    const next: Question = { ...form, schema: { type: 'object', properties: { seats } } }
    act(() => chat.mock.change('demo', 'call_1', { question: next }))
    fireEvent.click(await screen.findByRole('button', { name: 'Keep my answer' }))
    await press(chat, 'Answer')
    expect(await screen.findByLabelText('Seats')).toHaveAccessibleDescription('Write a text.')
    expect(sent(chat)).toEqual([])
    type('Seats', '"four"')
    await press(chat, 'Answer')
    await chat.shows(/You answered/)
    expect(answers(chat)).toEqual(['{"seats":"four"}'])
  })

  it('keeps what is typed where a read brings the same schema again', async () => {
    const chat = await open(asks(form))
    const field = await screen.findByLabelText('City')
    type('City', 'Oslo')
    field.focus()
    act(() => void chat.mock.say('demo', 'another'))
    await chat.shows(/of 2$/)
    expect(screen.getByLabelText('City')).toBe(field)
    expect(field).toHaveFocus()
  })
})

describe('a question that leads to an address', () => {
  const href = 'https://accounts.example.com/oauth/authorize?client=chat&scope=calendar.read&state=4f1a'
  const link = (): Promise<HTMLElement> => screen.findByRole('link', { name: 'Open and continue' })
  const asksFor = (url: string): Agent => asks({ kind: 'url', message: 'Sign in', url })

  /** Whether the browser would open what a click on the link asks for. */
  async function opens(event: MouseEvent): Promise<boolean> {
    const element = await link()
    let isOpened = false
    const look = (one: Event): void => {
      isOpened = !one.defaultPrevented
      one.preventDefault()
    }
    document.addEventListener(event.type, look, { once: true })
    fireEvent(element, event)
    document.removeEventListener(event.type, look)
    return isOpened
  }
  const click = (named = 'click', init: MouseEventInit = {}): MouseEvent =>
    new MouseEvent(named, { bubbles: true, cancelable: true, detail: 1, ...init })

  it('shows the whole address and its host before the press', async () => {
    const chat = await open(agentThatOpens(questions.signIn))
    expect(chat.bar()).toHaveTextContent('Opens accounts.example.com in a new tab')
    expect(screen.getByText(href)).toBeVisible()
    expect(await link()).toHaveAttribute('href', href)
    expect(await link()).toHaveAttribute('target', '_blank')
    expect(await link()).toHaveAttribute('rel', 'noopener noreferrer')
  })

  it('is opened and answered in one press, without content', async () => {
    const chat = await open(agentThatOpens(questions.signIn))
    await waitFor(async () => expect(await link()).toHaveAttribute('data-armed'))
    expect(await opens(click())).toBe(true)
    await chat.shows('Waiting for accounts.example.com')
    expect(sent(chat)).toEqual([{ toolCallId: 'call_1', revision: 'rev_1', decision: 'answered' }])
    expect(screen.getByRole('link', { name: 'Open again' })).toHaveAttribute('href', href)
    await chat.user.click(screen.getByRole('button', { name: 'Stop the task' }))
    await waitFor(() => expect(screen.queryByText('Waiting for accounts.example.com')).toBeNull())
  })

  it('waits only as long as the agent does', async () => {
    const chat = await open(agentThatOpens(questions.signIn, 150))
    await waitFor(async () => expect(await link()).toHaveAttribute('data-armed'))
    await opens(click())
    await chat.shows('Waiting for accounts.example.com')
    await waitFor(() => expect(screen.queryByText('Waiting for accounts.example.com')).toBeNull())
  })

  it('is not opened by a press that does not count', async () => {
    const chat = await open(agentThatOpens(questions.signIn), { bar: { arming: 60_000 } })
    expect(await opens(click())).toBe(false)
    await chat.shows(/too early/)
    expect(sent(chat)).toEqual([])
  })

  it('is not opened past the agent by another button of the mouse', async () => {
    await open(agentThatOpens(questions.signIn))
    expect(await opens(click('auxclick', { button: 1 }))).toBe(false)
  })

  it('is opened once by two clicks', async () => {
    const chat = await open(agentThatOpens(questions.signIn), { held: true })
    await waitFor(async () => expect(await link()).toHaveAttribute('data-armed'))
    expect(await opens(click())).toBe(true)
    const element = chat.bar()!.querySelector('a[data-part="answer"]')!
    const second = click('click', { detail: 2 })
    fireEvent(element, second)
    expect(second.defaultPrevented).toBe(true)
    chat.letGo()
    await chat.shows('Waiting for accounts.example.com')
    expect(sent(chat)).toHaveLength(1)
  })

  it.each([
    'http://example.com/in',
    'javascript:alert(1)',
    'data:text/html,hi',
    'not an address',
    'file:///etc/passwd',
    'https://',
  ])('is not opened at %s, and can be left unanswered', async (url) => {
    const chat = await open(asksFor(url))
    expect(chat.bar()).toHaveTextContent("This address can't be opened from here")
    expect(chat.bar()).toHaveTextContent(url)
    expect(screen.queryByRole('link')).toBeNull()
    await press(chat, "Don't answer")
    await chat.shows(/You didn't answer/)
  })

  it('is opened at other addresses only where the host says so, and never a script', async () => {
    const mayOpen = (): boolean => true
    const chat = await open(asksFor('http://localhost:4000/in'), { mayOpen })
    expect(await link()).toHaveAttribute('href', 'http://localhost:4000/in')
    chat.unmount()
    await open(asksFor('javascript:alert(1)'), { mayOpen })
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('names the host in ASCII, and whom a name before it does not help', async () => {
    const chat = await open(asksFor('https://github.com@gіthub.com/login'))
    expect(chat.bar()).toHaveTextContent('Opens xn--gthub-n2e.com in a new tab')
  })
})

describe('an answer in the place of a tool', () => {
  const call: CallDraft = {
    ...calls.sendMail,
    decisions: ['approved', 'rejected_continue', 'answered'],
  }
  const menuItem = async (chat: TestChat): Promise<void> => {
    fireEvent.click(chat.button('More'))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Answer for the tool', hidden: true }))
  }

  it('is rare: it is in the menu, and never a button of the row', async () => {
    const chat = await open(agentThatAsks(call))
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(
      /^Assistant wants to run Send an email/,
    )
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull()
    await menuItem(chat)
    expect(screen.getByLabelText('Answer for the tool')).toBeVisible()
    await waitFor(() => expect(screen.getByLabelText('Answer for the tool')).toHaveFocus())
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
    expect(chat.bar()).toHaveTextContent("The tool doesn't run. Assistant gets your answer in its place.")
  })

  it('is sent as it is shown, and the tool does not run', async () => {
    const chat = await open(agentThatAsks(call))
    await menuItem(chat)
    type('Answer for the tool', 'I have written to Ana myself.')
    await press(chat, 'Answer')
    await chat.shows(/You answered for Send an email, .* It has not run\./)
    expect(answers(chat)).toEqual(['I have written to Ana myself.'])
    expect(chat.mock.executions).toEqual([])
  })

  it('is left by Cancel, and the call can be approved', async () => {
    const chat = await open(agentThatAsks(call))
    await menuItem(chat)
    type('Answer for the tool', 'x')
    fireEvent.click(chat.button('Cancel'))
    await press(chat, 'Approve')
    await chat.shows(/You approved Send an email/)
    expect(chat.mock.executions).toHaveLength(1)
  })

  it('is not offered where the backend does not take it', async () => {
    const chat = await open(agentThatAsks(calls.sendMail))
    fireEvent.click(chat.button('More'))
    await screen.findByRole('menuitem', { name: 'Copy details', hidden: true })
    expect(screen.queryByRole('menuitem', { name: 'Answer for the tool', hidden: true })).toBeNull()
  })

  it('is a form where the call says so', async () => {
    const chat = await open(agentThatAsks({ ...call, question: form }))
    await menuItem(chat)
    fireEvent.change(await screen.findByLabelText('City'), { target: { value: 'Oslo' } })
    fireEvent.click(screen.getByLabelText('pro'))
    await press(chat, 'Answer')
    await chat.shows(/You answered for Send an email/)
    expect(answers(chat)).toEqual(['{"seats":3,"city":"Oslo","plan":"pro"}'])
  })
})
