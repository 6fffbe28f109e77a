import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { InterventionDevtools } from 'intervention-bar/devtools'
import { expect, screen, userEvent, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Chat } from './support/Chat.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Devtools',
  component: InterventionDevtools,
  args: { conversationId: 'demo' },
  parameters: { layout: 'padded' },
})
export default meta

const waiting = onStage({ agent: agentThatAsks(calls.sendMail, calls.runCommand) })
/** A chat above, and what the kit knows about it below. Force a fault, then decide. */
export const BesideAChat = meta.story({
  name: 'Operations, cards, requests and events of a chat',
  ...waiting,
  render: () => {
    const { gateway, mock } = waiting.stage()
    return (
      <Chat key={gateway.id} gateway={gateway} say={(text) => void mock.say('demo', text)}>
        <InterventionDevtools conversationId="demo" mock={mock} />
      </Chat>
    )
  },
  play: async () => {
    const panel = within(await screen.findByRole('region', { name: 'Intervention devtools' }))
    await screen.findByText('Request 1 of 2')
    await userEvent.selectOptions(panel.getByLabelText('Fault'), 'refused: 403')
    await userEvent.click(panel.getByRole('button', { name: 'Force the fault' }))
    await expect(panel.getByText('Planned: refused, on a decision.')).toBeVisible()
    await userEvent.click(panel.getAllByRole('button', { name: 'agent_intervention_request' })[0]!)
    await expect(panel.getByRole('group', { name: 'Event agent_intervention_request' })).toBeVisible()
  },
})
