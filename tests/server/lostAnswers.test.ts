import type { DecisionRequest, GatewayClient } from 'intervention-bar/core'
import {
  type ClaimRequest,
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type RouteAgent,
  type Store,
} from 'intervention-bar/server'
import { describe, expect, it, vi } from 'vitest'
import { clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()
const claimOf = (requestId: string): ClaimRequest => ({
  conversationId: id,
  requestId,
  toolCallIds: ['call_a'],
})

type Swap = Parameters<Store['swap']>

/** A store whose swaps go through `fault` once it is set. */
function faultyStore(): {
  readonly store: Store
  readonly inner: Store
  fault: ((swap: () => Promise<boolean>, ...given: Swap) => Promise<boolean>) | undefined
  readFails: boolean
} {
  const inner = createMemoryStore()
  const state: ReturnType<typeof faultyStore> = {
    inner,
    fault: undefined,
    readFails: false,
    store: {
      read: async (key) => {
        if (state.readFails) throw new Error('The store is away.')
        return inner.read(key)
      },
      swap: async (...given) => {
        const swap = (): Promise<boolean> => inner.swap(...given)
        return state.fault ? state.fault(swap, ...given) : swap()
      },
    },
  }
  return state
}

function agentOf(ran: string[], wait: Promise<unknown> = Promise.resolve()): RouteAgent {
  return {
    start: async (text) => ({
      state: text,
      calls: [{ toolCallId: 'call_a', tool: { name: 'write' }, argsText: '{}' }],
    }),
    resume: async (decisions) => {
      for (const made of decisions) ran.push(`${made.toolCallId} ${made.decision}`)
      await wait
      return { state: '', calls: [] }
    },
  }
}
function routeOver(store: Store, agent: RouteAgent): ResumeRoute {
  return createResumeRoute({
    claims: createClaims({ store }),
    agent,
    authorize: () => ({ id: 'ana' }),
    leaseMs: 60,
  })
}
async function asked(route: ResumeRoute): Promise<GatewayClient> {
  await route.start(id, 'a')
  const client = clientOf(route)
  await expect
    .poll(async () => (await client.readConversation(id, { signal })).operations.at(-1)?.status)
    .toBe('waiting_for_human')
  return client
}
async function decide(
  client: GatewayClient,
  requestId: string,
  decision: DecisionRequest['decision'] = 'approved',
) {
  const { interventions, operations } = await client.readConversation(id, { signal })
  const { toolCallId, revision } = interventions[0]!
  // SAFETY: every decision here is one without words.
  const made = { toolCallId, revision, decision } as DecisionRequest
  const request = {
    conversationId: id,
    operationId: operations[0]!.id,
    requestId,
    decisions: [made] as const,
  }
  return client.resume(request, { signal })
}
const last = async (client: GatewayClient) =>
  (await client.readConversation(id, { signal })).operations.at(-1)?.status
const isDecisive = (key: string, to: string): boolean =>
  key === `conversation:${id}` && to.includes('"status":"approved"')

describe('a decision whose write is done and whose answer is lost', () => {
  const losses: Record<string, (swap: () => Promise<boolean>) => Promise<boolean>> = {
    'throws once': async (swap) => {
      await swap()
      throw new Error('The connection was cut.')
    },
    'is sent again by its driver, which then reads that it has lost': async (swap) => {
      await swap()
      return swap()
    },
  }
  it.each(Object.entries(losses))('runs once if the store %s', async (_name, loss) => {
    const ran: string[] = []
    const faulty = faultyStore()
    const client = await asked(routeOver(faulty.store, agentOf(ran)))
    faulty.fault = async (swap, key, _from, to) => {
      if (!isDecisive(key, to)) return swap()
      faulty.fault = undefined
      return loss(swap)
    }
    expect(await decide(client, 'req_1')).toMatchObject({ outcome: 'accepted' })
    expect(await decide(client, 'req_1')).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => last(client)).toBe('done')
    expect(ran).toEqual(['call_a approved'])
  })

  it.each([0, 1_500])('runs once if the store is away right after it, for %i ms', async (awayMs) => {
    const ran: string[] = []
    const faulty = faultyStore()
    const client = await asked(routeOver(faulty.store, agentOf(ran)))
    faulty.fault = async (swap, key, _from, to) => {
      if (!isDecisive(key, to)) return swap()
      await swap()
      faulty.fault = () => Promise.reject(new Error('The store is away.'))
      faulty.readFails = awayMs > 0
      setTimeout(() => Object.assign(faulty, { fault: undefined, readFails: false }), awayMs)
      throw new Error('The connection was cut.')
    }
    const first = await decide(client, 'req_1').catch((thrown: unknown) => thrown)
    expect(first).toMatchObject(awayMs > 0 ? { applied: 'unknown' } : { outcome: 'accepted' })
    await expect.poll(() => ran).toEqual(['call_a approved'])
    expect(await decide(client, 'req_1')).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => last(client)).toBe('done')
    expect(ran).toHaveLength(1)
  })

  it('is a rejection like any other, too', async () => {
    const ran: string[] = []
    const faulty = faultyStore()
    const client = await asked(routeOver(faulty.store, agentOf(ran)))
    faulty.fault = async (swap, key) => {
      const isWritten = await swap()
      if (!key.startsWith('conversation:')) return isWritten
      faulty.fault = undefined
      throw new Error('The connection was cut.')
    }
    expect(await decide(client, 'req_1', 'rejected')).toMatchObject({ outcome: 'accepted' })
    expect([await last(client), ran]).toEqual(['done', []])
  })
})

