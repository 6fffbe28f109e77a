import { agentThatAsks, calls, decide, type MockGateway } from 'intervention-bar/mocks'
import { ApprovalModeSelect, InterventionBar } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'
import { StoryProvider } from './support/StoryProvider.tsx'

const meta = preview.meta({
  title: 'Remembering',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const user = userEvent.setup()
const part = (name: string): HTMLElement | null => document.querySelector(`[data-part="${name}"]`)
const mail = { ...calls.sendMail, remember: ['session', 'always'] } as const
const command = { ...calls.runCommand, remember: ['session'] } as const

/** Opens the menu once the card stands still. */
async function open(): Promise<HTMLElement> {
  await waitFor(() => expect(part('approve')).toHaveAttribute('data-armed'))
  await user.click(await screen.findByRole('button', { name: 'Once' }))
  const menu = await screen.findByRole('menu', { name: 'How long to approve it' })
  await within(menu).findByRole('menuitemradio', { name: /Just this one/ })
  return menu
}
async function choose(name: RegExp): Promise<void> {
  await user.click(within(await open()).getByRole('menuitemradio', { name }))
}

const once = onStage({ agent: agentThatAsks(mail) })
/** Beside Approve stands how long the approval holds. Nothing is chosen beforehand. */
export const Once = meta.story({
  name: 'Once, beside Approve',
  ...once,
  play: async () => {
    await waitFor(() => expect(part('approve')).toHaveAttribute('data-armed'))
    await expect(part('approve')).toHaveTextContent('Approve')
    await expect(part('remember')).toHaveTextContent('Once')
  },
})

const menu = onStage({ agent: agentThatAsks(mail) })
/** The menu names the tool and its server, the scope, and how to take it back. It decides nothing. */
export const Menu = meta.story({
  name: 'Just this one, Every send_mail in this chat, Always',
  ...menu,
  play: async () => {
    const opened = await open()
    const checked = within(opened).getByRole('menuitemradio', { checked: true })
    await expect(checked).toHaveTextContent('Just this one')
    await expect(opened).toHaveTextContent('Always allow send_mail from mail')
    await expect(opened).toHaveTextContent('You can take this back')
  },
})

const chosen = onStage({ agent: agentThatAsks(mail) })
/** Approve says what was chosen, and so does the line above the decisions. */
export const Chosen = meta.story({
  name: 'Approve and allow in this chat',
  ...chosen,
  play: async () => {
    await choose(/in this chat/)
    await screen.findByText(/Also allows every send_mail from mail in this chat/)
    await expect(part('approve')).toHaveTextContent('Approve and allow in this chat')
    await waitFor(() => expect(part('approve')).toHaveAttribute('data-armed'))
    await expect(menuRequests(chosen)).toBe(0)
  },
})

const destructive = onStage({ agent: agentThatAsks(command) })
/** A tool that may destroy something takes its second step, which names what is remembered. */
export const Destructive = meta.story({
  name: 'From now on it runs without asking, after a second step',
  ...destructive,
  play: async () => {
    await choose(/in this chat/)
    await waitFor(() => expect(part('approve')).toHaveAttribute('data-armed'))
    await user.click(part('approve')!)
    await screen.findByText(/From now on it runs without asking in this chat/)
    await expect(menuRequests(destructive)).toBe(0)
  },
})

const remembered = onStage({ agent: agentThatAsks(mail) })
/** The receipt says what was remembered. */
export const Remembered = meta.story({
  name: 'You approved Send an email. From now on it runs without asking',
  ...remembered,
  play: async () => {
    await decide(document.body, 'approved', { user, remember: 'session' })
    await screen.findByText(/You approved Send an email.*From now on it runs without asking in this chat/)
  },
})

function menuRequests({ stage }: ReturnType<typeof onStage>): number {
  return stage().mock.requests.filter(({ route }) => route === 'resume').length
}

const settings = (prepare?: (mock: MockGateway) => void): ReturnType<typeof onStage> => {
  const staged = onStage({ message: null, ...(prepare && { prepare }) })
  return {
    ...staged,
    render: () => (
      <div style={{ maxWidth: '34rem', margin: '1rem auto', padding: '0 0.5rem' }}>
        <StoryProvider key={staged.stage().gateway.id} gateway={staged.stage().gateway}>
          <ApprovalModeSelect conversationId="demo" />
        </StoryProvider>
      </div>
    ),
  }
}

const modes = settings((mock) => {
  mock.changeSettings('demo', { add: 'mail/send_mail' })
  mock.changeSettings('demo', { add: 'workspace/edit_file' })
})
/** The three modes with their exceptions, and the list with its entries. */
export const Modes = meta.story({
  name: 'Ask every time, Ask unless on my list, Don’t ask',
  ...modes,
  play: async () => {
    await screen.findByText('send_mail from mail')
    await expect(await screen.findByRole('radio', { name: /Ask unless on my list/ })).toBeChecked()
  },
})

const looser = settings()
/** A mode that asks less often takes a second step. */
export const Looser = meta.story({
  name: 'From now on Assistant runs every tool without asking',
  ...looser,
  play: async () => {
    await user.click(await screen.findByRole('radio', { name: /Don't ask/ }))
    await screen.findByText(/From now on Assistant runs every tool without asking/)
  },
})

const viewOnly = settings((mock) => {
  mock.changeSettings('demo', { add: 'mail/send_mail' })
  mock.allow(false)
})
/** A viewer who may not change them sees them. */
export const ViewOnly = meta.story({
  name: 'You can’t change this',
  ...viewOnly,
  play: async () => {
    await screen.findByText(/You can't change this/)
  },
})
