/* oxlint-disable vitest/no-conditional-tests, vitest/no-disabled-tests -- a server that is not installed is skipped, and said. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHttpGateway } from 'intervention-bar/core'
import {
  createClaims,
  createPostgresStore,
  createResumeRoute,
  type ResumeRoute,
} from 'intervention-bar/server'
import { Pool } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { startPostgres } from './support/databases.ts'
import { startFileTool } from './support/fileTool.ts'
import { createOpenAiAgent } from './support/openAiAgent.ts'
import { openPage, type Page } from './support/pages.ts'
import { timeoutMs } from './support/patience.ts'
import { serveFetch, type ServedFetch } from './support/serveFetch.ts'

const postgres = await startPostgres()
const folder = await mkdtemp(join(tmpdir(), 'intervention-bar-route-'))
const tool = await startFileTool(folder)
afterAll(async () => {
  await tool.close()
  await postgres?.close()
  await rm(folder, { recursive: true })
})

/** A thousand conversations take a busy machine many minutes. */
const longestMs = 1_200_000

/** A machine that serves the route: of its own it has nothing, everything is in PostgreSQL. */
async function startMachine(
  port: number,
): Promise<{ route: ResumeRoute; served: ServedFetch; stop(): Promise<void> }> {
  const pool = new Pool({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` })
  // A connection that is still closing when the server stops is told so.
  pool.on('error', () => undefined)
  const store = createPostgresStore(pool)
  await store.install()
  const route = createResumeRoute({
    claims: createClaims({ store }),
    authorize: () => ({ id: 'ana' }),
    agent: createOpenAiAgent(tool, folder, { turns: 0, told: '' }),
  })
  const served = await serveFetch(route)
  const stop = async (): Promise<void> => {
    await served.close()
    await pool.end()
  }
  return { route, served, stop }
}

function openAt({ url }: ServedFetch, conversationId: string): Promise<Page> {
  const client = async (): Promise<ReturnType<typeof createHttpGateway>> =>
    createHttpGateway({ baseUrl: url, timeoutMs })
  // SAFETY: a page asks a room for nothing else.
  return openPage({ conversationId, client } as unknown as Parameters<typeof openPage>[0])
}

if (postgres) {
  describe('the route, with everything in PostgreSQL', () => {
    it('lets another machine decide a call, and runs it once', async () => {
      const first = await startMachine(postgres.port)
      await first.route.start('moved', 'write moved')
      const before = await (await openAt(first.served, 'moved')).waiting(1)
      await first.stop()

      const second = await startMachine(postgres.port)
      const page = await openAt(second.served, 'moved')
      const cards = await page.waiting(1)
      expect(cards).toEqual(before)
      await page.resume(cards, [{ decision: 'approved' }])
      const [settled] = await page.settled(cards)
      expect(settled?.status).toBe('approved')
      expect(await readdir(folder)).toContain('moved.txt')
      await second.stop()
    })

    it(
      'keeps a thousand waiting conversations, and prints the cost of reading them',
      async () => {
        const machine = await startMachine(postgres.port)
        const ids = Array.from({ length: 1_000 }, (_one, at) => `waiting-${at}`)
        globalThis.gc?.()
        const heapBefore = process.memoryUsage().heapUsed
        for (let at = 0; at < ids.length; at += 20) {
          await Promise.all(ids.slice(at, at + 20).map((id) => machine.route.start(id, `write ${id}`)))
        }
        const tookMs: number[] = []
        const read = ids.filter((_id, at) => at % 5 === 0)
        for (const id of read) {
          const page = await openAt(machine.served, id)
          await page.waiting(1)
          const begunAt = performance.now()
          const { interventions } = await page.read()
          tookMs.push(performance.now() - begunAt)
          expect(interventions).toHaveLength(1)
        }
        globalThis.gc?.()
        const grownKb = Math.round((process.memoryUsage().heapUsed - heapBefore) / 1_024)
        const [p50, p95] = [0.5, 0.95].map(
          (share) => tookMs.toSorted((a, b) => a - b)[Math.floor(share * read.length)],
        )
        process.stdout.write(
          `\n1,000 conversations wait on one route: read p50 ${p50?.toFixed(1)} ms, p95 ${p95?.toFixed(1)} ms, heap +${grownKb} kB\n`,
        )
        await machine.stop()
      },
      longestMs,
    )

    it('keeps a hundred waiting calls of 50 kB with ten idle streams, and prints what they cost', async () => {
      const pool = new Pool({ connectionString: `postgres://postgres@127.0.0.1:${postgres.port}/postgres` })
      pool.on('error', () => undefined)
      const store = createPostgresStore(pool)
      await store.install()
      const calls = Array.from({ length: 100 }, (_one, at) => ({
        toolCallId: `call_${at}`,
        tool: { name: 'write' },
        argsText: JSON.stringify({
          path: `${at}.txt`,
          content: `${at} line\n`.repeat(6_000).slice(0, 50_000),
        }),
      }))
      const decided: string[] = []
      const route = createResumeRoute({
        claims: createClaims({ store }),
        authorize: () => ({ id: 'ana' }),
        agent: {
          start: async () => ({ state: JSON.stringify(calls), calls }),
          resume: async (decisions) => {
            decided.push(...decisions.map((made) => made.toolCallId))
            const left = calls.filter((call) => !decided.includes(call.toolCallId))
            return { state: JSON.stringify(left), calls: left }
          },
        },
      })
      const baseUrl = 'https://chat.example/api'
      const client = createHttpGateway({
        baseUrl,
        timeoutMs,
        fetch: (url, init) => route(new Request(url, init)),
      })
      const { signal } = new AbortController()
      await route.start('many', 'go')
      const read = () => client.readConversation('many', { signal })
      await expect.poll(async () => (await read()).interventions.length).toBe(100)
      const streams = await Promise.all(
        Array.from({ length: 10 }, () => route(new Request(`${baseUrl}/conversations/many/events`))),
      )
      const readers = streams.map(({ body }) => body!.getReader())
      await Promise.all(readers.map((reader) => reader.read()))
      const before = process.cpuUsage()
      const idleSince = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 6_000))
      const used = process.cpuUsage(before)
      const share = (used.user + used.system) / 1_000 / (performance.now() - idleSince)
      const tookMs: number[] = []
      for (const { toolCallId, revision } of (await read()).interventions.slice(0, 10)) {
        const [operation] = (await read()).operations
        const begunAt = performance.now()
        await client.resume(
          {
            conversationId: 'many',
            operationId: operation!.id,
            requestId: `req_${toolCallId}`,
            decisions: [{ toolCallId, revision, decision: 'approved' }],
          },
          { signal },
        )
        tookMs.push(performance.now() - begunAt)
        await expect.poll(async () => (await read()).operations.at(-1)?.status).toBe('waiting_for_human')
      }
      const median = tookMs.toSorted((a, b) => a - b)[5]!
      process.stdout.write(
        `\n100 waiting calls of 50 kB, ten idle streams: ${(share * 100).toFixed(1)} % of a core; a resume takes ${median.toFixed(0)} ms\n`,
      )
      expect(share).toBeLessThan(0.05)
      expect(decided).toHaveLength(10)
      await Promise.all(readers.map((reader) => reader.cancel()))
      await pool.end()
    })
  })
} else describe.skip('the route, with everything in PostgreSQL: not installed', () => undefined)
