import type { GatewayClient, InterventionCall } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type RouteAgent,
  type Store,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()

/** An agent that numbers the calls of each turn from zero: each word is a turn, each letter of it a call. */
function numbering(told: string[]): RouteAgent {
  const ask = (state: string): ReturnType<RouteAgent['start']> => {
    const [turn = ''] = state.split(' ')
    const calls = turn.split('').map((letter, index) => ({
      toolCallId: `call_${index}`,
      tool: { name: 'write' },
      argsText: `{"letter":"${letter}"}`,
    }))
    return Promise.resolve({ state, calls: calls.filter((_, index) => turn[index] !== '-') })
  }
  return {
    start: (text) => ask(text),
    resume: async (decisions, { state = '' }) => {
      const letters = state.split('')
      for (const { toolCallId, decision } of decisions) {
        told.push(`${toolCallId} ${decision}`)
        letters[Number(toolCallId.replace('call_', ''))] = '-'
      }
      const step = await ask(letters.join('').replace(/^-+ /, ''))
      const ran = decisions.filter((made) => made.decision === 'approved')
      const execution = { ok: true, message: `run ${told.length}` }
      return { ...step, executions: Object.fromEntries(ran.map((made) => [made.toolCallId, execution])) }
    },
  }
}

function routeOver(store: Store, agent: RouteAgent): ResumeRoute {
  const claims = createClaims({ store })
  return createResumeRoute({ claims, agent, authorize: () => ({ id: 'ana' }) })
}
async function cardsOf(client: GatewayClient): Promise<readonly InterventionCall[]> {
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
    .not.toBe('running')
  return (await client.readConversation(id, { signal })).interventions
}
async function decide(
  client: GatewayClient,
  card: InterventionCall,
  decision: 'approved' | 'rejected_continue',
) {
  const { toolCallId, revision, operationId } = card
  const requestId = `req_${toolCallId}_${decision}`
  const request = { conversationId: id, operationId, requestId } as const
  return client.resume({ ...request, decisions: [{ toolCallId, revision, decision }] }, { signal })
}
async function pendingIn(client: GatewayClient): Promise<readonly InterventionCall[]> {
  return (await cardsOf(client)).filter((card) => card.status === 'pending')
}

describe('a call id that the agent uses twice', () => {
  it('is a new call that can be decided; the settled one stays as it is', async () => {
    const told: string[] = []
    const route = routeOver(createMemoryStore(), numbering(told))
    const client = clientOf(route)
    await route.start(id, 'a a a')
    for (const decision of ['approved', 'rejected_continue', 'approved'] as const) {
      const [card] = await pendingIn(client)
      expect(await decide(client, card!, decision)).toMatchObject({ outcome: 'accepted' })
    }
    const cards = await cardsOf(client)
    expect(cards.map((card) => card.status)).toEqual(['approved', 'rejected_continue', 'approved'])
    expect(new Set(cards.map((card) => card.toolCallId)).size).toBe(3)
    expect(cards[0]!.toolCallId).toBe('call_0')
    expect(told).toEqual(['call_0 approved', 'call_0 rejected_continue', 'call_0 approved'])
  })

  it('takes its result under the agent’s id, and the earlier call keeps its own', async () => {
    const route = routeOver(createMemoryStore(), numbering([]))
    const client = clientOf(route)
    await route.start(id, 'a a')
    await decide(client, (await pendingIn(client))[0]!, 'approved')
    await decide(client, (await pendingIn(client))[0]!, 'approved')
    const executions = (await cardsOf(client)).map(
      (card) => card.status !== 'pending' && card.resolution.execution?.message,
    )
    expect(executions).toEqual(['run 1', 'run 2'])
  })

  it('is a new call in the next turn, also after a restart', async () => {
    const told: string[] = []
    const store = createMemoryStore()
    const before = routeOver(store, numbering(told))
    await before.start(id, 'a')
    await decide(clientOf(before), (await pendingIn(clientOf(before)))[0]!, 'approved')
    await cardsOf(clientOf(before))
    await before.start(id, 'a')
    const [asked] = await pendingIn(clientOf(before))

    const after = clientOf(routeOver(store, numbering(told)))
    expect(await pendingIn(after)).toEqual([asked])
    expect(await decide(after, asked!, 'approved')).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => told).toEqual(['call_0 approved', 'call_0 approved'])
    expect((await cardsOf(after)).map((card) => card.status)).toEqual(['approved', 'approved'])
  })

  it('does not bring back a call that a new message has withdrawn', async () => {
    const route = routeOver(createMemoryStore(), numbering([]))
    const client = clientOf(route)
    await route.start(id, 'a')
    await cardsOf(client)
    await route.start(id, 'a')
    const [old, asked] = await cardsOf(client)
    expect([old?.status, asked?.status]).toEqual(['withdrawn', 'pending'])
    expect(await decide(client, old!, 'approved')).toMatchObject({ outcome: 'gone' })
    expect(await decide(client, asked!, 'approved')).toMatchObject({ outcome: 'accepted' })
  })

  it('is the same call for as long as it waits', async () => {
    const told: string[] = []
    const route = routeOver(createMemoryStore(), numbering(told))
    const client = clientOf(route)
    await route.start(id, 'ab ab')
    for (const _ of [0, 1]) {
      const [first, second] = await pendingIn(client)
      await decide(client, first!, 'approved')
      const [left, ...others] = await pendingIn(client)
      expect([left?.toolCallId, others]).toEqual([second?.toolCallId, []])
      await decide(client, left!, 'approved')
    }
    expect(await pendingIn(client)).toEqual([])
    expect(await cardsOf(client)).toHaveLength(4)
    expect(told).toEqual(['call_0', 'call_1', 'call_0', 'call_1'].map((call) => `${call} approved`))
  })

  it('stays expired while the agent still lists it', async () => {
    const expiresAt = Date.now() + 60
    const agent = numbering([])
    const brief: RouteAgent = {
      start: async (...given) => {
        const step = await agent.start(...given)
        const calls = step.calls.map((call) => (call.toolCallId === 'call_0' ? { ...call, expiresAt } : call))
        return { ...step, calls }
      },
      resume: async (_decisions, context) => brief.start('a', context),
    }
    const route = routeOver(createMemoryStore(), brief)
    const client = clientOf(route)
    await route.start(id, 'ab')
    await expect.poll(async () => (await cardsOf(client))[0]?.status).toBe('expired')
    await decide(client, (await pendingIn(client))[0]!, 'approved')
    const statuses = (await cardsOf(client)).map((card) => `${card.toolCallId} ${card.status}`)
    expect(statuses.toSorted()).toEqual(['call_0 expired', 'call_1 approved'])
  })

  it('may be an id that the route created', async () => {
    const told: string[] = []
    const agent = numbering(told)
    const route = routeOver(createMemoryStore(), agent)
    const client = clientOf(route)
    const call = { toolCallId: 'call_0', tool: { name: 'write' }, argsText: '{}' }
    await route.park(id, { state: '', calls: [call] })
    await route.park(id, { state: '', calls: [call] })
    const made = (await pendingIn(client))[0]!.toolCallId
    await route.park(id, { state: '', calls: [{ ...call, toolCallId: made }] })
    const [asked] = await pendingIn(client)
    expect(await cardsOf(client)).toHaveLength(3)
    await decide(client, asked!, 'approved')
    await expect.poll(() => told).toEqual([`${made} approved`])
  })
})

