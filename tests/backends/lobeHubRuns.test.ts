import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FollowSignal, GatewayClient, GatewayEvent } from 'intervention-bar/core'
import { lobeHubOverHttp } from 'intervention-bar/adapters/lobehub'
import { alreadyResolved, createClaims, createMemoryStore } from 'intervention-bar/server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Room } from './support/Backend.ts'
import { countExecutions, type FileTool, startFileTool } from './support/fileTool.ts'
import { type LobeHubBackend, startLobeHubBackend } from './support/lobeHubBackend.ts'
import type { LobeHubSetup } from './support/lobeHubServer.ts'
import { openPage, type Page } from './support/pages.ts'
import { type ServedFetch, serveFetch } from './support/serveFetch.ts'

const approved = { decision: 'approved' } as const
const continued = { decision: 'rejected_continue', reason: 'Not that file.' } as const
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

/** A second run has parked, too. */
function isParkedAgain(operations: Readonly<Record<string, { readonly status: string }>>): boolean {
  return Object.values(operations).filter((one) => one.status === 'waiting_for_human').length === 2
}

/** A route of a host that claims the calls of each resume and hands everything on to LobeHub. */
function serveClaims(url: string): Promise<ServedFetch> {
  const claims = createClaims({ store: createMemoryStore() })
  return serveFetch(async (request) => {
    const { pathname, search } = new URL(request.url)
    const { method, headers } = request
    const body = method === 'POST' ? await request.text() : null
    const handOn = (): Promise<Response> => fetch(`${url}${pathname}${search}`, { method, headers, body })
    const requestId = headers.get('idempotency-key')
    if (body === null || requestId === null) return handOn()
    const { json } = JSON.parse(body) as { json: Resume }
    const toolCallIds = (json.resumeApprovals ?? [json.resumeApproval]).map((one) => one.toolCallId)
    const claim = { conversationId: json.appContext.topicId, toolCallIds, requestId }
    const { outcome } = await claims.claim(claim, { takeOverAfterMs: 60_000 })
    if (outcome !== 'first') return alreadyResolved()
    const answer = await handOn()
    if (!answer.ok) await claims.release(claim)
    return answer
  })
}

interface Resume {
  readonly appContext: { readonly topicId: string }
  readonly resumeApproval: { readonly toolCallId: string }
  readonly resumeApprovals?: readonly { readonly toolCallId: string }[]
}

describe('a run of LobeHub', () => {
  it('is streamed from the decision to its end', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    const answer = await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length).toBe(1)
    held.open()
    const end = { type: 'agent_runtime_end', data: { reason: 'done' } }
    await expect.poll(() => items).toContainEqual(expect.objectContaining(end))
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
    await expect.poll(() => named(items, 'tool_start').length).toBe(1)
    held.open()
    const park = { type: 'agent_runtime_end', data: { reason: 'waiting_for_human' } }
    await expect.poll(() => items).toContainEqual(expect.objectContaining(park))
    expect(await page.waiting(1)).toMatchObject([{ toolCallId: cards[1]!.toolCallId }])
  })

  it('continues from its last event when the socket breaks, without loss', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    backend.holdTool(held.until)
    const items = follow(page.gateway, room.conversationId)
    await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length).toBe(1)
    backend.server().sockets.drop()
    await expect.poll(() => items.at(-1)).toEqual({ type: 'connection', status: 'live' })
    held.open()
    await expect.poll(() => named(items, 'agent_runtime_end').length).toBe(1)
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
    await expect.poll(() => named(items, 'tool_start').length).toBe(1)
    // The streamed events are lost with the process, so there is nothing to replay.
    await backend.restart()
    const isLiveAgain = (): boolean => named(items, 'connection').length > 1 && isLive(items)
    await expect.poll(isLiveAgain).toBe(true)
    expect(named(items, 'agent_runtime_end')).toEqual([])
    const id = 'operationId' in answer ? answer.operationId : undefined
    const operations = async (): Promise<unknown> => (await page.read().catch(() => undefined))?.operations
    await expect.poll(operations).toContainEqual(expect.objectContaining({ id, status: 'running' }))
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
    await expect.poll(() => named(items, 'tool_start').length).toBe(1)
    held.open()
    await expect.poll(() => named(items, 'agent_runtime_end').length).toBe(1)
    expect(issued).toBeGreaterThanOrEqual(2)
  })

  it('is found by another page that did not see the decision', async () => {
    const { backend, room, page } = await start('claims', 'write a')
    const held = gate()
    backend.holdTool(held.until)
    const other = await openPage(room)
    const items = follow(backend.connect({ pollMs: 20 }), room.conversationId)
    await expect.poll(() => isLive(items)).toBe(true)
    await page.resume(await page.waiting(1), [approved])
    await expect.poll(() => named(items, 'tool_start').length).toBe(1)
    expect((await other.read()).operations).toMatchObject([{ status: 'running' }])
    held.open()
    await expect.poll(() => named(items, 'agent_runtime_end').length).toBe(1)
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
    await expect.poll(() => readdirSync(folder)).toEqual(['a.txt'])
    expect(await page.gateway.stop!(stop, { signal })).toEqual({ outcome: 'already_ended' })
    expect((await page.read()).operations).toContainEqual(
      expect.objectContaining({ id: operationId, status: 'interrupted' }),
    )
    expect(room.turns()).toBe(1)
  })
})

