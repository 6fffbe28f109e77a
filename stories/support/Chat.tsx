import {
  type GatewayClient,
  type GatewayProviderProps,
  InterventionBar,
  type InterventionBarProps,
} from 'intervention-bar'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import './chat.css'
import { StoryProvider } from './StoryProvider.tsx'
import { useTranscript } from './useTranscript.ts'

/** A small chat: messages, the bar, a composer. */
export function Chat({
  gateway,
  say,
  conversationId = 'demo',
  opening,
  bar,
  children,
  ...provider
}: Omit<GatewayProviderProps, 'gateway'> & {
  readonly gateway: GatewayClient
  /** Sends a message to the agent. */
  readonly say: (text: string) => void
  readonly conversationId?: string
  /** The person's first message, which the agent has got already. */
  readonly opening?: string
  /** Props of the bar. */
  readonly bar?: Partial<InterventionBarProps>
}): React.ReactElement {
  const { messages, add } = useTranscript(gateway, conversationId, opening)
  const list = useStickToEnd<HTMLDivElement>()
  const send = (text: string): void => {
    add({ id: `you ${messages.length}`, from: 'you', text })
    say(text)
  }
  return (
    <StoryProvider gateway={gateway} {...provider}>
      <div className="chat">
        <div ref={list} className="chat-messages" role="group" aria-label="Messages" tabIndex={0}>
          <ol>
            {messages.map((message) => (
              <li key={message.id} data-from={message.from}>
                {message.text}
              </li>
            ))}
          </ol>
        </div>
        <InterventionBar {...bar} conversationId={conversationId} />
        <Composer send={send} />
      </div>
      {children}
    </StoryProvider>
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
        placeholder="Message Assistant…"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" aria-label="Send">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 13V3M3.5 7.5 8 3l4.5 4.5" />
        </svg>
      </button>
    </form>
  )
}
