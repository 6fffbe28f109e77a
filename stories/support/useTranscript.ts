import type { GatewayClient } from 'intervention-bar/core'
import { useEffect, useState } from 'react'

/** One message of the chat. */
export interface Message {
  readonly id: string
  readonly from: 'you' | 'agent'
  readonly text: string
}

/** Appends the agent's words to the messages, from the chat events of the stream. */
export function useTranscript(
  gateway: GatewayClient,
  conversationId: string,
  opening?: string,
): { readonly messages: readonly Message[]; readonly add: (message: Message) => void } {
  const [messages, setMessages] = useState<readonly Message[]>(
    opening === undefined ? [] : [{ id: 'opening', from: 'you', text: opening }],
  )
  useEffect(() => {
    const end = new AbortController()
    const follow = async (): Promise<void> => {
      const events = gateway.followConversation?.(conversationId, { after: '0', signal: end.signal }) ?? []
      for await (const event of events) {
        if (event.type !== 'stream_chunk') continue
        const { content } = event.data as { content: string }
        setMessages((before) => append(before, event.operationId, content))
      }
    }
    follow().catch(() => undefined)
    return () => end.abort()
  }, [gateway, conversationId])
  return { messages, add: (message) => setMessages((before) => [...before, message]) }
}

function append(messages: readonly Message[], id: string, words: string): readonly Message[] {
  const last = messages.findLast((message) => message.id === id)
  if (!last) return [...messages, { id, from: 'agent', text: words }]
  return messages.map((message) => (message === last ? { ...message, text: message.text + words } : message))
}
