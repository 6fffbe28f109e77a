import { ApproveButton, type DecisionButtonProps, RejectButton, RejectContinueButton } from 'intervention-bar'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { useState } from 'react'
import { expect, screen, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { propsOf } from './support/propsOf.ts'
import { StoryProvider } from './support/StoryProvider.tsx'

/** One button without a card, as in a row of a table. */
function Lone({
  of: Button,
  ...props
}: { readonly of: typeof ApproveButton } & Partial<DecisionButtonProps>): React.ReactElement {
  const [gateway] = useState(() => {
    const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
    mock.say('demo', 'Go on.')
    return createMemoryGateway(mock)
  })
  return (
    <StoryProvider gateway={gateway}>
      <Button {...props} conversationId="demo" />
    </StoryProvider>
  )
}

const meta = preview.meta({
  title: 'Buttons',
  component: Lone,
  tags: ['autodocs'],
  args: { of: ApproveButton },
  argTypes: { ...propsOf('ApproveButton'), of: { table: { disable: true } } },
})
export default meta

const isArmed = async (name: string): Promise<void> => {
  const button = await screen.findByRole('button', { name })
  await waitFor(() => expect(button).toHaveAttribute('data-armed'))
}

/** Lets the call run. Give several buttons different names. */
export const Approve = meta.story({
  name: 'Approve, alone',
  args: { of: ApproveButton, 'aria-label': 'Approve: Send an email' },
  play: () => isArmed('Approve: Send an email'),
})

/** Rejects the call and ends the run. */
export const Reject = meta.story({
  name: 'Reject and stop, alone',
  args: { of: RejectButton, 'aria-label': 'Reject and stop: Send an email' },
  play: () => isArmed('Reject and stop: Send an email'),
})

/** Rejects the call, and the agent goes on. */
export const RejectContinue = meta.story({
  name: 'Reject and continue, alone',
  args: { of: RejectContinueButton, 'aria-label': 'Reject and continue: Send an email' },
  play: () => isArmed('Reject and continue: Send an email'),
})
