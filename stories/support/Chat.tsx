import {
  type GatewayClient,
  GatewayProvider,
  type GatewayProviderProps,
  InterventionBar,
} from 'intervention-bar'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import './chat.css'
import { useTranscript } from './useTranscript.ts'

/** A small chat: messages, the bar, a composer. */
export function Chat({
  gateway,
  say,
  conversationId = 'demo',
  hint,
  ...provider
}: Omit<GatewayProviderProps, 'children' | 'gateway'> & {
  readonly gateway: GatewayClient
  /** Sends a message to the agent. */
  readonly say: (text: string) => void
  readonly conversationId?: string
  /** Shown while there is no message. */
  readonly hint?: string
}): React.ReactElement {
  const { messages, add } = useTranscript(gateway, conversationId)
  const list = useStickToEnd<HTMLOListElement>()
  const send = (text: string): void => {
    add({ id: `you ${messages.length}`, from: 'you', text })
    say(text)
  }
  return (
    <GatewayProvider gateway={gateway} {...provider}>
      <div className="chat">
        <ol ref={list} className="chat-messages" aria-label="Messages">
          {messages.length === 0 && hint ? <li className="chat-hint">{hint}</li> : null}
          {messages.map((message) => (
            <li key={message.id} data-from={message.from}>
              {message.text}
            </li>
          ))}
        </ol>
        <InterventionBar conversationId={conversationId} />
        <Composer send={send} />
      </div>
    </GatewayProvider>
  )
}

/** Keeps the newest message in view, also when the bar appears. */
function useStickToEnd<Kind extends HTMLElement>(): React.RefObject<Kind | null> {
  const ref = useRef<Kind>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const stick = (): void => element.scrollTo({ top: element.scrollHeight })
    const resized = new ResizeObserver(stick)
    const changed = new MutationObserver(stick)
    resized.observe(element)
    changed.observe(element, { childList: true, subtree: true, characterData: true })
    return () => {
      resized.disconnect()
      changed.disconnect()
    }
  }, [])
  return ref
}

function Composer({ send }: { readonly send: (text: string) => void }): React.ReactElement {
  const [text, setText] = useState('')
  function handleSubmit(event: SyntheticEvent): void {
    event.preventDefault()
    if (!text.trim()) return
    send(text.trim())
    setText('')
  }
  return (
    <form className="chat-composer" onSubmit={handleSubmit}>
      <input
        aria-label="Message"
        placeholder="Message the agent"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit">Send</button>
    </form>
  )
}
