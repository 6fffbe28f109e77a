import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import type { Backend, Offers, Room } from './Backend.ts'
import { freePort, startChild } from './childServer.ts'

export const name = 'LangGraph'
export const offers: Offers = {
  rejected: true,
  tells: true,
  edit: true,
  stop: true,
  partial: false,
  voids: true,
  supersedes: true,
  twoAtOnce: 1,
  notes: 'objects',
  digits: false,
  retries: true,
  lists: true,
  elsewhere: ['answer', 'agent'],
}
const script = new URL('langGraphServer.ts', import.meta.url)
/** The files of its state, which the server writes 3 s after somebody last asked for what is in them. */
const stateFiles = ['.langgraphjs_ops.json', '.langgraphjs_api.checkpointer.json']

/** A thread of one of the graphs of `langGraphServer.ts`. */
export interface LangGraphRoom extends Room {
  /** The bodies of the requests that carry decisions. */
  readonly sent: readonly string[]
}

/** A LangGraph server in a process of its own. */
export interface LangGraphBackend extends Backend {
  open(folder: string, assistantId?: 'agent' | 'twice' | 'asks' | 'team' | 'nested'): Promise<LangGraphRoom>
}

export async function startLangGraph(root: string): Promise<LangGraphBackend> {
  const state = mkdtempSync(join(tmpdir(), 'intervention-bar-langgraph-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { TOOL_ROOT: root, STATE_FOLDER: state }
  let server = await startChild(script, port, env)
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const response = await fetch(`${url}${path}`, init)
    return (await response.json()) as Record<string, unknown>
  }
  return {
    name,
    offers,
    close: async () => {
      await server.kill()
      rmSync(state, { recursive: true, force: true })
    },
    open: async (folder, assistantId = 'agent') => {
      const conversationId = String((await post('/threads', {}))['thread_id'])
      const sent: string[] = []
      let fails = false
      const log = join(root, 'turns.log')
      const turns = (): readonly string[] =>
        existsSync(log)
          ? readFileSync(log, 'utf8')
              .split('\n')
              .filter((line) => line.startsWith(`{"folder":"${folder}"`))
          : []
      const counting: typeof fetch = async (input, init) => {
        const body = typeof init?.body === 'string' ? init.body : ''
        const isResume = body.includes('"command"')
        if (isResume) sent.push(body)
        if (!isResume || !fails) return fetch(input, init)
        fails = false
        throw new TypeError('fetch failed')
      }
      return {
        conversationId,
        sent,
        client: async () => createLangGraphGateway({ url, assistantId, fetch: counting }),
        say: async (text) => {
          const input = { messages: [{ role: 'user', content: `${text} @${folder}` }] }
          await post(`/threads/${conversationId}/runs/wait`, { assistant_id: assistantId, input })
        },
        requests: () => sent.length,
        turns: () => turns().length,
        told: () => turns().at(-1) ?? '',
        failNext: () => {
          fails = true
        },
        restart: async () => {
          const from = Date.now()
          await fetch(`${url}/threads/${conversationId}/state`)
          await untilWritten(join(state, '.langgraph_api'), from)
          await server.kill()
          server = await startChild(script, port, env)
        },
      }
    },
  }
}

/** Waits for the server, however busy the machine is. A file that is only half written is no JSON. */
async function untilWritten(folder: string, from: number): Promise<void> {
  const isWritten = (file: string): boolean => {
    try {
      JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return statSync(join(folder, file)).mtimeMs >= from
    } catch {
      return false
    }
  }
  while (!stateFiles.every(isWritten)) await sleep(250)
}
