import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { InterventionBar } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Keyboard',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const user = userEvent.setup()
const part = (name: string): HTMLElement | null => document.querySelector(`[data-part="${name}"]`)
const armed = (): Promise<void> => waitFor(() => expect(part('approve')).toHaveAttribute('data-armed'))
const mail = { ...calls.sendMail, editable: true }

const approves = onStage({ agent: agentThatAsks(mail) })
/** F6 and ⌘⏎, or Ctrl+Enter: one request is approved, and focus is back in the composer. */
export const Approves = meta.story({
  name: 'Two keys from the composer approve',
  ...approves,
  play: async () => {
    await armed()
    const composer = screen.getByRole('textbox', { name: /message/i })
    composer.focus()
    await user.keyboard('{F6}')
    await expect(part('title')).toHaveFocus()
    const mod = navigator.platform.startsWith('Mac') ? 'Meta' : 'Control'
    await user.keyboard(`{${mod}>}{Enter}{/${mod}}`)
    await screen.findByText(/You approved Send an email/)
    await expect(composer).toHaveFocus()
  },
})

const listed = onStage({ agent: agentThatAsks(mail, calls.editFile) })
/** The menu leads to a list of the chords. It is fetched then. */
export const Listed = meta.story({
  name: 'Keyboard shortcuts',
  ...listed,
  play: async () => {
    await armed()
    await user.click(part('more')!)
    await user.click(await screen.findByRole('menuitem', { name: 'Keyboard shortcuts' }))
    const list = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    await waitFor(() => expect(within(list).getByRole('button', { name: 'Close' })).toHaveFocus())
  },
})
