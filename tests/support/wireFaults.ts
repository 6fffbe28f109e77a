import type { Exchange, WireFault } from './faultServer.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const answers =
  (status: number, body: string, type: string, headers: Record<string, string> = {}): WireFault =>
  ({ send }) =>
    send(new Response(body, { status, headers: { 'content-type': type, ...headers } }))
/** An error of the protocol; the server has done nothing. */
const refuses = (status: number, code = 'x', headers: Record<string, string> = {}): WireFault =>
  answers(
    status,
    JSON.stringify({ type: 'about:blank', title: code, code }),
    'application/problem+json',
    headers,
  )
const page = '<!doctype html><title>Sign in</title>'

/** Writes a head and part of a body, as it would have come. */
async function begin({ outgoing, handle }: Exchange): Promise<void> {
  const response = await handle()
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, { 'content-type': 'application/json', 'content-length': body.length })
  outgoing.write(body.subarray(0, 5))
}

/** The server's clock and the person's do not agree. */
const skews =
  (ms: number): WireFault =>
  async ({ handle, send }) => {
    const response = await handle()
    const body = await response.text()
    const skewed = body.replace(/\b1[0-9]{12}\b/g, (at) => String(Number(at) + ms))
    const { status, headers } = response
    await send(new Response(skewed, { status, headers }))
  }

/** The faults of one resume on the wire, by name. */
export const wireFaults = {
  latency: async ({ handle, send }) => {
    await pause(150)
    await send(await handle())
  },
  'request dropped': ({ outgoing }) => void outgoing.destroy(),
  'answer dropped': async ({ handle, outgoing }) => {
    await handle()
    outgoing.destroy()
  },
  'request duplicated': async ({ handle, send }) => {
    const [first] = await Promise.all([handle(), handle()])
    await send(first)
  },
  'answer duplicated': async ({ handle, outgoing }) => {
    const response = await handle()
    const body = Buffer.from(await response.arrayBuffer())
    const head = `HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`
    outgoing.socket?.end(Buffer.concat([Buffer.from(head), body, Buffer.from(head), body]))
  },
  'RST before headers': ({ outgoing }) => void outgoing.socket?.resetAndDestroy(),
  'RST after processing': async ({ handle, outgoing }) => {
    await handle()
    outgoing.socket?.resetAndDestroy()
  },
  'RST mid-body': async (exchange) => {
    await begin(exchange)
    await pause(20)
    exchange.outgoing.socket?.resetAndDestroy()
  },
  'truncated body': async (exchange) => {
    await begin(exchange)
    await pause(20)
    exchange.outgoing.socket?.end()
  },
  'slow drip': async ({ handle, outgoing }) => {
    const response = await handle()
    outgoing.writeHead(202, { 'content-type': 'application/json' })
    for (const byte of Buffer.from(await response.arrayBuffer())) {
      outgoing.write(Buffer.of(byte))
      await pause(100)
    }
    outgoing.end()
  },
  'never answers': () => undefined,
  'acts and never answers': async ({ handle }) => void (await handle()),
  '200 HTML': answers(200, page, 'text/html'),
  'wrong content type': async ({ handle, send }) => {
    const response = await handle()
    await send(
      new Response(await response.text(), { status: 202, headers: { 'content-type': 'text/plain' } }),
    )
  },
  'clock a day ahead': skews(86_400_000),
  'clock a day behind': skews(-86_400_000),
  'no echo': async ({ handle, send }) => {
    await handle()
    await send(Response.json({ operationId: 'op_9' }, { status: 202 }))
  },
  '400': refuses(400),
  '401': refuses(401),
  '403': refuses(403),
  '404': refuses(404),
  '408': refuses(408),
  '409 in progress': refuses(409, 'in_progress'),
  '422': refuses(422, 'invalid'),
  '422 key reused': refuses(422, 'key_reused'),
  '425': refuses(425),
  '429': refuses(429, 'rate_limited', { 'retry-after': '60' }),
  '429 for a moment': refuses(429, 'rate_limited', { 'retry-after': '0' }),
  '500': refuses(500),
  '500 after processing': async ({ handle, send }) => {
    await handle()
    await send(new Response('', { status: 500 }))
  },
  '502': answers(502, page, 'text/html'),
  '503': refuses(503, 'unavailable', { 'retry-after': '0' }),
  '504': refuses(504),
} satisfies Readonly<Record<string, WireFault>>

export type WireFaultName = keyof typeof wireFaults
