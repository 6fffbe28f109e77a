import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Room } from '../support/Backend.ts'
import { countExecutions } from '../support/fileTool.ts'
import { openPage, type Page } from '../support/pages.ts'
import { routeOffers } from '../support/routeBackend.ts'
import { type OpencodeBackend, startOpencodeBackend } from './support/opencodeBackend.ts'
import { findOpencode } from './support/opencodeBinary.ts'

const binary = findOpencode()

describe.skipIf(binary === undefined)('a waiting call in opencode', () => {
  let root: string
  let backend: OpencodeBackend
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'intervention-bar-opencode-'))
    backend = await startOpencodeBackend(binary!, { name: 'opencode', offers: routeOffers }, root)
  })
  afterAll(async () => {
    await backend?.close()
    rmSync(root, { recursive: true, force: true })
  })
  async function enter(name: string): Promise<{ folder: string; room: Room; page: Page }> {
    const folder = join(root, name)
    mkdirSync(folder)
    const room = await backend.open(folder)
    return { folder, room, page: await openPage(room) }
  }

  it('is rejected with the first rejection of its batch, and does not run', async () => {
    const { folder, room, page } = await enter('rejected')
    await room.say('write a b c')
    const cards = await page.waiting(3)
    await page.resume(cards.slice(1, 2), [{ decision: 'rejected_continue', reason: 'Not that file.' }])
    const settled = await page.settled(cards)
    expect(settled.map((card) => card?.status)).toEqual(['withdrawn', 'rejected_continue', 'withdrawn'])
    expect([countExecutions(folder), readdirSync(folder)]).toEqual([0, []])
  })

  it('is lost with its process: a decision on it fails and runs nothing, and the conversation continues', async () => {
    const { folder, room, page } = await enter('lost')
    await room.say('write a')
    const cards = await page.waiting(1)
    await backend.restart()
    expect(await page.resume(cards, [{ decision: 'approved' }])).toMatchObject({ outcome: 'accepted' })
    await page.settled(cards)
    const { operations } = await page.read()
    expect(operations.at(-1)).toMatchObject({ status: 'error', error: { code: 'agent_failed' } })
    expect(countExecutions(folder)).toBe(0)

    await room.say('write b')
    const next = await page.waiting(1)
    await page.resume(next, [{ decision: 'approved' }])
    expect(await page.settled(next)).toMatchObject([{ status: 'approved' }])
    expect(readdirSync(folder)).toEqual(['b.txt'])
  })
})
