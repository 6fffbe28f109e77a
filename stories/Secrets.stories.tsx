import { agentThatAsks } from 'intervention-bar/mocks'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Chat } from './support/Chat.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({ title: 'Hidden values', component: Chat })
export default meta

const user = userEvent.setup()

const tool = {
  name: 'connect_database',
  title: 'Connect a database',
  server: 'workspace',
  inputSchema: {
    properties: {
      host: { type: 'string', title: 'Host' },
      user: { type: 'string', title: 'User' },
      password: { type: 'string', title: 'Password', format: 'password' },
      apiKey: { type: 'string', title: 'API key' },
    },
  },
}
const args = {
  host: 'db.example.com',
  user: 'reports',
  password: 'correct horse',
  apiKey: 'sk-4f9a-1c22-77ab',
}

function onHiddenStage(isDestructive: boolean): Pick<ReturnType<typeof onStage>, 'beforeEach' | 'render'> {
  const asked = { ...tool, annotations: { destructiveHint: isDestructive } }
  const staged = onStage({
    agent: agentThatAsks({ tool: asked, args, editable: true }),
    message: 'Connect it.',
  })
  return {
    beforeEach: staged.beforeEach,
    render: () => {
      const { gateway, mock } = staged.stage()
      return <Chat gateway={gateway} say={(text) => void mock.say('demo', text)} secretKeys={['apiKey']} />
    },
  }
}

/** The host names one value, the tool marks another: each says how long it is, and whose mark it is. */
export const Hidden = meta.story({
  ...onHiddenStage(false),
  play: async () => {
    const shows = (text: string): Promise<void> => waitFor(() => expect(screen.getByText(text)).toBeVisible())
    await shows('hidden, 13 characters, marked by the tool')
    await shows('hidden, 17 characters')
  },
})

/** They are shown to a person who asks, and hidden again. */
export const Shown = meta.story({
  ...onHiddenStage(false),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'Show hidden values' }))
    await waitFor(() => expect(screen.getByText('correct horse')).toBeVisible())
  },
})

/** A call that may delete something is approved only after what is hidden was shown. */
export const HeldBack = meta.story({
  ...onHiddenStage(true),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'Show hidden values to approve' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /to approve/ })).toBeNull())
  },
})

/** In the form, and as code, a text stands for each of them: what is not replaced is sent as it is. */
export const Edited = meta.story({
  ...onHiddenStage(false),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Edit before approving' }))
    await expect(await screen.findByRole('textbox', { name: 'API key' })).toHaveValue('⟦••• 2⟧')
  },
})