describe('a call id that the agent uses for several calls at once', () => {
  /** Asks for calls that all have one id, and runs them by their places among those that are left. */
  function doubling(told: string[], letters: readonly string[]): RouteAgent {
    const ask = (left: readonly string[]): ReturnType<RouteAgent['start']> => {
      const calls = left.map((letter) => ({
        toolCallId: 'call',
        tool: { name: 'write' },
        argsText: `{"letter":"${letter}"}`,
      }))
      return Promise.resolve({ state: JSON.stringify(left), calls })
    }
    return {
      start: () => ask(letters),
      resume: (decisions, { state = '[]' }) => {
        // SAFETY: this agent wrote it.
        const left = JSON.parse(state) as readonly string[]
        const made = left.map((_, place) => decisions.find(({ occurrence = 0 }) => occurrence === place))
        for (const [place, one] of made.entries()) {
          if (one) told.push(`${one.toolCallId} ${left[place]} ${one.decision}`)
        }
        return ask(left.filter((_, place) => !made[place]))
      },
    }
  }
  const lettersOf = (cards: readonly InterventionCall[]) => cards.map((card) => card.argsText?.at(-3))

  it.each([
    [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
    ],
    [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
    ],
    [
      ['a', 'a', 'b'],
      ['a', 'b', 'a'],
    ],
  ])('asks for each of %j, and decides each by itself, in the order %j', async (letters, order) => {
    const told: string[] = []
    const route = routeOver(createMemoryStore(), doubling(told, letters))
    const client = clientOf(route)
    await route.start(id, '')
    const asked = await pendingIn(client)
    expect(lettersOf(asked)).toEqual(letters)
    expect(new Set(asked.map((card) => card.toolCallId)).size).toBe(letters.length)
    expect(asked[0]!.toolCallId).toBe('call')
    for (const letter of order) {
      const before = await pendingIn(client)
      const card = before.find((one) => one.argsText === `{"letter":"${letter}"}`)!
      expect(await decide(client, card, 'approved')).toMatchObject({ outcome: 'accepted' })
      // What was not decided keeps its id and its revision.
      const left = before.filter((one) => one !== card)
      const idOf = ({ toolCallId, revision }: InterventionCall) => ({ toolCallId, revision })
      expect((await pendingIn(client)).map(idOf)).toEqual(left.map(idOf))
    }
    expect(told).toEqual(order.map((letter) => `call ${letter} approved`))
    expect((await cardsOf(client)).map((card) => card.status)).toEqual(letters.map(() => 'approved'))
  })

  it('is decided by itself where several are decided together', async () => {
    const told: string[] = []
    const route = routeOver(createMemoryStore(), doubling(told, ['a', 'b', 'c']))
    const client = clientOf(route)
    await route.start(id, '')
    const [first, , third] = await pendingIn(client)
    const decisions = [
      { toolCallId: third!.toolCallId, revision: third!.revision, decision: 'rejected_continue' },
      { toolCallId: first!.toolCallId, revision: first!.revision, decision: 'approved' },
    ] as const
    const request = {
      conversationId: id,
      operationId: first!.operationId,
      requestId: 'req',
      decisions,
    } as const
    expect(await client.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
    expect(lettersOf(await pendingIn(client))).toEqual(['b'])
    expect(told).toEqual(['call a approved', 'call c rejected_continue'])
  })

  it('does not end the run, also after a restart and with another turn before it', async () => {
    const told: string[] = []
    const store = createMemoryStore()
    const before = routeOver(store, doubling(told, ['a', 'b']))
    await before.start(id, '')
    await cardsOf(clientOf(before))
    await before.start(id, '')
    await cardsOf(clientOf(before))
    const client = clientOf(routeOver(store, doubling(told, ['a', 'b'])))
    const [, second] = await pendingIn(client)
    await decide(client, second!, 'approved')
    expect(lettersOf(await pendingIn(client))).toEqual(['a'])
    expect(told).toEqual(['call b approved'])
  })
})
