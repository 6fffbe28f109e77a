import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteCell, type Scenario } from './support/cells.ts'
import { countExecutions } from './support/fileTool.ts'
import {
  type LangGraphBackend,
  type LangGraphRoom,
  name,
  startLangGraph,
} from './support/langGraphBackend.ts'
import { openPage, type Page } from './support/pages.ts'

const approved = { decision: 'approved' } as const

describe('questions of a LangGraph server', () => {
  const root = mkdtempSync(join(tmpdir(), 'intervention-bar-questions-'))
  let backend: LangGraphBackend
  let rooms = 0

  beforeAll(async () => {
    backend = await startLangGraph(root)
  })
  afterAll(async () => {
    await backend?.close()
    rmSync(root, { recursive: true, force: true })
  })

  async function open(
    graph: 'agent' | 'twice' | 'asks' | 'team' | 'nested',
  ): Promise<{ folder: string; room: LangGraphRoom; page: Page }> {
    const folder = join(root, `room-${(rooms += 1)}`)
    mkdirSync(folder)
    const room = await backend.open(folder, graph)
    return { folder, room, page: await openPage(room) }
  }
  function note(scenario: Scenario, folder: string, room: LangGraphRoom): void {
    const counted = { executions: countExecutions(folder), requests: room.requests() }
    noteCell({ backend: name, scenario, counted })
  }

  it('number: sends the digits that were typed', async () => {
    const { folder, room, page } = await open('agent')
    await room.say('write a')
    const cards = await page.waiting(1)
    const argsText = cards[0]!.argsText!.replace('{', '{"user_id":1192837465019283746,')
    await page.resume(cards, [{ ...approved, argsText }])
    expect(room.sent[0]).toContain(`"args":${argsText}`)
    await expect.poll(() => countExecutions(folder)).toBe(1)
    await page.settled(cards)
  })

  it('answers: a text, a form and a tool that only a person can answer get what the person wrote', async () => {
    const { folder, room, page } = await open('asks')
    await room.say('write a')
    const [text] = await page.waiting(1)
    expect(text).toMatchObject({ tool: null, question: { kind: 'text', message: 'How old are you?' } })
    await page.resume([text!], [{ decision: 'answered', answerText: '"42",\n\u202e or so' }])
    await expect.poll(async () => (await page.waiting(1))[0]?.tool).toMatchObject({ name: 'ask_person' })
    const [respond] = await page.waiting(1)
    expect(respond).toMatchObject({ question: { message: 'Where to?' }, decisions: ['rejected', 'answered'] })
    await page.resume([respond!], [{ decision: 'answered', answerText: 'To Rome.' }])
    await expect.poll(async () => (await page.waiting(1))[0]?.question?.kind).toBe('form')
    const [form] = await page.waiting(1)
    expect(form).toMatchObject({
      argsText: '{"question":"Which seat?","row":12}',
      question: { message: 'Which seat?' },
    })
    await page.resume([form!], [{ decision: 'answered', answerText: '{"seat":"12b"}' }])
    expect(await page.settled([text!, respond!, form!])).toMatchObject([
      { status: 'answered', resolution: { answerText: '"42",\n\u202e or so' } },
      { status: 'answered', resolution: { answerText: 'To Rome.' } },
      { status: 'answered', resolution: { answerText: '{"seat":"12b"}' } },
    ])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('"42",\n\u202e or so respond To Rome. 12b')
    note('answer', folder, room)
  })

  it('agent: a graph within the graph is named as the one that asks', async () => {
    const { folder, room, page } = await open('nested')
    await room.say('write a')
    const cards = await page.waiting(1)
    expect(cards).toMatchObject([{ agent: { name: 'researcher', relation: 'sub_agent', path: [] } }])
    await page.resume(cards, [approved])
    await expect.poll(() => readdirSync(folder)).toEqual(['a.txt'])
    await page.settled(cards)
    note('agent', folder, room)
  })

  it('two questions: a node that asks twice is answered twice, and each answer is told', async () => {
    const { folder, room, page } = await open('twice')
    await room.say('write a b')
    const [first] = await page.waiting(1)
    expect(first!.argsText).toContain('a.txt')
    expect(await page.resume([first!], [approved])).toMatchObject({ outcome: 'accepted' })
    await expect.poll(async () => (await page.waiting(1))[0]?.argsText).toContain('b.txt')
    const [second] = await page.waiting(1)
    expect(await page.settled([first!])).toMatchObject([{ status: 'approved' }])
    expect(second!.toolCallId).not.toBe(first!.toolCallId)
    // The server would give a second answer to the first question to the second one.
    expect(await page.resume([first!], [approved])).toMatchObject({ outcome: 'already_resolved' })
    expect(readdirSync(folder)).toEqual([])
    const other = await openPage(room)
    expect((await other.waiting(1)).map((card) => [card.toolCallId, card.revision])).toEqual([
      [second!.toolCallId, second!.revision],
    ])
    expect(await page.resume([second!], [approved])).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['a.txt', 'b.txt'])
    expect(await page.settled([first!, second!])).toMatchObject([
      { status: 'approved' },
      { status: 'approved' },
    ])
    note('two questions', folder, room)
  })

  it('two questions: the second one can be rejected, and the run stopped', async () => {
    const { folder, room, page } = await open('twice')
    await room.say('write a b')
    await page.resume(await page.waiting(1), [approved])
    await expect.poll(async () => (await page.waiting(1))[0]?.argsText).toContain('b.txt')
    const second = await page.waiting(1)
    expect(await page.resume(second, [{ decision: 'rejected' }])).toMatchObject({ outcome: 'accepted' })
    expect(await page.settled(second)).toMatchObject([{ status: 'rejected' }])
    expect(readdirSync(folder)).toEqual([])
  })

  it('sub-agents at once: the second decision is taken when the first run ends', async () => {
    const { folder, room, page } = await open('team')
    await room.say('write a b')
    const [first, second] = await page.waiting(2)
    const [one, two] = await Promise.all([
      page.resume([first!], [approved]),
      page.resume([second!], [approved], 'req_second'),
    ])
    expect([one.outcome, two.outcome]).toEqual(['accepted', 'accepted'])
    await expect.poll(() => readdirSync(folder).toSorted()).toEqual(['a.txt', 'b.txt'])
    expect(await page.settled([first!, second!])).toMatchObject([
      { status: 'approved' },
      { status: 'approved' },
    ])
    expect(countExecutions(folder)).toBe(2)
    expect(room.requests()).toBeGreaterThan(2)
    // Each press counts once, however often the server was asked.
    const ids = room.sent.map((body) => /"intervention_request_id":"([^"]+)"/.exec(body)?.[1])
    noteCell({
      backend: name,
      scenario: 'sub-agents at once',
      counted: { executions: countExecutions(folder), requests: new Set(ids).size },
    })
  })

  it('sub-agents at once: one of them can be rejected while the other runs', async () => {
    const { folder, room, page } = await open('team')
    await room.say('write a b')
    const [first, second] = await page.waiting(2)
    await page.resume([first!], [approved])
    const rejection = { decision: 'rejected_continue', reason: 'Not that file.' } as const
    expect(await page.resume([second!], [rejection])).toMatchObject({ outcome: 'accepted' })
    expect(await page.settled([first!, second!])).toMatchObject([
      { status: 'approved' },
      { status: 'rejected_continue' },
    ])
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })
})
