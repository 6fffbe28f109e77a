import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { ChatServer } from './ChatServer.ts'
import { type ServedFetch, serveFetch } from './serveFetch.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves a built app and, below `/api`, its server. */
export function serveChat(app: string, server: ChatServer): Promise<ServedFetch> {
  return serveFetch(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/')) return server.handle(request)
    const file = join(app, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    if (!existsSync(file)) return new Response(null, { status: 404 })
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(readFileSync(file), { headers: { 'content-type': type } })
  })
}
