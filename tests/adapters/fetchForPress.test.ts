import { describe, expect, it, vi } from 'vitest'
import { fetchForPress } from '../../src/adapters/fetchForPress.ts'

const part = { name: 'part' }
const failure = { code: 'not_loaded', applied: 'no' }

describe('a press that waits for its part', () => {
  it('waits no longer than its signal, and the next one gets what came meanwhile', async () => {
    let arrive = (_part: typeof part): void => undefined
    const load = vi.fn(() => new Promise<typeof part>((resolve) => (arrive = resolve)))
    const fetchPart = fetchForPress(load)
    const timeLimit = new AbortController()
    const pressed = fetchPart(timeLimit.signal)
    const reason = new Error('too long')
    timeLimit.abort(reason)
    await expect(pressed).rejects.toMatchObject({ ...failure, cause: reason })
    arrive(part)
    expect(await fetchPart(new AbortController().signal)).toBe(part)
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('does not go on once it was given up, though the part is there', async () => {
    const fetchPart = fetchForPress(async () => part)
    await fetchPart(new AbortController().signal)
    await expect(fetchPart(AbortSignal.abort())).rejects.toMatchObject(failure)
  })

  it('fails where the part cannot be had, and the next one tries again', async () => {
    const load = vi.fn(async () => part).mockRejectedValueOnce(new TypeError('404'))
    const fetchPart = fetchForPress(load)
    const { signal } = new AbortController()
    await expect(fetchPart(signal)).rejects.toMatchObject(failure)
    expect(await fetchPart(signal)).toBe(part)
  })
})
