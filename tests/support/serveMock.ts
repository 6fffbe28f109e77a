import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { MockGateway } from 'intervention-bar/mocks'

/** A mock gateway behind real sockets. */
export interface ServedMock {
  readonly baseUrl: string
  /** Ends every connection and the server. */
  close(): Promise<void>
}

/** Serves a mock gateway on loopback. A dropped answer is a socket that is destroyed. */
export async function serveMock(mock: MockGateway): Promise<ServedMock> {
  // A connection that ends while a request is on its way to it would be a fault that no test asked for.
  const server: Server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => {
    answerByMock(mock, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/agent`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers one request of a node server by the mock. A dropped answer is a socket that is destroyed. */
export async function answerByMock(
  mock: MockGateway,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const body =
    incoming.method === 'GET' ? null : await new Response(Readable.toWeb(incoming) as BodyInit).text()
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    body,
    signal: gone.signal,
  })
  const response = await mock.handle(request)
  if (response.type === 'error') return void outgoing.destroy()
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.flushHeaders()
  if (!response.body) return void outgoing.end()
  const reader = response.body.getReader()
  // The signal of a request does not survive its garbage collection; the connection does.
  outgoing.on('close', () => void reader.cancel().catch(() => undefined))
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return void outgoing.end()
    outgoing.write(value)
  }
}
