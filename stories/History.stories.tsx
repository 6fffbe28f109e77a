import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { GatewayProvider, InterventionBar, InterventionHistory } from 'intervention-bar'
import { expect, screen, userEvent, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { propsOf } from './support/propsOf.ts'
import { onStage } from './support/stage.tsx'

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
      <GatewayProvider key={decided.stage().gateway.id} gateway={decided.stage().gateway}>
        <InterventionBar conversationId="demo" />
        <InterventionHistory conversationId="demo" />
      </GatewayProvider>
    </div>
  ),
  play: async () => {
    const history = within(await screen.findByRole('region', { name: 'Earlier decisions' }))
    await screen.findByText('Request 1 of 2')
    const { mock } = decided.stage()
    mock.decideElsewhere('demo', 'call_1', 'approved', { id: 'ana', name: 'Ana' })
    await history.findByText(/by Ana/)
    mock.lapse('demo', 'call_2', 'expired')
    await history.findByText(/Expired/)
    await expect(history.getAllByRole('article')).toHaveLength(2)
    await userEvent.click(history.getAllByRole('button', { name: 'Show arguments' })[1]!)
    await expect(history.getByRole('definition')).toBeVisible()
  },
})
