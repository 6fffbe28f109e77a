import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { InterventionBar, InterventionHistory } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { propsOf } from './support/propsOf.ts'
import { onStage } from './support/stage.tsx'
import { StoryProvider } from './support/StoryProvider.tsx'

const meta = preview.meta({
  title: 'History',
  component: InterventionHistory,
  args: { conversationId: 'demo' },
  tags: ['autodocs'],
  argTypes: propsOf('InterventionHistory'),
  parameters: { layout: 'padded' },
})
export default meta

const decided = onStage({ agent: agentThatAsks(calls.sendMail, calls.runCommand) })
/** Newest first: the outcome, the person or the rule, the time, and the arguments. */
export const Decided = meta.story({
  name: 'Who decided what, and when',
  ...decided,
  render: () => (
    <div
      style={{ maxWidth: '34rem', margin: '1rem auto', padding: '0 0.5rem', display: 'grid', gap: '1rem' }}
    >
      <StoryProvider key={decided.stage().gateway.id} gateway={decided.stage().gateway}>
        <InterventionBar conversationId="demo" />
        <InterventionHistory conversationId="demo" />
      </StoryProvider>
    </div>
  ),
  // The steps need no words, so that the toolbar can show it in every language.
  play: async () => {
    await waitFor(() => expect(document.querySelector('[data-part="pager"]')).not.toBeNull())
    const { mock } = decided.stage()
    mock.decideElsewhere('demo', 'call_1', 'approved', { id: 'ana', name: 'Ana' })
    mock.lapse('demo', 'call_2', 'expired')
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2))
    const [, earlier] = screen.getAllByRole('article')
    await userEvent.click(within(earlier!).getByRole('button'))
    await expect(await within(earlier!).findByRole('definition')).toBeVisible()
    const history = within(await screen.findByRole('region', { name: 'Earlier decisions' }))
    await history.findByText(/by Ana/)
    await history.findByText(/Expired/)
    await history.findByRole('button', { name: 'Hide arguments' })
  },
})
