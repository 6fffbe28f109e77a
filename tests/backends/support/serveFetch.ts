import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

/** A fetch handler behind a real socket on loopback. */
export interface ServedFetch {
  readonly url: string
  close(): Promise<void>
}

/** Serves a fetch handler, on a free port unless one is named. */
export async function serveFetch(
  handle: (request: Request) => Response | Promise<Response>,
  port = 0,
): Promise<ServedFetch> {
  // A connection that ends while a request is on its way to it would be a fault that no test asked for.
  const server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.on('close', () => gone.abort())
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
      signal: gone.signal,
      ...(hasBody ? { body: Readable.toWeb(incoming) as BodyInit, duplex: 'half' } : {}),
    })
    void answer().catch(() => outgoing.destroy())

    async function answer(): Promise<void> {
      const response = await handle(request)
      if (response.type === 'error') return void outgoing.destroy()
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.flushHeaders()
      for await (const chunk of response.body ?? []) outgoing.write(chunk)
      outgoing.end()
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
