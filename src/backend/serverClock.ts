import type { HttpAccess } from '../gateway/send.ts'

/** The clock of a server, as far as its answers tell of it; all times of a conversation are its times. */
export interface ServerClock {
  now(): number
  /** The server told of this time, which is not yet to come. */
  saw(at: number): void
  /** The server read its clock between `sentAt`, of this page, and now. `withinMs`: what was cut off. */
  heard(at: number, sentAt: number, withinMs?: number): void
}

const day = 24 * 60 * 60 * 1_000

export function createServerClock(): ServerClock {
  // The least and the most that the server can be ahead of this page.
  let [least, most] = [-Infinity, Infinity]
  return {
    now: () => Date.now() + Math.min(Math.max(0, least), most),
    saw: (at) => {
      const ahead = at - Date.now()
      // A connection is refused long before a clock is wrong by this much, so it is no time of now.
      if (!(ahead < day)) return
      least = Math.max(least, ahead)
      // One of both clocks was set anew.
      if (least > most) most = Infinity
    },
    heard: (at, sentAt, withinMs = 0) => {
      const [low, high] = [at - Date.now(), at + withinMs - sentAt]
      const isAnew = low > most || high < least
      least = isAnew ? low : Math.max(least, low)
      most = isAnew ? high : Math.min(most, high)
    },
  }
}

/** The same access, whose answers set the clock. Of another origin a page can read no `Date`, unless the server exposes it. */
export function clocked<Access extends HttpAccess>(access: Access, clock: ServerClock): Access {
  return {
    ...access,
    fetch: async (...request: Parameters<typeof fetch>) => {
      const sentAt = Date.now()
      const response = await (access.fetch ?? globalThis.fetch)(...request)
      const at = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(at)) clock.heard(at, sentAt, 999)
      return response
    },
  }
}
