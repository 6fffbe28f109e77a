import { agentThatAsks, agentThatOpens, calls, decide, questions } from 'intervention-bar/mocks'
import { InterventionBar } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Questions',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const user = userEvent.setup()
const bar = (): Promise<HTMLElement> => screen.findByRole('region', { name: /answer|decision|activity/i })
const shows = async (text: string | RegExp): Promise<HTMLElement> => within(await bar()).findByText(text)

/** One text is the answer. Focus stays where it was. */
export const Text = meta.story({
  name: 'Assistant asks, one text',
  ...onStage({ agent: agentThatAsks(questions.day) }),
  play: async () => {
    await expect(await screen.findByLabelText('Your answer')).not.toHaveFocus()
  },
})

/** The text is sent as it is shown. */
export const TextAnswered = meta.story({
  name: 'You answered',
  ...onStage({ agent: agentThatAsks(questions.day) }),
  play: async () => {
    await user.type(await screen.findByLabelText('Your answer'), 'Thursday')
    await decide(document.body, 'answered', { user })
    await shows(/^You answered/)
  },
})

/** Nothing is sent without an answer. */
export const TextMissing = meta.story({
  name: 'Write an answer first',
  ...onStage({ agent: agentThatAsks(questions.day) }),
  play: async () => {
    await screen.findByLabelText('Your answer')
    await decide(document.body, 'answered', { user })
    await shows('Write an answer first.')
  },
})

/** Several questions are one form: choices, a text, ticks, yes or no, and a choice with room for something else. */
export const Form = meta.story({
  name: 'Assistant asks, a form',
  ...onStage({ agent: agentThatAsks(questions.delivery) }),
  play: async () => {
    await expect(await screen.findByLabelText('City')).toHaveValue('')
    await expect(screen.getByLabelText('No')).toBeChecked()
  },
})

/** What is missing is named once it was pressed. */
export const FormMissing = meta.story({
  name: 'Fill this in',
  ...onStage({ agent: agentThatAsks(questions.delivery) }),
  play: async () => {
    await screen.findByLabelText('City')
    await decide(document.body, 'answered', { user })
    await waitFor(() => expect(screen.getAllByText('Fill this in.')).toHaveLength(2))
  },
})

/** The fields are answered with keys alone. */
export const FormWithKeys = meta.story({
  name: 'A form, with keys',
  ...onStage({ agent: agentThatAsks(questions.delivery) }),
  play: async () => {
    const first = await screen.findByLabelText('Three days')
    first.focus()
    await user.keyboard('{ArrowDown}')
    await expect(screen.getByLabelText('Tomorrow')).toBeChecked()
    await user.tab()
    await user.keyboard('Oslo')
    await user.tab()
    await user.keyboard(' ')
    await expect(screen.getByLabelText('Saturday')).toBeChecked()
    await decide(document.body, 'answered', { user })
    await shows(/^You answered/)
  },
})

/** The server was asked, and the answer is kept. */
export const Failed = meta.story({
  name: 'The answer failed and is kept',
  ...onStage({ agent: agentThatAsks(questions.day), faults: [{ name: 'server_error', times: 3 }] }),
  play: async () => {
    await user.type(await screen.findByLabelText('Your answer'), 'Thursday')
    await decide(document.body, 'answered', { user })
    await expect(screen.getByLabelText('Your answer')).toHaveValue('Thursday')
  },
})

const changed = onStage({ agent: agentThatAsks(questions.day) })
/** The question changed while it was answered: the answer is kept, and not sent before somebody says so. */
export const Changed = meta.story({
  name: 'The question changed',
  ...changed,
  play: async () => {
    await user.type(await screen.findByLabelText('Your answer'), 'Thursday')
    const question = { kind: 'text', message: 'Which day suits Ben?' } as const
    changed.stage().mock.change('demo', 'call_1', { question })
    await screen.findByRole('button', { name: 'Keep my answer' })
    await expect(screen.getByLabelText('Your answer')).toHaveValue('Thursday')
  },
})

/** A question beside a permission. */
export const BesideAPermission = meta.story({
  name: 'A question and a permission',
  ...onStage({ agent: agentThatAsks(questions.day, calls.sendMail) }),
  play: async () => {
    await shows('Request 1 of 2')
    await screen.findByLabelText('Your answer')
  },
})

/** A long question has a place of its own. */
export const LongQuestion = meta.story({
  name: 'A question longer than a sentence',
  ...onStage({
    agent: agentThatAsks({
      tool: null,
      question: {
        kind: 'text',
        message: `${'The order has three parts that come from different places. '.repeat(8)}\n\nShould they wait for each other?`,
        from: { server: 'shop', agent: 'Delivery' },
      },
    }),
  }),
  play: async () => {
    await shows('asks a question')
    await screen.findByLabelText('Your answer')
  },
})

/** The whole address and its host are in view before anything is opened. */
export const Address = meta.story({
  name: 'Assistant asks to open an address',
  ...onStage({ agent: agentThatOpens(questions.signIn) }),
  play: async () => {
    await expect(await screen.findByRole('link', { name: 'Open and continue' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    )
  },
})

/** The agent waits for what happens there. */
export const AddressOpened = meta.story({
  name: 'Waiting for accounts.example.com',
  ...onStage({ agent: agentThatOpens(questions.signIn) }),
  play: async () => {
    await screen.findByRole('link', { name: 'Open and continue' })
    // The story itself opens nothing.
    const stay = (event: Event): void => event.preventDefault()
    window.addEventListener('click', stay)
    await decide(document.body, 'answered', { user })
    await shows('Waiting for accounts.example.com')
    window.removeEventListener('click', stay)
  },
})

/** An address that is not https is shown and not opened. */
export const AddressRefused = meta.story({
  name: 'An address that is not opened',
  ...onStage({
    agent: agentThatAsks({
      tool: null,
      question: { kind: 'url', message: 'Sign in to the wiki', url: 'http://wiki.example.com/login' },
    }),
  }),
  play: async () => {
    await shows(/can't be opened from here/)
  },
})

/** The tool does not run: the agent gets the answer in its place. */
export const ForTheTool = meta.story({
  name: 'Answer for the tool',
  ...onStage({
    agent: agentThatAsks({ ...calls.sendMail, decisions: ['approved', 'rejected_continue', 'answered'] }),
  }),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Answer for the tool' }))
    await user.type(await screen.findByLabelText('Answer for the tool'), 'I have written to Ana myself.')
    await expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  },
})
