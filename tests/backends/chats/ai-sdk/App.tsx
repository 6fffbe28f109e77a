import { useChat } from '@ai-sdk/react'
import { lastAssistantMessageIsCompleteWithApprovalResponses, type UIMessage } from 'ai'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createAiSdkGateway } from 'intervention-bar/adapters/ai-sdk'
import 'intervention-bar/styles.css'
import { useEffect, useState } from 'react'

const kept = JSON.parse(localStorage.getItem('messages') ?? '[]') as UIMessage[]

export function App() {
  const chat = useChat({
    id: 'demo',
    messages: kept,
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
  })
  useEffect(() => localStorage.setItem('messages', JSON.stringify(chat.messages)), [chat.messages])
  const [text, setText] = useState('')

  return (
    <main className="chat">
      <div className="messages">
        {chat.messages.map(({ id, role, parts }) => (
          <p key={id}>
            <b>{role}:</b> {parts.map((part) => (part.type === 'text' ? part.text : null))}
          </p>
        ))}
      </div>
      <GatewayProvider gateway={createAiSdkGateway(chat)}>
        <InterventionBar conversationId={chat.id} />
      </GatewayProvider>
      <form
        className="composer"
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
  )
}