it.each(['plain', 'batch', 'sealed', 'claims'] as const)(
  'a run of LobeHub keeps its approval mode: what it asks for later is asked for (%s)',
  async (era) => {
    const { page, folder } = await start(era, 'write a then b')
    const first = await page.waiting(1)
    await page.resume(first, [approved])
    const [second] = await page.waiting(1)
    await page.settled(first)
    expect(second!.argsText).toContain('b.txt')
    expect(readdirSync(folder)).toEqual(['a.txt'])
    await page.resume([second!], [continued])
    await page.settled([second!])
    expect(readdirSync(folder)).toEqual(['a.txt'])
  },
)

it('a run of LobeHub goes on in the mode that the host gives', async () => {
  const { backend, page, room, folder } = await start('sealed', 'write a then b')
  const cards = await page.waiting(1)
  const { signal } = new AbortController()
  const gateway = backend.connect({ run: { userInterventionConfig: { approvalMode: 'headless' } } })
  const [{ toolCallId, revision, operationId }] = cards as [(typeof cards)[0]]
  const decisions = [{ toolCallId, revision, ...approved }] as const
  await gateway.resume(
    { conversationId: room.conversationId, operationId, requestId: 'req_1', decisions },
    { signal },
  )
  await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['a.txt', 'b.txt'])
  await page.settled(cards)
})

it('a decision of LobeHub on a call that is asked for again at that moment is taken', async () => {
  const { backend, page, folder } = await start('claims', 'write a b')
  const held = gate()
  backend.holdTool(held.until)
  const cards = await page.waiting(2)
  await page.resume(cards.slice(0, 1), [approved])
  // The first call runs, and the batch of the second one is about to be sealed again.
  const { sent } = backend
  backend.holdDecisions(() => {
    held.open()
    return expect.poll(() => backend.server().store.operations).toSatisfy(isParkedAgain)
  })
  expect(await page.resume(cards.slice(1), [approved])).toMatchObject({ outcome: 'accepted' })
  expect(new Set(sent.map(({ input }) => input['batchId'])).size).toBe(2)
  await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['a.txt', 'b.txt'])
  await page.settled(cards)
  expect(countExecutions(folder)).toBe(2)
})

