import { agentThatAsks, calls, decide } from 'intervention-bar/mocks'
import { InterventionBar } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Notes',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const user = userEvent.setup()
const bar = (): Promise<HTMLElement> => screen.findByRole('region', { name: /approval|decision|activity/i })
const shows = async (text: string | RegExp): Promise<HTMLElement> => within(await bar()).findByText(text)
async function write(text: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /what to do instead/ }))
  await user.type(await screen.findByLabelText(/what to do instead/), text)
}

/** The agent reads the words, with an approval too. */
export const ReadByTheAgent = meta.story({
  name: 'With an approval, the agent reads it',
  ...onStage({ agent: agentThatAsks({ ...calls.sendMail, approvalNote: 'agent' }) }),
  play: async () => {
    await write('Only this once.')
    await shows(/Approve: Assistant reads this\.$/)
  },
})

/** Where an approval takes no words, this is said before the press. */
export const NotSent = meta.story({
  name: 'Only with a rejection',
  ...onStage({ agent: agentThatAsks(calls.sendMail) }),
  play: async () => {
    await write('Ask Ben first.')
    await shows(/Approve: your words are not sent\.$/)
    await expect(screen.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(/not sent/)
  },
})

/** The words stay after a failure. */
export const AfterAFailure = meta.story({
  name: 'Kept after a failure',
  ...onStage({
    agent: agentThatAsks({ ...calls.sendMail, approvalNote: 'agent' }),
    faults: [{ name: 'refused' }],
  }),
  play: async () => {
    await write('Only this once.')
    await decide(document.body, 'approved', { user })
    await shows(/Nothing has run\./)
    await expect(screen.getByLabelText(/what to do instead/)).toHaveValue('Only this once.')
  },
})

/** The receipt shows the note. */
export const OnTheReceipt = meta.story({
  name: 'On the receipt',
  ...onStage({ agent: agentThatAsks({ ...calls.sendMail, approvalNote: 'agent' }) }),
  play: async () => {
    await write('Only this once.')
    await decide(document.body, 'approved', { user })
    await waitFor(() => shows(/Note: “Only this once\.”$/))
  },
})
