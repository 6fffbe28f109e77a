import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { MockGateway } from 'intervention-bar/mocks'
import { answerByMock } from './serveMock.ts'

/** One resume on its way, with everything that can go wrong with it. */
export interface Exchange {
  readonly outgoing: ServerResponse
  /** Lets the mock gateway act and answer. May be called twice. */
  handle(): Promise<Response>
  send(response: Response): Promise<void>
}

/** A fault of a resume on the wire. */
export type WireFault = (exchange: Exchange) => Promise<void> | void

/** A mock gateway on real sockets, where each resume of a conversation meets what is planned for it. */
export interface FaultServer {
  readonly baseUrl: string
  /** The fault of each resume from now on, by its number; undefined: none. */
  plan(conversationId: string, faultOf: (attempt: number) => WireFault | undefined): void
  /** The idempotency keys of a conversation's resumes, oldest first. */
  keys(conversationId: string): readonly string[]
  close(): Promise<void>
}

/** Serves a mock gateway with faults, on loopback. */
export async function serveFaults(mock: MockGateway): Promise<FaultServer> {
  const plans = new Map<string, (attempt: number) => WireFault | undefined>()
  const attempts = new Map<string, number>()
  const received = new Map<string, string[]>()

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const conversationId = /\/conversations\/([^/]+)\/resume$/.exec(incoming.url ?? '')?.[1]
    const faultOf = conversationId === undefined ? undefined : plans.get(conversationId)
    if (conversationId === undefined || !faultOf) return answerByMock(mock, incoming, outgoing)
    const attempt = (attempts.get(conversationId) ?? 0) + 1
    attempts.set(conversationId, attempt)
    const body = await new Response(Readable.toWeb(incoming) as BodyInit).text()
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    const key = String(incoming.headers['idempotency-key'])
    received.set(conversationId, [...(received.get(conversationId) ?? []), key])
    const exchange: Exchange = {
      outgoing,
      handle: () => mock.handle(new Request(`http://x${incoming.url}`, { method: 'POST', headers, body })),
      send: async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers))
        outgoing.end(Buffer.from(await response.arrayBuffer()))
      },
    }
    const fault = faultOf(attempt)
    if (fault) await fault(exchange)
    else await exchange.send(await exchange.handle())
  }

  const server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/agent`,
    plan: (conversationId, faultOf) => {
      attempts.delete(conversationId)
      plans.set(conversationId, faultOf)
    },
    keys: (conversationId) => received.get(conversationId) ?? [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
