import { expect, userEvent, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { ports } from '../tests/backends/chats/ports.ts'
import aiSdk from './docs/pictures/chat-ai-sdk.png'
import assistantUi from './docs/pictures/chat-assistant-ui.png'
import copilotKit from './docs/pictures/chat-copilotkit.png'
import { LiveChat } from './support/LiveChat.tsx'

const meta = preview.meta({
  title: 'Chats',
  component: LiveChat,
  // The frame contains a page of another origin.
  parameters: { a11y: { options: { iframes: false } } },
})
export default meta

/** Checks the picture and the instructions that are shown while the chat does not run, as in the tests. */
async function isStartedByCommand({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const canvas = within(canvasElement)
  const picture = canvas.queryByRole('img')
  // The chat runs: `npm run backends` tests it.
  if (!picture) return expect(canvas.getByTitle(/^A chat of /)).toBeVisible()
  await expect(picture).toHaveAccessibleName(/the bar below it, and (its|the) composer$/)
  const again = canvas.getByRole('button', { name: 'Look again' })
  await expect(again.parentElement).toHaveTextContent('npm run chats starts it here.')
  const looked = canvas.getByTitle(/^A chat of /)
  await userEvent.click(again)
  if (picture.isConnected) await expect(looked).not.toBeInTheDocument()
}

/** `useChat` of the AI SDK, with the history in the page. */
export const AiSdk = meta.story({
  name: 'AI SDK',
  args: {
    title: 'A chat of the AI SDK',
    port: ports['ai-sdk'],
    picture: aiSdk,
    alt: 'A plain list of messages, the bar below it, and the composer',
  },
  play: isStartedByCommand,
})

/** assistant-ui over the same `useChat`. */
export const AssistantUi = meta.story({
  name: 'assistant-ui',
  args: {
    title: 'A chat of assistant-ui',
    port: ports['assistant-ui'],
    picture: assistantUi,
    alt: 'A thread of assistant-ui, the bar below it, and its composer',
  },
  play: isStartedByCommand,
})

/** CopilotKit over AG-UI, with a Strands agent behind it. */
export const CopilotKit = meta.story({
  name: 'CopilotKit',
  args: {
    title: 'A chat of CopilotKit',
    port: ports.copilotkit,
    picture: copilotKit,
    alt: 'A chat of CopilotKit with the card of a tool that waits, the bar below it, and its composer',
  },
  play: isStartedByCommand,
})
