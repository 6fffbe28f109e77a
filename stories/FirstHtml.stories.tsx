import { InterventionBar } from 'intervention-bar'
import type { Conversation, GatewayClient } from 'intervention-bar/core'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { StoryProvider } from './support/StoryProvider.tsx'

const meta = preview.meta({
  title: 'The first HTML',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

/** The read of a server, in a page whose own read never comes. */
async function whatAServerRead(): Promise<{
  readonly conversation: Conversation
  readonly gateway: GatewayClient
}> {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail), paceMs: 0 })
  mock.say('demo', 'Tell Ana')
  const server = createMemoryGateway(mock)
  let conversation: Conversation
  do conversation = await server.readConversation('demo', { signal: AbortSignal.timeout(1_000) })
  while (conversation.interventions.length === 0)
  const gateway = { ...server, id: 'first-html', readConversation: () => new Promise<never>(() => undefined) }
  return { conversation, gateway }
}

/** The card is drawn as a server read it. A press sends nothing before the page has read for itself, and says so. */
export const BeforeTheFirstRead = meta.story({
  name: 'Before the page has read for itself',
  loaders: [whatAServerRead],
  render: (props, { loaded }) => {
    // SAFETY: what the loader returns.
    const { conversation, gateway } = loaded as Awaited<ReturnType<typeof whatAServerRead>>
    return (
      <StoryProvider gateway={gateway} initialConversation={conversation}>
        <InterventionBar {...props} />
      </StoryProvider>
    )
  },
  play: async () => {
    const approve = await screen.findByRole('button', { name: 'Approve' })
    await userEvent.click(approve)
    const answer = await screen.findByText(/Checking if this request still waits/, { selector: 'span' })
    // It is shown in the top layer after it was drawn.
    await waitFor(() => expect(answer).toBeVisible())
    await expect(approve).not.toHaveAttribute('data-armed')
  },
})
