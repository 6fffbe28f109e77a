'use client'
import { useChat } from '@ai-sdk/react'
import type { UIMessage } from 'ai'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import 'intervention-bar/styles.css'
import { useEffect, useEffectEvent, useState } from 'react'
import { routeTransport } from './routeTransport'

const gateway = createHttpGateway({ baseUrl: '/api/agent' })

interface ChatProps {
  readonly id: string
  readonly messages: UIMessage[]
  /** The number of runs whose words are in the messages. */
  readonly runsRead: number
  /** A run goes on. */
  readonly isRunning: boolean
}

export function Chat({ id, messages, runsRead, isRunning }: ChatProps) {
  const [transport] = useState(() => routeTransport(runsRead))
  const chat = useChat({ id, messages, transport })
  const [text, setText] = useState('')

  // Without a message, the chat reads the words of the next run into the last message.
  const readOn = useEffectEvent(() => void chat.sendMessage())
  useEffect(() => {
    if (isRunning) readOn()
  }, [isRunning])

  return (
    <GatewayProvider gateway={gateway} onResumed={() => void chat.sendMessage()}>
      <main className="chat">
        <div className="messages">
          {chat.messages.map(({ id: key, role, parts }) => (
            <p key={key}>
              <b>{role}:</b> {parts.map((part) => (part.type === 'text' ? part.text : null))}
            </p>
          ))}
        </div>
        <InterventionBar conversationId={id} />
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setText('')
            void chat.sendMessage({ text })
          }}
        >
          <input aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
          <button type="submit">Send</button>
        </form>
      </main>
    </GatewayProvider>
  )
}
