import { createMemoryStore } from 'intervention-bar/server'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { describeStore } from '../support/storeContract.ts'

const store = createMemoryStore()
describeStore('memory', () => ({ store, other: store }))

describe('the memory store', () => {
  it('does not grow with expired entries that are never read again', async () => {
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc') as () => void
    const own = createMemoryStore()
    gc()
    const before = process.memoryUsage().heapUsed
    for (let index = 0; index < 20_000; index += 1) {
      await own.swap(
        `lease:${index}`,
        undefined,
        JSON.stringify(Array.from({ length: 200 }, Math.random)),
        -1,
      )
    }
    gc()
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000)
    expect(await own.read('lease:0')).toBeUndefined()
  })
})
