import { StrandsAgent } from '@ag-ui/aws-strands'
import { createStrandsApp } from '@ag-ui/aws-strands/server'
import { Agent, type Message, Model, type ModelStreamEvent, tool as defineTool } from '@strands-agents/sdk'
import { strands } from 'intervention-bar/adapters/ag-ui'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { openAgUiRoom } from './support/agUiBackend.ts'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { startFileTool } from './support/fileTool.ts'
import type { ModelLog } from './support/modelLog.ts'
import { callsFor, createCallIds, lastWords } from './support/script.ts'

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
}
const nextId = createCallIds()

class ScriptedModel extends Model {
  readonly #folder: string
  readonly #log: ModelLog

  constructor(folder: string, log: ModelLog) {
    super()
    this.#folder = folder
    this.#log = log
  }
  override updateConfig(): void {}
  override getConfig(): { modelId: string } {
    return { modelId: 'scripted' }
  }
  override async *stream(messages: Message[]): AsyncIterable<ModelStreamEvent> {
    this.#log.turns += 1
    this.#log.told = JSON.stringify(messages)
    const [block] = messages.at(-1)?.content ?? []
    const calls = block?.type === 'textBlock' ? callsFor(block.text, this.#folder) : []
    yield { type: 'modelMessageStartEvent', role: 'assistant' }
    for (const args of calls) {
      const start = { type: 'toolUseStart', name: 'write_file', toolUseId: nextId() } as const
      yield { type: 'modelContentBlockStartEvent', start }
      const delta = { type: 'toolUseInputDelta', input: JSON.stringify(args) } as const
      yield { type: 'modelContentBlockDeltaEvent', delta }
      yield { type: 'modelContentBlockStopEvent' }
    }
    if (calls.length === 0) {
      yield { type: 'modelContentBlockStartEvent' }
      yield { type: 'modelContentBlockDeltaEvent', delta: { type: 'textDelta', text: lastWords } }
      yield { type: 'modelContentBlockStopEvent' }
    }
    yield { type: 'modelMessageStopEvent', stopReason: calls.length > 0 ? 'toolUse' : 'endTurn' }
  }
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
        const writeFile = defineTool({
          name: 'write_file',
          description: 'Writes a file.',
          inputSchema: z.object({ path: z.string(), content: z.string() }),
          callback: async (args, context) => {
            const answer: { approved: boolean; reason?: string } = context!.interrupt({ name: 'approval' })
            if (!answer.approved) return `Rejected. ${answer.reason ?? ''}`
            return tool.write(args)
          },
        })
        const agent = new Agent({
          model: new ScriptedModel(folder, log),
          tools: [writeFile],
          printer: false,
        })
        const app = await createStrandsApp(new StrandsAgent({ agent, name: 'scripted', description: '' }), {
          path: '/run',
        })
        const server = await new Promise<Server>((resolve) => {
          const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening))
        })
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
