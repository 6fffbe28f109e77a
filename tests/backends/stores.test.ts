/* oxlint-disable vitest/no-conditional-tests, vitest/no-disabled-tests -- a server that is not installed is skipped, and said. */
import { createPostgresStore, createRedisStore, type Store } from 'intervention-bar/server'
import { Pool } from 'pg'
import { createClient } from 'redis'
import { afterAll, describe, expect, it } from 'vitest'
import { describeStore } from '../support/storeContract.ts'
import { startPostgres, startRedis } from './support/databases.ts'

const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])

if (postgres) {
  const connectionString = `postgres://postgres@127.0.0.1:${postgres.port}/postgres`
  const pools = [1, 2].map(() => new Pool({ connectionString }))
  // A connection that is still closing when the server stops is told so.
  for (const pool of pools) pool.on('error', () => undefined)
  const [store, other] = pools.map((pool) => createPostgresStore(pool))
  await Promise.all([store!.install(), other!.install()].map((one) => one.catch(() => store!.install())))
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await postgres.close()
  })
  describeStore('PostgreSQL', () => ({ store: store!, other: other! }))

  describe('the store in PostgreSQL', () => {
    it('deletes expired entries with prune()', async () => {
      await store!.swap('over', undefined, 'x', 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
      await store!.prune()
      const { rows } = await pools[0]!.query(`select 1 from intervention_bar where key = 'over'`)
      expect(rows).toEqual([])
    })
  })
} else describe.skip('the store in PostgreSQL: not installed', () => undefined)

if (redis) {
  const clients = [1, 2].map(() => createClient({ url: `redis://127.0.0.1:${redis.port}` }))
  await Promise.all(clients.map((client) => client.connect()))
  const [store, other] = clients.map((client): Store =>
    createRedisStore((command) => client.sendCommand(command)),
  )
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()))
    await redis.close()
  })
  describeStore('Redis', () => ({ store: store!, other: other! }))
} else describe.skip('the store in Redis: not installed', () => undefined)

it('prints the versions it was tested with', () => {
  expect([postgres ? 'PostgreSQL' : 'no PostgreSQL', redis ? 'Redis' : 'no Redis']).toHaveLength(2)
})
