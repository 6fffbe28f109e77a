import {
  createLobeHubGateway,
  type LobeHubOffer,
  type LobeHubOptions,
  lobeHubOverHttp,
} from 'intervention-bar/adapters/lobehub'
import type { GatewayClient } from 'intervention-bar/core'
import { WebSocket } from 'ws'
import { createListeners, until } from '../../../src/backend/changes.ts'
import type { Room } from './Backend.ts'
import type { FileTool, WriteArgs } from './fileTool.ts'
import { type Input, type LobeHubServer, type LobeHubSetup, startLobeHubServer } from './lobeHubServer.ts'
import type { StoredMessage } from './lobeHubStore.ts'
import type { ModelLog } from './modelLog.ts'
import { callsFor, createCallIds } from './script.ts'

/** A server of one era, and rooms on it. */
export interface LobeHubBackend {
  /** The process that serves now. */
  server(): LobeHubServer
  /** The procedures that were called with decisions, with their inputs. */
  readonly sent: { readonly procedure: string; readonly input: Input }[]
  /** The server takes the next decision, and its answer is lost on the way. */
  loseNext(): void
  /** Runs before the server takes the next decision. */
  holdDecisions(work: () => Promise<unknown>): void
  /** Held back until it resolves: what the tool does next. */
  holdTool(until: Promise<void>): void
  open(folder: string): Room
  connect(change?: Partial<LobeHubOptions>): GatewayClient
  /** Ends the process without a warning and starts another one on the same store and ports. */
  restart(): Promise<void>
  close(): Promise<void>
}

const offersOf: Readonly<Record<LobeHubSetup['era'], readonly LobeHubOffer[]>> = {
  plain: [],
  batch: ['batch'],
  sealed: ['stop'],
  claims: ['stop', 'edit', 'remember'],
}

/** Starts it, with a store in a file. */
export async function startLobeHubBackend(
  tool: FileTool,
  { file, era }: Pick<LobeHubSetup, 'file' | 'era'>,
): Promise<LobeHubBackend> {
  const folders = new Map<string, string>()
  const logs = new Map<string, ModelLog>()
  const sent: LobeHubBackend['sent'] = []
  let held: Promise<void> = Promise.resolve()
  let fails = false
  let loses = false
  let together = 0
  const arrivals = createListeners()
  const before: (() => Promise<unknown>)[] = []

  async function intercept(procedure: string, input: Input): Promise<Response | undefined> {
    const carries = ['action', 'resumeApproval', 'resumeApprovals'].some((field) => field in input)
    if (!carries) return undefined
    sent.push({ procedure, input })
    arrivals.notify()
    await until(arrivals.subscribe, () => sent.length >= together)
    const work = before.shift()
    await work?.()
    if (!fails) return undefined
    fails = false
    return new Response('Busy.', { status: 503 })
  }
  const setup: LobeHubSetup = {
    file,
    era,
    intercept,
    // Nothing is told of what was done.
    deliver: (procedure, response) => {
      const decides = era === 'claims' ? 'aiAgent.resolveAgentInterventionBySource' : 'aiAgent.execAgent'
      if (!loses || procedure !== decides) return response
      loses = false
      return Response.error()
    },
    brain: {
      mintCallId: createCallIds(),
      write: async (args: WriteArgs) => {
        await held
        return tool.write(args)
      },
      turn: (topicId: string, messages: readonly StoredMessage[]) => {
        const log = logs.get(topicId)!
        log.turns += 1
        log.told = JSON.stringify(messages)
        const said = messages.findLastIndex((message) => message.role === 'user')
        const turn = messages.slice(said).filter((message) => message.role === 'assistant').length
        const [verb = '', ...groups] = (messages[said]?.content ?? '').split(/(?<=^\w+) | then /)
        return callsFor(`${verb} ${groups[turn] ?? ''}`.trim(), folders.get(topicId)!)
      },
    },
  }
  let server = await startLobeHubServer(setup)
  const { url, sockets } = server
  const connect = (change: Partial<LobeHubOptions> = {}): GatewayClient =>
    createLobeHubGateway({
      call: lobeHubOverHttp({ url, headers: () => ({ 'Oidc-Auth': 'ana' }) }),
      gatewayUrl: sockets.url,
      agentId: 'agt_1',
      offers: offersOf[era],
      webSocket: WebSocket,
      nameOf: (agentId) => (agentId === 'agt_2' ? 'researcher' : undefined),
      ...change,
    })
  const restart = async (): Promise<void> => {
    await server.close()
    const ports = { api: Number(new URL(url).port), sockets: Number(new URL(sockets.url).port) }
    server = await startLobeHubServer({ ...setup, ports })
  }

  return {
    server: () => server,
    sent,
    loseNext: () => {
      loses = true
    },
    holdDecisions: (work) => void before.push(work),
    holdTool: (gate) => {
      held = gate
    },
    connect,
    restart,
    close: () => server.close(),
    open: (folder) => {
      const id = `tpc_${folders.size + 1}`
      const log: ModelLog = { turns: 0, told: '' }
      folders.set(id, folder)
      logs.set(id, log)
      sent.length = 0
      together = 0
      server.store.topics[id] = { id, status: 'active', metadata: {}, updatedAt: new Date().toISOString() }
      return {
        conversationId: id,
        client: async () => connect(),
        say: (text) => server.agent.start(id, text),
        requests: () => sent.length,
        turns: () => log.turns,
        told: () => log.told,
        together: (count) => {
          together = sent.length + count
        },
        failNext: () => {
          fails = true
        },
        restart,
      }
    },
  }
}
