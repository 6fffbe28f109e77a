import type { Store } from 'intervention-bar/server'
import { createClaims } from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'

let keys = 0
const newKey = (): string => `key-${process.pid}-${Date.now()}-${(keys += 1)}`

/** The contract of every store, and of claims in it. `other` is another machine's view of the same store. */
export function describeStore(name: string, open: () => { store: Store; other: Store }): void {
  describe(`the store in ${name}`, () => {
    it('keeps a text, and changes it only if the caller knows its old value', async () => {
      const { store, other } = open()
      const key = newKey()
      expect(await store.read(key)).toBeUndefined()
      expect(await store.swap(key, undefined, 'one', 60_000)).toBe(true)
      expect(await other.read(key)).toBe('one')
      expect(await other.swap(key, undefined, 'two', 60_000)).toBe(false)
      expect(await other.swap(key, 'zero', 'two', 60_000)).toBe(false)
      expect(await other.swap(key, 'one', 'two', 60_000)).toBe(true)
      expect(await store.read(key)).toBe('two')
    })

    it('lets one of many concurrent writers win', async () => {
      const { store, other } = open()
      const key = newKey()
      const swaps = Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? store : other).swap(key, undefined, String(index), 60_000),
      )
      expect((await Promise.all(swaps)).filter(Boolean)).toHaveLength(1)
    })

    it('forgets a text after its life', async () => {
      const { store } = open()
      const key = newKey()
      await store.swap(key, undefined, 'brief', 40)
      await expect.poll(() => store.read(key)).toBeUndefined()
      expect(await store.swap(key, 'brief', 'next', 60_000)).toBe(false)
      expect(await store.swap(key, undefined, 'next', 60_000)).toBe(true)
    })

    it('keeps any text byte for byte', async () => {
      const { store } = open()
      const key = `${newKey()}:'";ü%`
      const text = `{"a":"\\u0007 'quoted' \u{1F600}"}`.repeat(2_000)
      await store.swap(key, undefined, text, 60_000)
      expect(await store.read(key)).toBe(text)
      expect(await store.swap(key, text, '', 60_000)).toBe(true)
      expect(await store.swap(key, '', 'after nothing', 60_000)).toBe(true)
    })

    describe('claims in it', () => {
      const claimOf = (conversationId: string, requestId: string, ...toolCallIds: string[]) => ({
        conversationId,
        requestId,
        toolCallIds,
      })

      it('let the first win, recognise a repeat, and tell a later one who was first', async () => {
        const { store, other } = open()
        const room = newKey()
        const [here, there] = [createClaims({ store }), createClaims({ store: other })]
        expect(await here.claim(claimOf(room, 'req_1', 'a'))).toEqual({ outcome: 'first' })
        expect(await there.claim(claimOf(room, 'req_1', 'a'))).toEqual({ outcome: 'repeated' })
        expect(await there.claim(claimOf(room, 'req_2', 'a'))).toMatchObject({
          outcome: 'lost',
          requestId: 'req_1',
        })
        expect(await there.claim(claimOf(`${room}-2`, 'req_2', 'a'))).toEqual({ outcome: 'first' })
      })

      it('are found again by a claim whose answer was lost, or that a driver sent twice', async () => {
        const { store } = open()
        const lost: Store = {
          read: (key) => store.read(key),
          swap: async (...given) => {
            if (await store.swap(...given)) throw new Error('The connection was cut.')
            return false
          },
        }
        const twice: Store = {
          read: (key) => store.read(key),
          swap: async (...given) => (await store.swap(...given)) && store.swap(...given),
        }
        for (const one of [lost, twice]) {
          const room = newKey()
          const claims = createClaims({ store: one })
          expect(await claims.claim(claimOf(room, 'req_1', 'a'))).toEqual({ outcome: 'first' })
          expect(await claims.claim(claimOf(room, 'req_1', 'a'))).toEqual({ outcome: 'repeated' })
          expect(await claims.claim(claimOf(room, 'req_2', 'a'))).toMatchObject({ outcome: 'lost' })
        }
      })

      it('take all calls or none', async () => {
        const { store } = open()
        const claims = createClaims({ store })
        const room = newKey()
        await claims.claim(claimOf(room, 'req_1', 'b'))
        expect(await claims.claim(claimOf(room, 'req_2', 'a', 'b', 'c'))).toMatchObject({ outcome: 'lost' })
        expect(await claims.claim(claimOf(room, 'req_3', 'a', 'c'))).toEqual({ outcome: 'first' })
      })

      it('have one winner among many concurrent requests on two machines', async () => {
        const { store, other } = open()
        const room = newKey()
        const claims = [createClaims({ store }), createClaims({ store: other })]
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            claims[index % 2]!.claim(claimOf(room, `req_${index}`, 'a')),
          ),
        )
        expect(answers.filter(({ outcome }) => outcome === 'first')).toHaveLength(1)
        expect(answers.filter(({ outcome }) => outcome === 'lost')).toHaveLength(19)
      })

      it('expire, and can be given back', async () => {
        const { store } = open()
        const room = newKey()
        const brief = createClaims({ store, ttlMs: 40 })
        await brief.claim(claimOf(room, 'req_1', 'a'))
        await expect.poll(async () => (await brief.claim(claimOf(room, 'req_2', 'a'))).outcome).toBe('first')
        const claims = createClaims({ store })
        await claims.claim(claimOf(room, 'req_3', 'z'))
        await claims.release(claimOf(room, 'req_4', 'z'))
        expect(await claims.claim(claimOf(room, 'req_5', 'z'))).toMatchObject({ outcome: 'lost' })
        await claims.release(claimOf(room, 'req_3', 'z'))
        expect(await claims.claim(claimOf(room, 'req_5', 'z'))).toEqual({ outcome: 'first' })
      })
    })
  })
}
