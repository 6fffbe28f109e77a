import { strands } from 'intervention-bar/adapters/ag-ui'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openAgUiRoom } from './support/agUiBackend.ts'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { startFileTool } from './support/fileTool.ts'
import type { ModelLog } from './support/modelLog.ts'
import { startStrands } from './support/strandsServer.ts'

const name = 'Strands'
const offers: Offers = {
  rejected: false,
  tells: true,
  edit: false,
  stop: false,
  partial: false,
  voids: false,
  supersedes: false,
  twoAtOnce: 1,
  retries: true,
  notes: 'objects',
}
describeConformance(
  name,
  async (root): Promise<Backend> => {
    const tool = await startFileTool(root)
    const servers: Server[] = []
    let rooms = 0
    return {
      name,
      offers,
      close: async () => {
        for (const server of servers) {
          server.closeAllConnections()
          server.close()
        }
        await tool.close()
      },
      open: async (folder) => {
        rooms += 1
        const log: ModelLog = { turns: 0, told: '' }
        let requests = 0
        let fails = false
        const server = await startStrands({ tool, folder, log })
        servers.push(server)
        const [handler] = server.listeners('request') as [(...args: unknown[]) => void]
        server.removeAllListeners('request')
        server.on('request', (incoming, outgoing) => {
          if (incoming.headers['idempotency-key'] === undefined) return handler(incoming, outgoing)
          requests += 1
          if (!fails) return handler(incoming, outgoing)
          fails = false
          outgoing.writeHead(503).end()
        })
        const { port } = server.address() as AddressInfo
        return openAgUiRoom({
          url: `http://127.0.0.1:${port}/run`,
          producer: strands(),
          forgets: true,
          log,
          conversationId: `strands-${rooms}`,
          requests: () => requests,
          failNext: () => {
            fails = true
          },
        })
      },
    }
  },
  offers,
)
