import { type AiSdkChat, type AiSdkQuestions, createAiSdkGateway } from 'intervention-bar/adapters/ai-sdk'
import type { Backend, Offers } from './Backend.ts'
import type { ModelLog } from './modelLog.ts'
import { type FileTool, startFileTool } from './fileTool.ts'
import { serveFetch } from './serveFetch.ts'

/** One version of the AI SDK: its chat in the page, and its route on the server. */
export interface AiSdkVersion {
  readonly name: string
  readonly offers: Offers
  /** Answers one POST of the chat. */
  respond(messages: unknown, options: { tool: FileTool; folder: string; log: ModelLog }): Promise<Response>
  /** A chat that talks to the route, with messages it remembers. */
  createChat(api: string, messages: unknown): AiSdkChat & { send(text: string): Promise<void> }
}

/** The offers of version 7. Version 6 fails on a message that is typed instead of an answer. */
export const aiSdkOffers: Offers = {
  rejected: true,
  tells: true,
  edit: false,
  stop: true,
  partial: false,
  voids: false,
  supersedes: true,
  twoAtOnce: 2,
  retries: true,
  notes: 'any',
  digits: false,
  answers: true,
  agents: true,
}

const questions: AiSdkQuestions = {
  ask_user: (input) => ({ kind: 'text', message: (input as { question: string }).question }),
}

/** The metadata of a message that another agent writes. */
export function metadataFor(messages: unknown): object {
  const said = JSON.stringify((messages as readonly unknown[]).at(-1))
  return said.includes('delegate') ? { agent: 'researcher' } : {}
}

/** Starts the route of a version behind a real socket. */
export async function startAiSdk(version: AiSdkVersion, root: string): Promise<Backend> {
  const tool = await startFileTool(root)
  return {
    name: version.name,
    offers: version.offers,
    close: tool.close,
    open: async (folder) => {
      const log: ModelLog = { turns: 0, told: '' }
      let requests = 0
      let fails = false
      const handle = async (request: Request): Promise<Response> => {
        const { messages } = (await request.json()) as { messages: unknown }
        if (request.headers.has('idempotency-key')) requests += 1
        if (fails) {
          fails = false
          return new Response('Busy.', { status: 503 })
        }
        return version.respond(messages, { tool, folder, log })
      }
      let served = await serveFetch(handle)
      const api = `${served.url}/api/chat`
      const first = version.createChat(api, [])
      let opened = 0
      return {
        conversationId: first.id,
        client: async () => {
          opened += 1
          // Another page has the history as it was stored, and nothing else.
          const chat = opened === 1 ? first : version.createChat(api, structuredClone(first.messages))
          return createAiSdkGateway(chat, { questions })
        },
        say: (text) => first.send(text),
        requests: () => requests,
        turns: () => log.turns,
        told: () => log.told,
        failNext: () => {
          fails = true
        },
        restart: async () => {
          await served.close()
          served = await serveFetch(handle, Number(new URL(api).port))
        },
      }
    },
  }
}
