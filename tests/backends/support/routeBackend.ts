import { createHttpGateway, type GatewayClient, type HttpGatewayOptions } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type RouteAgent,
} from 'intervention-bar/server'
import type { Backend, Offers } from './Backend.ts'
import { type FileTool, startFileTool } from './fileTool.ts'
import type { ModelLog } from './modelLog.ts'
import { serveFetch } from './serveFetch.ts'
import { timeoutMs } from './patience.ts'

/** The offers of the route, with any agent behind it. */
export const routeOffers: Offers = {
  rejected: true,
  tells: true,
  edit: false,
  stop: true,
  partial: true,
  voids: false,
  supersedes: true,
  twoAtOnce: 1,
  retries: true,
  remember: 'session',
  lists: true,
}

/** An agent behind the kit's route, and the client that its pages use. */
export interface RoutedAgent {
  readonly name: string
  readonly offers: Offers
  createAgent(options: { tool: FileTool; folder: string; log: ModelLog }): RouteAgent
  /** @default createHttpGateway */
  readonly createGateway?: (options: HttpGatewayOptions) => GatewayClient
}

/** Serves the route on a real socket. A restart leaves only the store: the route is made anew. */
export async function startRoute(routed: RoutedAgent, root: string): Promise<Backend> {
  const { name, offers, createAgent, createGateway = createHttpGateway } = routed
  const tool = await startFileTool(root)
  let rooms = 0
  return {
    name,
    offers,
    close: tool.close,
    open: async (folder) => {
      rooms += 1
      const conversationId = `room-${rooms}`
      const log: ModelLog = { turns: 0, told: '' }
      const store = createMemoryStore()
      let requests = 0
      let fails = false
      const mount = (): ResumeRoute =>
        createResumeRoute({
          claims: createClaims({ store }),
          authorize: (request) => (request.headers.has('x-user') ? { id: 'ana' } : 'unauthenticated'),
          agent: createAgent({ tool, folder, log }),
          pollMs: 50,
          remember: ['operation', 'session'],
          conversationsOf: () => [conversationId],
        })
      let route = mount()
      const handle = async (request: Request): Promise<Response> => {
        if (request.url.endsWith('/resume')) requests += 1
        if (!fails || !request.url.endsWith('/resume')) return route(request)
        fails = false
        return new Response('Busy.', { status: 503 })
      }
      let served = await serveFetch(handle)
      const baseUrl = `${served.url}/api/agent`
      return {
        conversationId,
        client: async () => createGateway({ baseUrl, timeoutMs, headers: { 'x-user': 'ana' } }),
        say: async (text) => void (await route.start(conversationId, text)),
        requests: () => requests,
        turns: () => log.turns,
        told: () => log.told,
        failNext: () => {
          fails = true
        },
        restart: async () => {
          await served.close()
          route = mount()
          served = await serveFetch(handle, Number(new URL(baseUrl).port))
        },
      }
    },
  }
}
