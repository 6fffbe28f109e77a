import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FollowSignal, GatewayClient, GatewayEvent } from 'intervention-bar/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Room } from './support/Backend.ts'
import { countExecutions, type FileTool, startFileTool } from './support/fileTool.ts'
import { type LobeHubBackend, startLobeHubBackend } from './support/lobeHubBackend.ts'
import type { LobeHubSetup } from './support/lobeHubServer.ts'
import { openPage, type Page } from './support/pages.ts'

const approved = { decision: 'approved' } as const
const continued = { decision: 'rejected_continue', reason: 'Not that file.' } as const
const patience = { timeout: 10_000, interval: 20 }
type Item = GatewayEvent | FollowSignal

const root = mkdtempSync(join(tmpdir(), 'intervention-bar-lobehub-'))
let tool: FileTool
let count = 0
beforeAll(async () => {
  tool = await startFileTool(root)
})
afterAll(async () => {
  await tool.close()
  rmSync(root, { recursive: true, force: true })
})

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

interface Started {
  readonly backend: LobeHubBackend
  readonly room: Room
  readonly page: Page
  readonly folder: string
}

async function start(era: LobeHubSetup['era'], text: string): Promise<Started> {
  count += 1
  const folder = join(root, `room-${count}`)
  mkdirSync(folder)
  const backend = await startLobeHubBackend(tool, { file: `${folder}.json`, era })
  closing.push(backend.close)
  const room = backend.open(folder)
  const page = await openPage(room)
  await room.say(text)
  return { backend, room, page, folder }
}

/** Follows a conversation into a list, as the kit does. */
function follow(gateway: GatewayClient, conversationId: string): Item[] {
  const end = new AbortController()
  const items: Item[] = []
  closing.push(() => end.abort())
  void (async () => {
    const options = { after: null, signal: end.signal }
    for await (const item of gateway.followConversation!(conversationId, options)) items.push(item)
  })()
  return items
}
const named = (items: readonly Item[], type: string): readonly Item[] =>
  items.filter((item) => item.type === type)
const isLive = (items: readonly Item[]): boolean => {
  const last = items.findLast((item) => item.type === 'connection')
  return last?.type === 'connection' && last.status === 'live'
}

/** A tool that is under way until it is let go. */
function gate(): { readonly until: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined
  const until = new Promise<void>((resolve) => {
    open = resolve
  })
  return { until, open }
}

describe('a run of LobeHub', () => {
  it('is streamed from the decision to its end', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    const answer = await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length, patience).toBe(1)
    held.open()
    const end = { type: 'agent_runtime_end', data: { reason: 'done' } }
    await expect.poll(() => items, patience).toContainEqual(expect.objectContaining(end))
    const operationId = 'operationId' in answer ? answer.operationId : undefined
    const events = items.filter((item) => 'operationId' in item)
    expect(new Set(events.map((event) => event.operationId))).toEqual(new Set([operationId]))
    expect(events.map((event) => event.type)).toEqual([
      'agent_runtime_init',
      'tool_start',
      'tool_end',
      'stream_start',
      'stream_chunk',
      'stream_end',
      'unknown',
      'agent_runtime_end',
    ])
  })

  it('reports a park, and the waiting calls are read', async () => {
    const { backend, room, page } = await start('claims', 'write a b')
    const held = gate()
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    const cards = await page.waiting(2)
    await page.resume(cards.slice(0, 1), [approved])
    await expect.poll(() => named(items, 'tool_start').length, patience).toBe(1)
    held.open()
    const park = { type: 'agent_runtime_end', data: { reason: 'waiting_for_human' } }
    await expect.poll(() => items, patience).toContainEqual(expect.objectContaining(park))
    expect(await page.waiting(1)).toMatchObject([{ toolCallId: cards[1]!.toolCallId }])
  })

  it('continues from its last event when the socket breaks, without loss', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length, patience).toBe(1)
    backend.server().sockets.drop()
    await expect.poll(() => items.at(-1), patience).toEqual({ type: 'connection', status: 'live' })
    held.open()
    await expect.poll(() => named(items, 'agent_runtime_end').length, patience).toBe(1)
    expect(named(items, 'tool_start')).toHaveLength(1)
    expect(named(items, 'tool_end')).toHaveLength(1)
  })

  it('is still running after the stream fell silent, until the server ends it', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    closing.push(held.open)
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    const answer = await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length, patience).toBe(1)
    // The streamed events are lost with the process, so there is nothing to replay.
    await backend.restart()
    const isLiveAgain = (): boolean => named(items, 'connection').length > 1 && isLive(items)
    await expect.poll(isLiveAgain, patience).toBe(true)
    expect(named(items, 'agent_runtime_end')).toEqual([])
    const id = 'operationId' in answer ? answer.operationId : undefined
    const operations = async (): Promise<unknown> => (await page.read().catch(() => undefined))?.operations
    await expect.poll(operations, patience).toContainEqual(expect.objectContaining({ id, status: 'running' }))
  })

  it('is streamed with a fresh token if the first one has expired', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const { sockets } = backend.server()
    const fresh = sockets.issue.bind(sockets)
    let issued = 0
    Object.assign(sockets, {
      issue: () => {
        issued += 1
        return fresh(issued === 1 ? -1 : undefined)
      },
    })
    const held = gate()
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length, patience).toBe(1)
    held.open()
    await expect.poll(() => named(items, 'agent_runtime_end').length, patience).toBe(1)
    expect(issued).toBeGreaterThanOrEqual(2)
  })

  it('is found by another page that did not see the decision', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    backend.holdTool(held.until)
    const other = await openPage(room)
    const items = follow(backend.connect({ pollMs: 20 }), room.conversationId)
    await expect.poll(() => isLive(items), patience).toBe(true)
    await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length, patience).toBe(1)
    expect((await other.read()).operations).toMatchObject([{ status: 'running' }])
    held.open()
    await expect.poll(() => named(items, 'agent_runtime_end').length, patience).toBe(1)
  })

  it('can be stopped while it runs', async () => {
    const { backend, room, page, folder } = await start('claims', 'write a b')
    const held = gate()
    backend.holdTool(held.until)
    const answer = await page.resume(await page.waiting(2), [approved, approved])
    const operationId = 'operationId' in answer ? (answer.operationId ?? '') : ''
    const stop = { conversationId: room.conversationId, operationId, requestId: 'req_stop' }
    const { signal } = new AbortController()
    expect(await page.gateway.stop!(stop, { signal })).toEqual({ outcome: 'stopped' })
    held.open()
    await expect.poll(() => readdirSync(folder), patience).toEqual(['a.txt'])
    expect(await page.gateway.stop!(stop, { signal })).toEqual({ outcome: 'already_ended' })
    expect((await page.read()).operations).toContainEqual(
      expect.objectContaining({ id: operationId, status: 'interrupted' }),
    )
    expect(room.turns()).toBe(1)
  })
})