describe('a decision that cannot be written', () => {
  it('runs nothing, gives its claim back, and lets its lease go', async () => {
    const ran: string[] = []
    const faulty = faultyStore()
    const client = await asked(routeOver(faulty.store, agentOf(ran)))
    const leases: string[] = []
    faulty.fault = async (swap, key) => {
      if (key.startsWith('lease:')) leases.push(key)
      if (key.startsWith('conversation:')) throw new Error('The disk is full.')
      return swap()
    }
    await expect(decide(client, 'req_1')).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
    const claims = createClaims({ store: faulty.inner })
    expect(await claims.claim(claimOf('req_other'))).toEqual({ outcome: 'first' })
    await claims.release(claimOf('req_other'))
    const renewals = leases.length
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(leases).toHaveLength(renewals)
    faulty.fault = undefined
    expect(await decide(client, 'req_2')).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => ran).toEqual(['call_a approved'])
  })

  it('gives its claim back if a stop was answered before the write, and runs nothing', async () => {
    const ran: string[] = []
    const faulty = faultyStore()
    const route = routeOver(faulty.store, agentOf(ran))
    const client = await asked(route)
    const operationId = (await client.readConversation(id, { signal })).operations[0]!.id
    faulty.fault = async (swap, key) => {
      const isWritten = await swap()
      if (!key.startsWith('claims:')) return isWritten
      faulty.fault = undefined
      await client.stop!({ conversationId: id, operationId, requestId: 'req_stop' }, { signal })
      return isWritten
    }
    expect(await decide(client, 'req_1')).toMatchObject({ outcome: 'gone', reason: 'withdrawn' })
    expect(await last(client)).toBe('interrupted')
    expect(ran).toEqual([])
    const claims = createClaims({ store: faulty.inner })
    expect(await claims.claim(claimOf('req_2'))).toEqual({ outcome: 'first' })
  })

  it('is not run if a stop is answered before the agent is called', async () => {
    const ran: string[] = []
    const faulty = faultyStore()
    const client = await asked(routeOver(faulty.store, agentOf(ran)))
    faulty.fault = async (swap, key, _from, to) => {
      const isWritten = await swap()
      if (!isDecisive(key, to)) return isWritten
      faulty.fault = undefined
      const { operations } = JSON.parse(to) as { operations: { id: string }[] }
      const operationId = operations.at(-1)!.id
      await client.stop!({ conversationId: id, operationId, requestId: 'req_stop' }, { signal })
      return isWritten
    }
    expect(await decide(client, 'req_1')).toMatchObject({ outcome: 'accepted' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([await last(client), ran]).toEqual(['interrupted', []])
  })
})

describe('any other write whose answer is lost', () => {
  /** Loses the answer to each write of the conversation, once per text. */
  const losing = (faulty: ReturnType<typeof faultyStore>): void => {
    let isEven = false
    faulty.fault = async (swap, key) => {
      const isWritten = await swap()
      if (!/^(conversation|claims|lease):/.test(key)) return isWritten
      isEven = !isEven
      if (isEven) throw new Error('The connection was cut.')
      return isWritten
    }
  }

  it('is that of a message, of the step after it, of a claim or of a stop', async () => {
    const ran: string[] = []
    const faulty = faultyStore()
    const route = routeOver(faulty.store, agentOf(ran))
    losing(faulty)
    const client = await asked(route)
    expect((await client.readConversation(id, { signal })).interventions).toMatchObject([
      { status: 'pending' },
    ])
    expect(await decide(client, 'req_1')).toMatchObject({ outcome: 'accepted' })
    await expect.poll(() => last(client)).toBe('done')
    expect(ran).toEqual(['call_a approved'])
    await route.start(id, 'b')
    await expect.poll(() => last(client)).toBe('waiting_for_human')
    const operationId = (await client.readConversation(id, { signal })).operations.at(-1)!.id
    const stop = { conversationId: id, operationId, requestId: 'req_stop' }
    expect(await client.stop!(stop, { signal })).toEqual({ outcome: 'stopped' })
  })
})

it('a stop ends the renewals of the lease, also of a run that does not listen', async () => {
  const inner = createMemoryStore()
  const swap = vi.fn<Store['swap']>(inner.swap)
  const never = new Promise<void>(() => undefined)
  const client = await asked(routeOver({ ...inner, swap }, agentOf([], never)))
  await decide(client, 'req_1')
  const operationId = (await client.readConversation(id, { signal })).operations.at(-1)!.id
  await client.stop!({ conversationId: id, operationId, requestId: 'req_stop' }, { signal })
  await new Promise((resolve) => setTimeout(resolve, 20))
  const before = swap.mock.calls.length
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(swap.mock.calls.length).toBe(before)
  expect(await inner.read(`lease:${operationId}`)).toBeUndefined()
})
