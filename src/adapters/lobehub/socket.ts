import { type Fields, fieldsOf, parsed, textOf, wordOf } from '../../backend/json.ts'
import type { WebSocketConstructor } from './options.ts'

export interface SocketListener {
  onLive(): void
  onEvent(event: Fields): void
  /** The server says that there is no more to come. Silence never means that. */
  onOver(): void
  onLost(status: 'connecting' | 'stale'): void
}

export interface StreamPlace {
  readonly url: string
  lastEventId: string
}

const heartbeatMs = 15_000
const unanswered = 3
const terminal = /^(completed|error|interrupted)$/

export function openSocket(
  Socket: WebSocketConstructor,
  place: StreamPlace,
  token: string,
  { onLive, onEvent, onOver, onLost }: SocketListener,
): () => void {
  const socket = new Socket(place.url)
  let isLive = false
  let isClosed = false
  let silent = 0
  const say = (message: object): void => socket.send(JSON.stringify(message))
  // A socket that is never accepted is as silent as one that stopped.
  const heart = setInterval(() => {
    silent += 1
    if (silent === unanswered) end(() => onLost('stale'))
    else if (isLive) say({ type: 'heartbeat' })
  }, heartbeatMs)
  const close = (): void => {
    isClosed = true
    clearInterval(heart)
    socket.close()
  }
  const end = (tell: () => void): void => {
    if (isClosed) return
    close()
    tell()
  }

  socket.addEventListener('open', () => say({ type: 'auth', token }))
  socket.addEventListener('close', () => end(() => onLost('connecting')))
  socket.addEventListener('error', () => undefined)
  socket.addEventListener('message', ({ data }) => {
    if (isClosed) return
    silent = 0
    const message = fieldsOf(parsed(String(data)))
    switch (message['type']) {
      case 'auth_success':
        isLive = true
        say({ type: 'resume', lastEventId: place.lastEventId, wantStatus: true })
        return onLive()
      case 'auth_expired':
        return end(() => onLost('connecting'))
      case 'agent_event':
        place.lastEventId = textOf(message['id']) ?? place.lastEventId
        return onEvent(fieldsOf(message['event']))
      case 'resume_complete':
        if (terminal.test(wordOf(message['status']))) end(onOver)
        return
      case 'auth_failed':
      case 'session_complete':
        return end(onOver)
      default:
    }
  })
  return close
}
