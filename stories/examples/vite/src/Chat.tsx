import { GatewayProvider, InterventionBar } from 'intervention-bar'
import 'intervention-bar/styles.css'
import { useState, useSyncExternalStore } from 'react'
import { gateway, transcript, write } from './agent'
import './chat.css'

export function Chat({ id }: { id: string }) {
  const messages = useSyncExternalStore(transcript.subscribe, transcript.read)
  const [text, setText] = useState('')

  function send(): void {
    setText('')
    write(`you: ${text}`)
    gateway.start(id, text)
  }

  return (
    <GatewayProvider gateway={gateway}>
      <main className="chat">
        <div className="messages">
          {messages.map((message) => (
            <p key={message.id}>{message.text}</p>
          ))}
        </div>
        <InterventionBar conversationId={id} />
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <input aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
          <button type="submit">Send</button>
        </form>
      </main>
    </GatewayProvider>
  )
}
