import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { type AttentionOptions, InterventionBar, useAttention } from 'intervention-bar'
import { expect, screen, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'
import { StoryProvider } from './support/StoryProvider.tsx'

function Caller({ options }: { readonly options: AttentionOptions }): React.ReactElement {
  const { count, available, permission, askPermission } = useAttention('demo', options)
  return (
    <section style={{ padding: '1rem', fontFamily: 'system-ui' }}>
      <p>{count} waiting. Leave this page to be called back.</p>
      <p>
        Notifications: {available.notification ? permission : 'not here'}.{' '}
        <button onClick={() => void askPermission()}>Notify me</button>
      </p>
    </section>
  )
}

const meta = preview.meta({
  title: 'Call people back',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const called = onStage({ agent: agentThatAsks(calls.sendMail) })
/** The title, the icon, a sound and a notification, for what waits while nobody looks at the page. */
export const Called = meta.story({
  name: 'Title, icon, sound and notification',
  ...called,
  render: () => (
    <StoryProvider gateway={called.stage().gateway}>
      <Caller options={{ title: true, badge: true, sound: true, notification: true }} />
      <InterventionBar conversationId="demo" />
    </StoryProvider>
  ),
  play: async () => {
    await screen.findByText(/^1 waiting/)
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: /wants to run Send an email/ })).toBeVisible(),
    )
  },
})
