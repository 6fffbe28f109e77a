import { type ChatTransport, DefaultChatTransport, type UIMessage } from 'ai'

/** Sends a message to the kit's route, and reads the words of the run that follows. `next` is the first run to read. */
export function routeTransport(next: number): ChatTransport<UIMessage> {
  const words = new DefaultChatTransport<UIMessage>({
    prepareReconnectToStreamRequest: ({ id }) => ({ api: `/api/chat/${id}/stream?run=${next}` }),
  })

  return {
    reconnectToStream: async () => null,
    sendMessages: async ({ chatId, messages, abortSignal }) => {
      const last = messages.at(-1)
      // After a decision the last message is the assistant's: the run began already, and goes on with that message.
      if (last?.role === 'user') await say(chatId, last, abortSignal)
      const stream = await words.reconnectToStream({ chatId })
      if (!stream) throw new Error('The agent did not begin.')
      const counted = new TransformStream({
        flush: () => {
          next += 1
        },
      })
      return stream.pipeThrough(counted)
    },
  }
}

async function say(chatId: string, { parts }: UIMessage, signal: AbortSignal | undefined): Promise<void> {
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
  const answer = await fetch(`/api/agent/conversations/${chatId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: signal ?? null,
  })
  if (!answer.ok) throw new Error(`The agent answered ${answer.status}.`)
}