describe('a LobeHub server without claims', () => {
  it.each(['plain', 'sealed'] as const)('is resumed with the exec call (%s)', async (era) => {
    const { backend, page, folder } = await start(era, 'write a b c')
    const cards = await page.waiting(3)
    expect(cards.map((card) => [card.editable, card.remember])).toEqual(cards.map(() => [false, []]))
    await page.resume(cards.slice(0, 1), [approved])
    await page.waiting(2)
    await page.settled(cards)
    await page.resume(cards.slice(1), [continued, approved])
    await page.settled(cards)
    const started = backend.sent.filter((one) => one.procedure === 'aiAgent.execAgent')
    expect(started.map(({ input }) => [input['resumeApproval'], input['resumeApprovals']])).toMatchObject([
      [{ decision: 'approved', toolCallId: cards[0]!.toolCallId }, undefined],
      [
        undefined,
        [
          {
            decision: 'rejected_continue',
            rejectionReason: 'Not that file.',
            toolCallId: cards[1]!.toolCallId,
          },
          { decision: 'approved', toolCallId: cards[2]!.toolCallId },
        ],
      ],
    ])
    expect(readdirSync(folder).toSorted()).toEqual(['a.txt', 'c.txt'])
  })

  it.each(['plain', 'sealed'] as const)('runs a tool once if two pages press at once (%s)', async (era) => {
    const { room, page, folder } = await start(era, 'write a')
    const other = await openPage(room)
    const [cards, same] = [await page.waiting(1), await other.waiting(1)]
    const answers = await Promise.all([page.resume(cards, [approved]), other.resume(same, [approved])])
    await page.settled(cards)
    expect(answers.map((answer) => answer.outcome).toSorted()).toEqual(['accepted', 'already_resolved'])
    expect(countExecutions(folder)).toBe(1)
  })

  it('offers no stop if it has no batches', async () => {
    const { page } = await start('plain', 'write a')
    expect(page.gateway.stop).toBeUndefined()
  })

  it('ends a batch once, however often it is asked to', async () => {
    const { room, page, folder } = await start('sealed', 'write a b')
    const [card] = await page.waiting(2)
    const { operationId } = card!
    const stop = { conversationId: room.conversationId, operationId, requestId: 'req_stop' }
    const { signal } = new AbortController()
    const twice = [page.gateway.stop!(stop, { signal }), page.gateway.stop!(stop, { signal })]
    const outcomes = (await Promise.all(twice)).map((answer) => answer.outcome)
    expect(outcomes.toSorted()).toEqual(['already_ended', 'stopped'])
    expect(await page.waiting(0)).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})
