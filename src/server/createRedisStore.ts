import type { Store } from './Store.ts'

/** Sends one command to Redis, and resolves with its answer. */
export type RedisCommand = (command: string[]) => Promise<unknown>

// One key, so that it runs on a cluster too.
const swap = `
local kept = redis.call('GET', KEYS[1])
if ARGV[1] == '' and kept or ARGV[1] ~= '' and kept ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
return 1`

/**
 * Creates a store in Redis, or in a server with its protocol, for several machines. Switch persistence on, because a
 * claim that Redis forgets can be made again. `prefix` begins every key, `intervention-bar:` by default.
 *
 * @example
 * createRedisStore((command) => client.sendCommand(command)) // node-redis
 * createRedisStore(([name, ...rest]) => client.call(name, ...rest)) // ioredis
 */
export function createRedisStore(
  send: RedisCommand,
  { prefix = 'intervention-bar:' }: { readonly prefix?: string } = {},
): Store {
  return {
    read: async (key) => {
      const found = await send(['GET', prefix + key])
      return typeof found === 'string' ? found : undefined
    },
    swap: async (key, from, to, ttlMs) => {
      const known = from === undefined ? ['', ''] : ['known', from]
      const life = String(Math.min(Math.max(1, Math.ceil(ttlMs)), 1e13))
      return Number(await send(['EVAL', swap, '1', prefix + key, ...known, to, life])) === 1
    },
  }
}
