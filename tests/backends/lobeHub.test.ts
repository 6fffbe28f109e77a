import { join } from 'node:path'
import { createLobeHubGateway, type LobeHubOffer, lobeHubOverHttp } from 'intervention-bar/adapters/lobehub'
import { WebSocket } from 'ws'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { startFileTool } from './support/fileTool.ts'
import { type Input, startLobeHubServer } from './support/lobeHubServer.ts'
import type { ModelLog } from './support/modelLog.ts'
import { callsFor, createCallIds } from './support/script.ts'

const name = 'LobeHub protocol'
const offers: Offers = {
  rejected: false,
  tells: true,
  edit: true,
  stop: true,
  partial: true,
  voids: false,
  supersedes: false,
  twoAtOnce: 1,
  retries: true,
}
const serverOffers: readonly LobeHubOffer[] = ['stop', 'edit', 'remember']

describeConformance(
  name,
  async (root): Promise<Backend> => {
    const tool = await startFileTool(root)
    const mintCallId = createCallIds()
    const folders = new Map<string, string>()
    const logs = new Map<string, ModelLog>()
    let requests = 0
    let fails = false

    function intercept(procedure: string, input: Input): Response | undefined {
      const isClaim = procedure === 'aiAgent.resolveAgentInterventionBySource'
      if (!isClaim && !('resumeApproval' in input) && !('resumeApprovals' in input)) return undefined
      requests += 1
      if (!fails) return undefined
      fails = false
      return new Response('Busy.', { status: 503 })
    }
    const setup = {
      file: join(root, 'lobehub.json'),
      era: 'claims',
      intercept,
      brain: {
        mintCallId,
        write: tool.write,
        turn: (topicId: string, messages: readonly { readonly role: string; readonly content: string }[]) => {
          const log = logs.get(topicId)!
          log.turns += 1
          log.told = JSON.stringify(messages)
          const last = messages.at(-1)
          return last?.role === 'user' ? callsFor(last.content, folders.get(topicId)!) : []
        },
      },
    } as const
    let server = await startLobeHubServer(setup)
    const { url, sockets } = server
    return {
      name,
      offers,
      close: async () => {
        await server.close()
        await tool.close()
      },
      open: async (folder) => {
        const id = `tpc_${folders.size + 1}`
        const log: ModelLog = { turns: 0, told: '' }
        folders.set(id, folder)
        logs.set(id, log)
        requests = 0
        server.store.topics[id] = { id, status: 'active', metadata: {}, updatedAt: new Date().toISOString() }
        return {
          conversationId: id,
          client: async () =>
            createLobeHubGateway({
              call: lobeHubOverHttp({ url, headers: () => ({ authorization: 'Bearer ana' }) }),
              gatewayUrl: sockets.url,
              agentId: 'agt_1',
              offers: serverOffers,
              webSocket: WebSocket,
            }),
          say: (text) => server.agent.start(id, text),
          requests: () => requests,
          turns: () => log.turns,
          told: () => log.told,
          failNext: () => {
            fails = true
          },
          restart: async () => {
            await server.close()
            const ports = { api: Number(new URL(url).port), sockets: Number(new URL(sockets.url).port) }
            server = await startLobeHubServer({ ...setup, ports })
          },
        }
      },
    }
  },
  offers,
)
