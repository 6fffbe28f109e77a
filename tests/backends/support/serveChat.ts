import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { ChatServer } from './ChatServer.ts'
import { type ServedFetch, serveFetch } from './serveFetch.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Only what runs on this machine may frame a chat. */
const policy = 'frame-ancestors http://localhost:* http://127.0.0.1:*'

/** Serves a built app and, below `/api`, its server. On a free port unless one is named. */
export function serveChat(app: string, server: ChatServer, port?: number): Promise<ServedFetch> {
  return serveFetch(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/')) return server.handle(request)
    const file = join(app, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    if (!existsSync(file)) return new Response(null, { status: 404 })
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(readFileSync(file), {
      headers: { 'content-type': type, 'content-security-policy': policy },
    })
  }, port)
}
