import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import 'intervention-bar/styles.css'
import { useState } from 'react'
import './chat.css'

const baseUrl = '/api/agent'
const gateway = createHttpGateway({ baseUrl })

const say = (id: string, text: string) =>
  fetch(`${baseUrl}/conversations/${id}/messages`, { method: 'POST', body: JSON.stringify({ text }) })

export function Chat({ id }: { id: string }) {
  const [said, setSaid] = useState<readonly { id: string; text: string }[]>([])
  const [text, setText] = useState('')

  async function send(): Promise<void> {
    setText('')
    await say(id, text)
    setSaid([...said, { id: crypto.randomUUID(), text }])
  }

  return (
    <GatewayProvider gateway={gateway}>
      <main className="chat">
        <div className="messages">
          {said.map((one) => (
            <p key={one.id}>
              <b>you:</b> {one.text}
            </p>
          ))}
        </div>
        <InterventionBar conversationId={id} />
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <input aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
          <button type="submit">Send</button>
        </form>
      </main>
    </GatewayProvider>
  )
}
