import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { InterventionBar, WaitingBadge, type WaitingItem } from 'intervention-bar'
import type { GatewayClient } from 'intervention-bar/core'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'
import { StoryProvider } from './support/StoryProvider.tsx'

const meta = preview.meta({ title: 'Waiting elsewhere', component: WaitingBadge })
export default meta

const user = userEvent.setup()

/** A page with a badge, which shows one conversation at a time. */
function Desk({ gateway }: { readonly gateway: GatewayClient }): React.ReactElement {
  const [open, setOpen] = useState<string | null>(null)
  const lead = ({ conversationId }: WaitingItem): void => setOpen(conversationId)
  return (
    <StoryProvider gateway={gateway}>
      <div style={{ display: 'grid', gap: '12rem', maxInlineSize: '47.5rem' }}>
        <div>
          <WaitingBadge onOpen={lead} />
        </div>
        {open !== null && <InterventionBar conversationId={open} />}
      </div>
    </StoryProvider>
  )
}

const elsewhere = onStage({
  agent: agentThatAsks(calls.sendMail, calls.editFile),
  message: null,
  prepare: (mock) => {
    mock.say('review', 'Tell Ana')
    mock.say('prices', 'Change the rate')
  },
})
/** The badge counts what waits in every conversation, and its menu leads to a card. */
export const Elsewhere = meta.story({
  name: '4 waiting for you',
  beforeEach: elsewhere.beforeEach,
  render: () => <Desk gateway={elsewhere.stage().gateway} />,
  play: async () => {
    const { mock } = elsewhere.stage()
    await waitFor(() => {
      for (const id of ['review', 'prices']) void expect(mock.read(id).interventions).toHaveLength(2)
    })
    window.dispatchEvent(new Event('focus'))
    await user.click(await screen.findByRole('button', { name: '4 waiting for you' }))
    const [, , , last] = await screen.findAllByRole('menuitem')
    await user.click(last!)
    await expect(await screen.findByRole('heading', { name: /wants to run Edit a file/ })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: '4 waiting for you' }))
    await screen.findAllByRole('menuitem')
  },
})
