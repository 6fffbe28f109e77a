import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import 'intervention-bar/styles.css'
import { useCallback, useEffect, useState } from 'react'
import './chat.css'

const url = 'http://localhost:3401'
const assistantId = 'agent'
const gateway = createLangGraphGateway({ url, assistantId })

interface Message {
  readonly id: string
  readonly type: string
  readonly content: string
}

interface Answer {
  readonly thread_id: string
  /** Says what went wrong. */
  readonly detail?: string
  readonly values?: { readonly messages?: readonly Message[] }
}

async function ask(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as Answer
}

/** The thread survives a reload: its id is kept, and the server has the rest. */
async function openThread(): Promise<string> {
  const kept = localStorage.getItem('thread')
  if (kept && !(await ask(`/threads/${kept}`)).detail) return kept
  const { thread_id: id } = await ask('/threads', {})
  localStorage.setItem('thread', id)
  return id
}

export function Chat() {
  const [thread, setThread] = useState<string>()
  const [messages, setMessages] = useState<readonly Message[]>([])
  const [text, setText] = useState('')

  const read = useCallback(async (id: string) => {
    const { values } = await ask(`/threads/${id}/state`)
    setMessages(values?.messages ?? [])
  }, [])
  useEffect(() => {
    void openThread().then(async (id) => {
      setThread(id)
      await read(id)
    })
  }, [read])

  async function send(): Promise<void> {
    setText('')
    const input = { messages: [{ role: 'user', content: text }] }
    await ask(`/threads/${thread}/runs/wait`, { assistant_id: assistantId, input })
    await read(thread!)
  }

  if (!thread) return null
  return (
    <GatewayProvider
      gateway={gateway}
      onResumed={async ({ operationId }) => {
        // The id of an operation is that of its run.
        if (operationId) await ask(`/threads/${thread}/runs/${operationId}/join`).catch(() => undefined)
        await read(thread)
      }}
    >
      <main className="chat">
        <div className="messages">
          {messages.map(({ id, type, content }) => (
            <p key={id}>
              <b>{type}:</b> {content}
            </p>
          ))}
        </div>
        <InterventionBar conversationId={thread} />
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
