import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchApart } from '../../src/gateway/fetchApart.ts'

const part = { name: 'part' }
const broken = new TypeError('Failed to fetch dynamically imported module')

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a part that is fetched apart', () => {
  it('is fetched once, for however many ask', async () => {
    const load = vi.fn(async () => part)
    const fetchPart = fetchApart(load)
    expect(await Promise.all([fetchPart(), fetchPart()])).toEqual([part, part])
    expect(await fetchPart()).toBe(part)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('is on its way in a page before anybody asks, and nowhere else', async () => {
    const load = vi.fn(async () => part)
    fetchApart(load)
    expect(load).not.toHaveBeenCalled()
    vi.stubGlobal('document', {})
    const fetchPart = fetchApart(load)
    expect(load).toHaveBeenCalledTimes(1)
    await fetchPart()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('says not_loaded where it does not come within 10 s', async () => {
    vi.useFakeTimers()
    const fetchPart = fetchApart(vi.fn(async () => part).mockReturnValueOnce(new Promise(() => undefined)))
    const fetched = fetchPart().catch((thrown: unknown) => thrown)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await fetched).toMatchObject({ code: 'not_loaded', applied: 'no' })
    expect(await fetchPart()).toBe(part)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('says not_loaded to all who asked, and is fetched anew for whoever asks next', async () => {
    const load = vi.fn(async () => part).mockRejectedValueOnce(broken)
    const fetchPart = fetchApart(load)
    const failure = { code: 'not_loaded', applied: 'no', cause: broken }
    const asked = [fetchPart(), fetchPart()]
    await Promise.all(asked.map((one) => expect(one).rejects.toMatchObject(failure)))
    expect(await fetchPart()).toBe(part)
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('is no unhandled rejection where a page could not fetch it and nobody has asked', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    vi.stubGlobal('document', {})
    const load = vi.fn(async () => part).mockRejectedValueOnce(broken)
    const fetchPart = fetchApart(load)
    await new Promise((resolve) => setTimeout(resolve))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
    expect(await fetchPart()).toBe(part)
  })
})
