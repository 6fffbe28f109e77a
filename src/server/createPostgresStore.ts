import type { Store } from './Store.ts'

/** The part of a PostgreSQL client that is used, such as a `Pool` of `pg`. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}

/** A store in PostgreSQL, with the maintenance of its table. */
export interface PostgresStore extends Store {
  /**
   * Creates the table unless it is there. For a migration, or the start of a single server: if two begin at the same moment,
   * PostgreSQL may refuse one of them with an error.
   */
  install(): Promise<void>
  /** Deletes expired entries, which are not read but take space. Once a day is enough. */
  prune(): Promise<void>
}

const longestMs = 1e13

/** Under the stricter isolation levels the loser of a race gets an error, and has written nothing. */
function falseIfLost(thrown: unknown): false {
  const { code } = thrown as { readonly code?: unknown }
  if (code === '40001' || code === '40P01') return false
  throw thrown
}

/**
 * Creates a store in one table of PostgreSQL, for several machines. Every write is one statement, so any kind of pool
 * works. `table` is the name of the table, `intervention_bar` by default.
 *
 * @example
 * const store = createPostgresStore(new Pool({ connectionString }))
 * await store.install()
 */
export function createPostgresStore(
  client: PostgresClient,
  { table = 'intervention_bar' }: { readonly table?: string } = {},
): PostgresStore {
  if (!/^[a-z_][a-z0-9_.]*$/.test(table)) throw new TypeError(`"${table}" is no name of a table.`)
  const lives = 'expires_at > clock_timestamp()'
  const end = (index: number): string => `clock_timestamp() + $${index} * interval '1 millisecond'`
  return {
    install: async () => {
      await client.query(
        `create table if not exists ${table} (key text primary key, value text not null, expires_at timestamptz not null)`,
      )
    },
    prune: async () => {
      await client.query(`delete from ${table} where not (${lives})`)
    },
    read: async (key) => {
      const { rows } = await client.query(`select value from ${table} where key = $1 and ${lives}`, [key])
      // SAFETY: the column is `text not null`.
      return (rows[0] as { readonly value: string } | undefined)?.value
    },
    swap: async (key, from, to, ttlMs) => {
      const life = Math.min(ttlMs, longestMs)
      const swapped =
        from === undefined
          ? client.query(
              `insert into ${table} as kept (key, value, expires_at) values ($1, $2, ${end(3)})
               on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at
               where not (kept.${lives}) returning 1`,
              [key, to, life],
            )
          : client.query(
              `update ${table} set value = $3, expires_at = ${end(4)}
               where key = $1 and value = $2 and ${lives} returning 1`,
              [key, from, to, life],
            )
      return swapped.then(({ rows }) => rows.length > 0, falseIfLost)
    },
  }
}
