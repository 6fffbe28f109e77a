import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GatewayError, type Pause, type PendingIntervention, type ResumeAnswer } from 'intervention-bar/core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Backend, Room } from './Backend.ts'
import { noteCell, type Scenario } from './cells.ts'
import { countExecutions, notesIn } from './fileTool.ts'
import { type Made, openPage, type Page } from './pages.ts'

const approved = { decision: 'approved' } as const
const continued = { decision: 'rejected_continue', reason: 'Not that file.' } as const
const stopped = { decision: 'rejected' } as const

/**
 * What every adapter promises, whatever is behind it. Each scenario counts how often the tool really ran, and looks at
 * the disk.
 *
 * @param start Starts the backend on a folder in which its tool may write.
 */
export function describeConformance(
  name: string,
  start: (folder: string) => Promise<Backend>,
  offers: Backend['offers'],
): void {
  describe(`the adapter for ${name}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'intervention-bar-backends-'))
    let backend: Backend
    let count = 0
    let folder: string
    let room: Room
    let page: Page

    beforeAll(async () => {
      backend = await start(root)
    })
    afterAll(async () => {
      await backend?.close()
      rmSync(root, { recursive: true, force: true })
    })

    const executions = (): number => countExecutions(folder)
    const files = (): readonly string[] => readdirSync(folder).toSorted()
    async function ask(text: string, calls = text.split(' ').length - 1): ReturnType<Page['waiting']> {
      count += 1
      folder = join(root, `room-${count}`)
      mkdirSync(folder)
      room = await backend.open(folder)
      page = await openPage(room)
      await room.say(text)
      return page.waiting(calls)
    }
    /** Answers all of them: in one resume, or one after the other. */
    async function answerAll(
      cards: readonly PendingIntervention[],
      decisions: readonly Made[],
    ): Promise<void> {
      const differ = new Set(decisions.map((made) => made.decision)).size > 1
      const goTogether = !offers.inOrder && !(offers.alike && differ)
      if (goTogether) return void (await page.resume(cards, decisions))
      for (const [index, card] of cards.entries()) {
        await page.settled(cards)
        await page.resume([card], decisions.slice(index))
      }
    }
    function note(scenario: Scenario, offered = true): void {
      if (offers.elsewhere?.includes(scenario)) return
      const counted = offered ? { executions: executions(), requests: room.requests() } : null
      noteCell({ backend: name, scenario, counted })
    }
    afterEach(() => {
      if (folder && existsSync(folder)) rmSync(folder, { recursive: true })
    })

    it('approve: runs the tool once, with the arguments that were shown', async () => {
      const cards = await ask('write a')
      expect(JSON.parse(cards[0]!.argsText!)).toEqual({ path: join(folder, 'a.txt'), content: 'This is a.' })
      expect(await page.resume(cards, [approved])).toMatchObject({ outcome: 'accepted' })
      await expect.poll(executions).toBe(1)
      expect(await page.settled(cards)).toMatchObject([{ status: 'approved' }])
      expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('This is a.')
      await expect.poll(() => room.turns()).toBe(2)
      note('approve')
    })

    it('reject and stop: leaves the disk untouched, and the agent does not continue', async () => {
      const cards = await ask('write a')
      expect(cards[0]!.decisions.includes('rejected')).toBe(offers.rejected)
      if (offers.rejected) {
        expect(await page.resume(cards, [stopped])).toMatchObject({ outcome: 'accepted' })
        expect(await page.settled(cards)).toMatchObject([{ status: 'rejected' }])
        expect([files(), room.turns()]).toEqual([[], 1])
        await room.say('hello')
        await expect.poll(() => room.turns()).toBe(2)
        await page.settled(cards)
      } else await expect(page.resume(cards, [stopped])).rejects.toMatchObject({ applied: 'no' })
      expect(executions()).toBe(0)
      note('reject and stop', offers.rejected)
    })

    it('reject and continue: leaves the disk untouched, and tells the agent why', async () => {
      const cards = await ask('write a')
      expect(await page.resume(cards, [continued])).toMatchObject({ outcome: 'accepted' })
      expect(await page.settled(cards)).toMatchObject([{ status: 'rejected_continue' }])
      await expect.poll(() => room.turns()).toBe(2)
      expect(cards[0]!.reason).toBe(offers.tells ? 'optional' : 'none')
      expect(room.told().includes('Not that file.')).toBe(offers.tells)
      expect([files(), executions()]).toEqual([[], 0])
      note('reject and continue')
    })

    it('edit: runs the edited arguments, or does not offer it', async () => {
      const cards = await ask('write a')
      const argsText = JSON.stringify({ path: join(folder, 'edited.txt'), content: 'As edited.' })
      expect(cards[0]!.editable).toBe(offers.edit)
      const answer = page.resume(cards, [{ ...approved, argsText }])
      if (offers.edit) {
        expect(await answer).toMatchObject({ outcome: 'accepted' })
        await page.settled(cards)
        await expect.poll(files).toEqual(['edited.txt'])
        expect(executions()).toBe(1)
      } else await expect(answer).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
      note('edit', offers.edit)
    })

    it('remember: a later call of the same tool runs unasked, or it is not offered', async () => {
      const cards = await ask('write a')
      const { remember } = offers
      expect(cards[0]!.remember.length > 0).toBe(remember !== undefined)
      if (remember) {
        await page.resume(cards, [{ ...approved, remember }])
        await page.settled(cards)
        await room.say('write b')
        await expect.poll(files).toEqual(['a.txt', 'b.txt'])
        expect((await page.read()).interventions.filter((card) => card.status === 'pending')).toEqual([])
      }
      note('remember', remember !== undefined)
    })

    it('answer: the agent gets what the person wrote, or does not ask', async () => {
      const { answers = false } = offers
      const [card] = await ask(answers ? 'ask Which day?' : 'write a', 1)
      expect(card!.decisions.includes('answered')).toBe(answers)
      if (answers) {
        expect(card).toMatchObject({ question: { kind: 'text', message: 'Which day?' } })
        await page.resume([card!], [{ decision: 'answered', answerText: 'On Friday, at 10.' }])
        expect(await page.settled([card!])).toMatchObject([{ status: 'answered' }])
        await expect.poll(() => room.told()).toContain('On Friday, at 10.')
      }
      expect(executions()).toBe(0)
      note('answer', answers)
    })

    it('note: an approval takes no words', async () => {
      const cards = await ask('write a')
      expect(cards[0]!.approvalNote).toBeUndefined()
      note('note', false)
    })

    it('batch: several alike go in one request, or one after the other', async () => {
      const cards = await ask('write a b c')
      const three = [approved, approved, approved]
      const answer = await page.resume(cards, three).catch(codeOf)
      await page.settled(cards)
      if (offers.inOrder) expect(answer).toMatch(/invalid|unsupported/)
      else await expect.poll(files).toEqual(['a.txt', 'b.txt', 'c.txt'])
      expect(executions()).toBe(offers.inOrder ? 0 : 3)
      note('batch', !offers.inOrder)
    })

    it('list: names what waits in every conversation, or does not', async () => {
      const { lists = false } = offers
      const [card] = await ask('write a')
      expect(page.gateway.listWaiting !== undefined).toBe(lists)
      if (page.gateway.listWaiting) {
        const { signal } = new AbortController()
        const { items } = await page.gateway.listWaiting({ signal })
        const { conversationId } = room
        expect(items).toContainEqual(
          expect.objectContaining({ conversationId, toolCallId: card!.toolCallId }),
        )
      }
      note('list', lists)
    })

    it('agent: says which agent asks, or names none', async () => {
      const { agents = false } = offers
      const cards = await ask(agents ? 'delegate a' : 'write a')
      if (agents) expect(cards).toMatchObject([{ agent: { name: 'researcher', path: [] } }])
      else expect(cards[0]!.agent).toBeUndefined()
      await page.resume(cards, [approved])
      await expect.poll(executions).toBe(1)
      await page.settled(cards)
      note('agent', agents)
    })

    it('stop: withdraws the waiting calls, and none of them runs', async () => {
      const cards = await ask('write a b')
      const { operationId } = cards[0]!
      const stop = { conversationId: room.conversationId, operationId, requestId: crypto.randomUUID() }
      const { signal } = new AbortController()
      expect(page.gateway.stop !== undefined).toBe(offers.stop)
      if (page.gateway.stop) {
        await page.gateway.stop(stop, { signal })
        const still = (await page.settled(cards)).filter((card) => card?.status === 'pending')
        expect(still).toEqual([])
        const late = await page.resume(cards, [approved, approved]).catch(codeOf)
        expect(late).toMatchObject({ outcome: 'gone' })
        const again = { ...stop, requestId: crypto.randomUUID() }
        expect(await page.gateway.stop(again, { signal })).toEqual({ outcome: 'already_ended' })
      }
      expect([files(), executions()]).toEqual([[], 0])
      note('stop', offers.stop)
    })

    it('twice: the same request gets the same answer, a later one is told that it lost', async () => {
      const cards = await ask('write a')
      const first = await page.resume(cards, [approved], 'req_1')
      expect(await page.resume(cards, [approved], 'req_1')).toEqual(first)
      await page.settled(cards)
      const late = await page.resume(cards, [approved], 'req_2')
      expect(late).toMatchObject({ outcome: 'already_resolved', interventions: [{ status: 'approved' }] })
      expect(await page.resume(cards, [stopped], 'req_1').catch(codeOf)).toBe('key_reused')
      await expect.poll(executions).toBe(1)
      note('twice')
    })

    it(`twice at once: two clients press once each, and the tool runs ${offers.twoAtOnce === 1 ? 'once' : 'twice: the host has to claim'}`, async () => {
      const cards = await ask('write a')
      const other = await openPage(room)
      const same = await other.waiting(1)
      if (offers.twoAtOnce === 2) room.together?.(2)
      const answers = await Promise.all([
        page.resume(cards, [approved]).catch(codeOf),
        other.resume(same, [approved]).catch(codeOf),
      ])
      await page.settled(cards)
      await other.settled(same)
      await expect.poll(executions).toBe(offers.twoAtOnce)
      expect(answers.filter((one) => isAccepted(one)).length).toBeGreaterThanOrEqual(1)
      note('twice at once')
    })

    it('partial: one of three is answered, the rest later, or all together', async () => {
      const cards = await ask('write a b c')
      const one = await page.resume(cards.slice(0, 1), [approved], 'req_1').catch(codeOf)
      if (offers.partial) {
        expect(one).toMatchObject({ outcome: 'accepted' })
        const rest = await page.waiting(2)
        expect(rest.map((card) => card.toolCallId)).toEqual(cards.slice(1).map((card) => card.toolCallId))
        await page.settled(cards)
        expect(room.turns()).toBe(1)
        await answerAll(rest, [approved, approved])
      } else {
        // Refused before it is sent, or by a server that takes all or none.
        expect([one, executions()]).toEqual(['invalid', 0])
        expect(room.requests()).toBeLessThanOrEqual(1)
        await page.resume(cards, [approved, approved, approved], 'req_2')
      }
      await expect.poll(files).toEqual(['a.txt', 'b.txt', 'c.txt'])
      await page.settled(cards)
      await expect.poll(() => room.turns()).toBe(2)
      expect(executions()).toBe(3)
      note('partial')
    })

    it('mixed: a rejected call does not run, and its effect on the others is shown before the press', async () => {
      const cards = await ask('write a b c')
      const { operations } = await page.read()
      const paused = operations.find((one) => one.status === 'waiting_for_human')
      expect(paused).toMatchObject({ pause: { siblings: siblingsOf(offers) } })
      await answerAll(cards, [approved, continued, approved])
      await page.settled(cards)
      await expect.poll(() => room.turns()).toBe(2)
      expect(files()).toEqual(offers.voids ? [] : ['a.txt', 'c.txt'])
      note('mixed')
    })

    it('wrong revision: shows the call again, and sends nothing', async () => {
      const cards = await ask('write a')
      const answer = await page.resume(cards, [{ ...approved, revision: 'what it was' }])
      expect(answer).toMatchObject({
        outcome: 'changed',
        interventions: [{ toolCallId: cards[0]!.toolCallId }],
      })
      expect(await page.waiting(1)).toHaveLength(1)
      expect(executions()).toBe(0)
      note('wrong revision')
    })

    it('restart while waiting: is decided afterwards', async () => {
      const cards = await ask('write a')
      if (room.restart) {
        await room.restart()
        const after = await openPage(room)
        const again = await after.waiting(1)
        expect(again.map((card) => [card.toolCallId, card.revision])).toEqual(
          cards.map((card) => [card.toolCallId, card.revision]),
        )
        await after.resume(again, [approved])
        await after.settled(again)
        await expect.poll(executions).toBe(1)
      }
      note('restart while waiting', room.restart !== undefined)
    })

    it('error during resume: says so, and the tool never runs more than once', async () => {
      const cards = await ask('write a')
      room.failNext()
      const failed = await page.resume(cards, [approved], 'req_1').catch((thrown: unknown) => thrown)
      expect(failed).toBeInstanceOf(GatewayError)
      expect(executions()).toBe(0)
      if (offers.retries) {
        const again = await page.waiting(1)
        expect(await page.resume(again, [approved], 'req_1')).toMatchObject({ outcome: 'accepted' })
        await page.settled(again)
        await expect.poll(executions).toBe(1)
      }
      note('error during resume')
    })

    it('superseded by a new message: the old call is gone, the new one can be decided', async () => {
      const cards = await ask('write a')
      if (offers.supersedes) {
        await room.say('write b')
        await expect.poll(async () => (await page.waiting(1))[0]?.argsText).toContain('b.txt')
        expect(await page.resume(cards, [approved])).toMatchObject({ outcome: 'gone' })
        await page.resume(await page.waiting(1), [approved])
        await expect.poll(files).toEqual(['b.txt'])
        await page.settled(cards)
        expect(executions()).toBe(1)
      }
      note('superseded', offers.supersedes)
    })

    it('slow tool: is accepted before it is done, runs, and is done with its result', async () => {
      const cards = await ask('write slow')
      const begin = Date.now()
      expect(await page.resume(cards, [approved])).toMatchObject({ outcome: 'accepted' })
      expect(Date.now() - begin).toBeLessThan(10_000)
      const { operations, interventions } = await page.read()
      expect(operations.at(-1)).toMatchObject({ status: 'running' })
      expect(interventions).toMatchObject([{ status: 'approved' }])
      expect(files()).toEqual([])
      expect(await page.settled(cards)).toMatchObject([{ status: 'approved' }])
      expect([files(), executions()]).toEqual([['slow.txt'], 1])
      note('slow tool')
    })

    /** Approves a call of the tool that keeps what it gets, and compares that with what was shown. */
    async function approveNote(input: string): Promise<string> {
      const cards = await ask(`note ${input}`, 1)
      const shown = cards[0]!.argsText!
      await page.resume(cards, [approved])
      await expect.poll(() => notesIn(folder)).toEqual([JSON.stringify(JSON.parse(shown))])
      await page.settled(cards)
      return shown
    }

    it.runIf(offers.notes)('number: is shown as the tool gets it', async () => {
      const input = '{"user_id":1192837465019283746}'
      const shown = await approveNote(input)
      expect(shown).toBe(offers.digits === false ? JSON.stringify(JSON.parse(input)) : input)
      noteCell({
        backend: name,
        scenario: 'number',
        counted: { executions: notesIn(folder).length, requests: room.requests() },
      })
    })

    it.runIf(offers.notes)('null and text inputs: are shown as the JSON of what the tool gets', async () => {
      for (const value of ['null', '"rm"', '"{\\"path\\":\\"/\\"}"']) {
        const input = offers.notes === 'any' ? value : `{"value":${value}}`
        expect(await approveNote(input)).toBe(input)
      }
      noteCell({
        backend: name,
        scenario: 'null and text inputs',
        counted: { executions: notesIn(folder).length, requests: room.requests() },
      })
    })

    it('arguments not told: cannot be approved, and can be rejected', async () => {
      const told = await ask('write a')
      if (room.forgetful) {
        page = await openPage({ ...room, client: room.forgetful })
        const cards = await page.waiting(1)
        expect(cards).toMatchObject([{ toolCallId: told[0]!.toolCallId, argsText: null }])
        expect(await page.resume(cards, [approved]).catch(codeOf)).toBe('invalid')
        expect(await page.resume(cards, [continued])).toMatchObject({ outcome: 'accepted' })
        await page.settled(cards)
        await expect.poll(() => room.turns()).toBe(2)
      }
      expect([files(), executions()]).toEqual([[], 0])
      note('arguments not told', room.forgetful !== undefined)
    })
  })
}

function siblingsOf({ voids, rejectsRest = false }: Backend['offers']): Pause['siblings'] {
  if (rejectsRest) return 'reject_rejects_rest'
  return voids ? 'reject_voids_approvals' : 'independent'
}

function codeOf(thrown: unknown): string {
  return thrown instanceof GatewayError ? thrown.code : String(thrown)
}

function isAccepted(answer: ResumeAnswer | string): boolean {
  return typeof answer !== 'string' && answer.outcome === 'accepted'
}
