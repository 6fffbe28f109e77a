import { type WebSocket, WebSocketServer } from 'ws'
import type { LobeHubCoordinator, StreamEvent } from './lobeHubCoordinator.ts'
import type { LobeHubStore, OperationStatus } from './lobeHubStore.ts'

/** The agent gateway: one socket per operation. */
export interface LobeHubSockets {
  readonly url: string
  /** A token for a socket; after its time it is expired, and the socket says so. */
  issue(lifetimeMs?: number): string
  /** Breaks every open socket, as a lost network does. */
  drop(): void
  close(): Promise<void>
}

const sessions: Readonly<Record<OperationStatus, string>> = {
  running: 'running',
  waiting_for_async_tool: 'running',
  waiting_for_human: 'waiting_confirmation',
  done: 'completed',
  error: 'error',
  interrupted: 'interrupted',
}

/** Serves version 1 of the protocol on loopback. */
export async function serveLobeHubSockets(
  store: LobeHubStore,
  coordinator: LobeHubCoordinator,
  port = 0,
): Promise<LobeHubSockets> {
  const tokens = new Map<string, number>()
  const server = new WebSocketServer({ host: '127.0.0.1', port, path: '/ws' })
  await new Promise((resolve) => server.once('listening', resolve))

  server.on('connection', (socket, request) => {
    const operationId = new URL(request.url ?? '', 'http://gateway').searchParams.get('operationId') ?? ''
    let isIn = false
    let stopListening = (): void => undefined
    socket.on('close', () => stopListening())
    socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString()) as Record<string, unknown>
      if (message['type'] === 'auth') isIn = authenticate(socket, operationId, String(message['token']))
      if (!isIn) return
      if (message['type'] === 'heartbeat') send(socket, { type: 'heartbeat_ack' })
      if (message['type'] === 'resume') {
        const replayed = coordinator.replay(operationId, String(message['lastEventId']))
        for (const event of replayed) sendEvent(socket, event)
        stopListening = coordinator.listen(operationId, (event) => sendEvent(socket, event))
        const status = store.operations[operationId]?.status ?? 'done'
        if (message['wantStatus']) send(socket, { type: 'resume_complete', status: sessions[status] })
      }
    })
  })

  function authenticate(socket: WebSocket, operationId: string, token: string): boolean {
    const expiresAt = tokens.get(token)
    const isKnown = expiresAt !== undefined && store.operations[operationId] !== undefined
    if (!isKnown) {
      send(socket, { type: 'auth_failed', reason: 'No such operation or token.' })
      socket.close()
    } else if (expiresAt < Date.now()) send(socket, { type: 'auth_expired' })
    else send(socket, { type: 'auth_success' })
    return isKnown && expiresAt >= Date.now()
  }

  const { port: own } = server.address() as { readonly port: number }
  return {
    url: `http://127.0.0.1:${own}`,
    issue: (lifetimeMs = 300_000) => {
      const token = store.mint('token')
      tokens.set(token, Date.now() + lifetimeMs)
      return token
    },
    drop: () => {
      for (const socket of server.clients) socket.terminate()
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate()
        server.close(() => resolve())
      }),
  }
}

function sendEvent(socket: WebSocket, event: StreamEvent): void {
  send(socket, { type: 'agent_event', id: event.id, event })
  if (event.type === 'agent_runtime_end') send(socket, { type: 'session_complete' })
}

function send(socket: WebSocket, message: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
}
