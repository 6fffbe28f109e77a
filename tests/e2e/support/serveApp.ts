import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request as forward, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { MockGateway } from 'intervention-bar/mocks'
import { answerByMock } from '../../support/serveMock.ts'
import type { Render } from './buildApp.ts'

/** The strictest policy an app can have: nothing inline, nothing from elsewhere, no HTML from strings. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

/** The strictest policy for a page that Next prerenders with scripts in it: they can have no nonce. */
const prerenderedPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'"

/** An app and its agent behind one origin. */
export interface ServedApp {
  readonly url: string
  /** The agent from now on. */
  use(mock: MockGateway): void
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves a folder, whose page a server may render, or another server, each under its strictest policy; `/agent` is the mock gateway. */
export async function serveApp(
  app: { readonly folder: string; readonly render?: Render } | { readonly port: number },
): Promise<ServedApp> {
  let mock: MockGateway | undefined
  const server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => {
    if (mock && incoming.url?.startsWith('/agent/')) {
      answerByMock(mock, incoming, outgoing).catch(() => outgoing.destroy())
    } else if ('port' in app) pass(incoming, outgoing, app.port)
    else if (app.render && incoming.url === '/') {
      const template = readFileSync(join(app.folder, 'index.html'), 'utf8')
      app.render(template, `http://${incoming.headers.host}/agent`).then(
        (html) =>
          outgoing
            .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': strictPolicy })
            .end(html),
        () => outgoing.destroy(),
      )
    } else serveFile(incoming, outgoing, app.folder)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    use: (next) => {
      mock = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function serveFile(incoming: IncomingMessage, outgoing: ServerResponse, folder: string): void {
  const { pathname } = new URL(incoming.url ?? '/', 'http://x')
  const file = join(folder, pathname === '/' ? 'index.html' : pathname)
  if (!existsSync(file)) return void outgoing.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
  outgoing.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': strictPolicy,
  })
  createReadStream(file).pipe(outgoing)
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, headers, url: path } = incoming
  const onward = forward({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, {
      ...answer.headers,
      'content-security-policy': prerenderedPolicy,
    })
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
