import { expect, userEvent, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { ports } from '../tests/backends/chats/ports.ts'
import aiSdk from './docs/chat-ai-sdk.png'
import assistantUi from './docs/chat-assistant-ui.png'
import copilotKit from './docs/chat-copilotkit.png'
import { LiveChat } from './support/LiveChat.tsx'

const meta = preview.meta({
  title: 'Chats',
  component: LiveChat,
  // What is in the frame is another's page.
  parameters: { a11y: { options: { iframes: false } } },
})
export default meta

/** Holds where nothing listens, as in the tests: the picture, and how to start what it shows. */
async function isStartedByCommand({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const canvas = within(canvasElement)
  const picture = canvas.queryByRole('img')
  // It runs: then its own page is here, and `npm run backends` plays with that.
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
