import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import type { Backend, Offers } from './support/Backend.ts'
import { freePort, startChild } from './support/childServer.ts'
import { describeConformance } from './support/conformance.ts'

const name = 'LangGraph'
const offers: Offers = {
  rejected: true,
  tells: true,
  edit: true,
  stop: true,
  partial: false,
  voids: true,
  supersedes: true,
  twoAtOnce: 1,
  retries: true,
}
const script = new URL('support/langGraphServer.ts', import.meta.url)
/** The server writes its state with a delay: a pause is safe after this long. */
const writtenAfterMs = 6_000

describeConformance(
  name,
  async (root): Promise<Backend> => {
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
      open: async (folder) => {
        const conversationId = String((await post('/threads', {}))['thread_id'])
        let requests = 0
        let fails = false
        const log = join(root, 'turns.log')
        const turns = (): readonly string[] =>
          existsSync(log)
            ? readFileSync(log, 'utf8')
                .split('\n')
                .filter((line) => line.startsWith(`{"folder":"${folder}"`))
            : []
        const counting: typeof fetch = async (input, init) => {
          const isResume = typeof init?.body === 'string' && init.body.includes('"command"')
          if (isResume) requests += 1
          if (!isResume || !fails) return fetch(input, init)
          fails = false
          throw new TypeError('fetch failed')
        }
        return {
          conversationId,
          client: async () => createLangGraphGateway({ url, assistantId: 'agent', fetch: counting }),
          say: async (text) => {
            const input = { messages: [{ role: 'user', content: `${text} @${folder}` }] }
            await post(`/threads/${conversationId}/runs/wait`, { assistant_id: 'agent', input })
          },
          requests: () => requests,
          turns: () => turns().length,
          told: () => turns().at(-1) ?? '',
          failNext: () => {
            fails = true
          },
          restart: async () => {
            await sleep(writtenAfterMs)
            await server.kill()
            server = await startChild(script, port, env)
          },
        }
      },
    }
  },
  offers,
)
