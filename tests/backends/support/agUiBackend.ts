import { agUiOverHttp, type AgUiProducer, createAgUiGateway } from 'intervention-bar/adapters/ag-ui'
import type { GatewayClient } from 'intervention-bar/core'
import type { Room } from './Backend.ts'
import type { ModelLog } from './modelLog.ts'

/** A chat over AG-UI: it starts runs, keeps the history, and hands events over. */
export interface AgUiChat {
  readonly url: string
  readonly producer: AgUiProducer
  readonly log: ModelLog
  readonly conversationId: string
  requests(): number
  failNext(): void
  restart?(): Promise<void>
  /** Its interrupts do not tell the arguments of a call. */
  readonly forgets?: boolean
}

interface Message {
  readonly id: string
  readonly role: string
  readonly content?: string
}

function typeOf(event: unknown): string {
  return (event as { type: string }).type
}

/** A room whose pages are gateways over one thread, as pages of one chat are that store what runs said. */
export function openAgUiRoom(chat: AgUiChat): Room {
  const { conversationId, url, producer } = chat
  let messages: readonly Message[] = []
  /** The events of the last run that the chat stores for other pages. */
  let stored: unknown[] = []
  let said = 0

  function note(event: unknown): void {
    const { type, messages: snapshot } = event as { type: string; messages?: readonly Message[] }
    if (type === 'RUN_STARTED') stored = []
    stored.push(event)
    if (type === 'MESSAGES_SNAPSHOT' && snapshot) messages = snapshot
  }
  function connect(isFirst: boolean, events = stored): ReturnType<typeof createAgUiGateway> {
    const known = structuredClone(events)
    const gateway = createAgUiGateway({
      id: url,
      run: agUiOverHttp({ url }),
      producer,
      input: () => ({ messages }),
      ...(isFirst ? { onEvent: (_id, event) => note(event) } : {}),
    })
    for (const event of known) gateway.observe(conversationId, event)
    return gateway
  }
  const first = connect(true)
  let opened = 0

  return {
    conversationId,
    client: async (): Promise<GatewayClient> => {
      opened += 1
      return opened === 1 ? first : connect(false)
    },
    ...(chat.forgets && {
      forgetful: async () =>
        connect(
          false,
          stored.filter((event) => typeOf(event).startsWith('RUN_')),
        ),
    }),
    say: async (text) => {
      said += 1
      messages = [...messages, { id: `user-${said}`, role: 'user', content: text }]
      const body = {
        threadId: conversationId,
        runId: `said-${said}`,
        messages,
        state: {},
        tools: [],
        context: [],
      }
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ ...body, forwardedProps: {} }),
      })
      for (const block of (await response.text()).split('\n\n')) {
        if (!block.startsWith('data: {')) continue
        const event: unknown = JSON.parse(block.slice('data: '.length))
        note(event)
        first.observe(conversationId, event)
      }
    },
    requests: chat.requests,
    turns: () => chat.log.turns,
    told: () => chat.log.told,
    failNext: chat.failNext,
    ...(chat.restart ? { restart: chat.restart } : {}),
  }
}
