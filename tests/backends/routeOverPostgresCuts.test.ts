/* oxlint-disable vitest/no-conditional-tests, vitest/no-disabled-tests -- a server that is not installed is skipped, and said. */
import { createHttpGateway, type GatewayClient, GatewayError } from 'intervention-bar/core'
import {
  createClaims,
  createPostgresStore,
  createResumeRoute,
  type PostgresClient,
  type ResumeRoute,
  type RouteAgent,
} from 'intervention-bar/server'
import { Pool } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { type Cut, startCuttingProxy } from './support/cuttingProxy.ts'
import { startPostgres } from './support/databases.ts'
import { timeoutMs } from './support/patience.ts'

const postgres = await startPostgres()
const { signal } = new AbortController()
const ran: string[] = []

const agent: RouteAgent = {
  start: async (text) => ({
    state: text,
    calls: [{ toolCallId: 'call', tool: { name: 'write' }, argsText: JSON.stringify({ text }) }],
  }),
  resume: async (decisions, { conversationId, state }) => {
    for (const { decision } of decisions) ran.push(`${conversationId} ${state} ${decision}`)
    return { state: '', calls: [] }
  },
}

if (postgres) {
  const proxy = await startCuttingProxy(postgres.port)
  const pool = new Pool({ connectionString: `postgres://postgres@127.0.0.1:${proxy.port}/postgres` })
  pool.on('error', () => undefined)
  const resending: PostgresClient = {
    query: async (...given) => pool.query(...given).catch(() => pool.query(...given)),
  }
  afterAll(async () => {
    await pool.end()
    await proxy.close()
    await postgres.close()
  })
  await createPostgresStore(pool).install()
  const drivers: Record<string, PostgresClient> = {
    'gives up after a cut': pool,
    'sends the statement again after a cut': resending,
  }

  const routeOver = (client: PostgresClient): ResumeRoute =>
    createResumeRoute({
      claims: createClaims({ store: createPostgresStore(client) }),
      authorize: () => ({ id: 'ana' }),
      agent,
      leaseMs: 600,
    })
  const clientOf = (route: ResumeRoute): GatewayClient =>
    createHttpGateway({
      baseUrl: 'https://chat.example/api',
      timeoutMs,
      fetch: (url, init) => route(new Request(url, init)),
    })
  const readIn = async (client: GatewayClient, id: string, status: string) => {
    await expect
      .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
      .toBe(status)
    return client.readConversation(id, { signal })
  }
  const leasesLeft = async (): Promise<number> => {
    const found = `select 1 from intervention_bar where key like 'lease:%' and expires_at > clock_timestamp()`
    return (await pool.query(found)).rows.length
  }
  /** Approves as a page does: the same request again, while it is not known what became of it. */
  const approve = async (route: ResumeRoute, id: string): Promise<void> => {
    const client = clientOf(route)
    const { interventions } = await client.readConversation(id, { signal })
    const { toolCallId, revision, operationId } = interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
    const request = { conversationId: id, operationId, requestId: `req_${id}`, decisions } as const
    const told: string[] = []
    const send = async (): Promise<unknown> =>
      client.resume(request, { signal }).catch((thrown: unknown) => {
        told.push(GatewayError.from(thrown, 'no').applied)
      })
    await expect.poll(send, { timeout: 120_000 }).toMatchObject({ outcome: 'accepted' })
    expect(await send()).toMatchObject({ outcome: 'accepted' })
    expect(told.filter((applied) => applied !== 'unknown')).toEqual([])
  }

  // The statements that decide: the claim, the decision, and what came of it.
  const statements: Record<string, string> = {
    'the claim': '"mark":',
    'the decision': '"resumes":',
    'the step after it': '"status":"done","endedAt"',
  }

  describe.each(Object.entries(drivers))('the route over a driver that %s', (_name, driver) => {
    it.each(Object.entries(statements))(
      'runs the tool once wherever the connection is cut within %s',
      async (what, text) => {
        const route = routeOver(driver)
        const key = `${what}-${driver === pool ? 'once' : 'again'}`
        const round = async (name: string, cut: Cut | undefined): Promise<void> => {
          const id = `${key}-${name}`.replaceAll(' ', '-')
          await route.start(id, 'a')
          await readIn(clientOf(route), id, 'waiting_for_human')
          proxy.arm(text, cut)
          await approve(route, id)
          const after = await readIn(clientOf(route), id, 'done')
          expect(proxy.hasPassed()).toBe(true)
          expect(after.interventions).toMatchObject([{ status: 'approved' }])
          expect(ran.filter((one) => one.startsWith(`${id} `))).toEqual([`${id} a approved`])
          const other = { conversationId: id, requestId: 'req_other', toolCallIds: ['call'] }
          const claims = createClaims({ store: createPostgresStore(pool) })
          expect(await claims.claim(other)).toMatchObject({ outcome: 'lost', requestId: `req_${id}` })
        }
        await round('whole', undefined)
        const places = proxy.places()
        expect(places.length).toBeGreaterThan(20)
        for (const cut of places) await round(`${cut.of}-${cut.bytes}`, cut)
        await expect.poll(leasesLeft).toBe(0)
      },
    )
  })
} else describe.skip('the route over PostgreSQL with cuts: not installed', () => undefined)
