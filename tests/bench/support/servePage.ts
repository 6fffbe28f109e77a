import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The page of the benchmark on loopback, with an agent that talks into the chat and into the kit's own stream. */
export interface ServedPage {
  readonly url: string
  /** So many words, so many at a time. */
  talk(words: number, burst: number): Promise<void>
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}
const operations = [{ id: 'op_1', status: 'running', startedAt: 0 }]
const conversation = { id: 'demo', epoch: 'e', cursor: '0', now: 0, operations, interventions: [] }

/** Serves a folder. */
export async function servePage(folder: string): Promise<ServedPage> {
  const listeners = new Map<string, Set<ServerResponse>>([
    ['/chat', new Set()],
    ['/agent/conversations/demo/events', new Set()],
  ])
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://x')
    const stream = listeners.get(pathname)
    if (stream) {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      stream.add(outgoing)
      outgoing.on('close', () => stream.delete(outgoing))
    } else if (pathname === '/agent/conversations/demo') outgoing.end(JSON.stringify(conversation))
    else {
      const file = pathname === '/' ? 'index.html' : pathname
      outgoing.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      outgoing.end(readFileSync(join(folder, file)))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  function write(path: string, text: string): void {
    for (const response of listeners.get(path) ?? []) response.write(text)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    talk: async (words, burst) => {
      for (let word = 1; word <= words; word += 1) {
        const delta = 'word '
        const event = { type: 'stream_chunk', operationId: 'op_1', timestamp: 0, data: { delta } }
        write('/chat', `data: ${JSON.stringify({ delta, isNew: word % 200 === 0 })}\n\n`)
        write('/agent/conversations/demo/events', `id: ${word}\ndata: ${JSON.stringify(event)}\n\n`)
        if (word % burst === 0) await new Promise((resolve) => setTimeout(resolve, 2 * burst))
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