describe('a LobeHub server without claims', () => {
  it.each(['batch', 'sealed'] as const)('is resumed with the exec call (%s)', async (era) => {
    const { backend, page, folder } = await start(era, 'write a b c')
    const cards = await page.waiting(3)
    expect(cards.map((card) => [card.editable, card.remember])).toEqual(cards.map(() => [false, []]))
    await page.resume(cards.slice(0, 1), [approved])
    await page.waiting(2)
    await page.settled(cards)
    const rest = [continued, era === 'batch' ? approved : continued] as const
    await page.resume(cards.slice(1), rest)
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
          { decision: rest[1].decision, toolCallId: cards[2]!.toolCallId },
        ],
      ],
    ])
    expect(readdirSync(folder).toSorted()).toEqual(era === 'batch' ? ['a.txt', 'c.txt'] : ['a.txt'])
  })

  it.each(['sealed', 'claims'] as const)('takes no two decisions at once (%s)', async (era) => {
    const { backend, page, folder } = await start(era, 'write a b')
    const cards = await page.waiting(2)
    const differing = page.resume(cards, [approved, continued])
    await expect(differing).rejects.toMatchObject({ code: 'unsupported', applied: 'no' })
    expect(backend.sent).toEqual([])
    await page.resume(cards.slice(0, 1), [approved])
    await page.resume(cards.slice(1), [continued])
    await page.settled(cards)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('is answered in order if it drops all but one decision, and several are sent nowhere', async () => {
    const { backend, page, folder } = await start('plain', 'write a b')
    const cards = await page.waiting(2)
    const pauses = (await page.read()).operations.map((one) => 'pause' in one && one.pause.answering)
    expect(pauses).toContain('in_order')
    const several = page.resume(cards, [continued, continued])
    await expect(several).rejects.toMatchObject({ code: 'unsupported', applied: 'no' })
    expect(backend.sent).toEqual([])
    expect(await page.waiting(2)).toHaveLength(2)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['plain', 2],
    ['batch', 2],
    ['sealed', 1],
  ] as const)(
    'runs a tool as often as it is told to if two pages press at once (%s: %i)',
    async (era, runs) => {
      const { room, page, folder } = await start(era, 'write a')
      const other = await openPage(room)
      const [cards, same] = [await page.waiting(1), await other.waiting(1)]
      room.together!(2)
      const answers = await Promise.all([page.resume(cards, [approved]), other.resume(same, [approved])])
      await expect.poll(() => countExecutions(folder)).toBe(runs)
      await page.settled(cards)
      const lost = runs === 1 ? 'already_resolved' : 'accepted'
      expect(answers.map((answer) => answer.outcome).toSorted()).toEqual(['accepted', lost])
    },
  )

  it('runs a tool once if a route with claims stands in front of it', async () => {
    const { backend, room, folder } = await start('plain', 'write a')
    const front = await serveClaims(backend.server().url)
    closing.push(front.close)
    const client = async (): Promise<GatewayClient> => {
      const call = lobeHubOverHttp({ url: front.url, headers: { 'X-API-Key': 'sk-lh-1' } })
      return backend.connect({ call })
    }
    const [page, other] = [await openPage({ ...room, client }), await openPage({ ...room, client })]
    const [cards, same] = [await page.waiting(1), await other.waiting(1)]
    const answers = await Promise.all([page.resume(cards, [approved]), other.resume(same, [approved])])
    await page.settled(cards)
    expect(countExecutions(folder)).toBe(1)
    expect(answers.map((answer) => answer.outcome).toSorted()).toEqual(['accepted', 'already_resolved'])
  })

  it.each(['plain', 'batch', 'sealed', 'claims'] as const)(
    'does not hear of its own decision as of another, if the answer is lost (%s)',
    async (era) => {
      const { backend, page, folder } = await start(era, 'write a')
      const cards = await page.waiting(1)
      backend.loseNext()
      expect(await page.resume(cards, [approved], 'req_1')).toMatchObject({ outcome: 'accepted' })
      const [card] = await page.settled(cards)
      expect(card).toMatchObject({ status: 'approved', resolution: { requestId: 'req_1' } })
      expect(countExecutions(folder)).toBe(1)
    },
  )

  it('does not know who asks with an Authorization header', async () => {
    const { backend, room } = await start('claims', 'write a')
    const call = lobeHubOverHttp({ url: backend.server().url, headers: { authorization: 'Bearer ana' } })
    const { signal } = new AbortController()
    const read = backend.connect({ call }).readConversation(room.conversationId, { signal })
    await expect(read).rejects.toMatchObject({ code: 'unauthenticated' })
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
