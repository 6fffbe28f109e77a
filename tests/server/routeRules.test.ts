import type { GatewayClient, InterventionCall, RememberScope, SettingsRequest } from 'intervention-bar/core'
import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
  type RouteCall,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()

/** Asks for the calls that it is told, in JSON, one step after the other, and notes what it runs. */
function worker(ran: string[], pause?: 'together' | 'in_order'): RouteAgent {
  const next = (steps: readonly (readonly RouteCall[])[]) => ({
    state: JSON.stringify(steps),
    calls: steps[0] ?? [],
    ...(pause && { pause: { answering: pause } }),
  })
  return {
    start: async (text) => next(JSON.parse(text)),
    resume: async (decisions, { state = '[]' }) => {
      for (const made of decisions) if (made.decision === 'approved') ran.push(made.toolCallId)
      const [step = [], ...later] = JSON.parse(state) as RouteCall[][]
      const left = step.filter(({ toolCallId }) => !decisions.some((made) => made.toolCallId === toolCallId))
      const executions = Object.fromEntries(
        decisions.flatMap((made) => (made.decision === 'approved' ? [[made.toolCallId, { ok: true }]] : [])),
      )
      return { ...next(left.length > 0 ? [left, ...later] : later), executions }
    },
  }
}
const call = (toolCallId: string, tool = 'send_mail', more: Partial<RouteCall> = {}): RouteCall =>
  ({
    toolCallId,
    tool: { name: tool, server: 'mail' },
    argsText: '{}',
    remember: ['operation', 'session'],
    ...more,
  }) as RouteCall
const destructive = { tool: { name: 'send_mail', server: 'mail', annotations: { destructiveHint: true } } }

interface Started {
  readonly route: ResumeRoute
  readonly client: GatewayClient
  readonly ran: string[]
  say(...steps: readonly (readonly RouteCall[])[]): Promise<readonly InterventionCall[]>
  approve(toolCallId: string, remember?: RememberScope): Promise<readonly InterventionCall[]>
  change(change: SettingsRequest['change']): Promise<void>
}
function start(options: Partial<ResumeRouteOptions> = {}, pause?: 'together' | 'in_order'): Started {
  const ran: string[] = []
  const route = createResumeRoute({
    claims: createClaims({ store: createMemoryStore() }),
    authorize: () => ({ id: 'ana' }),
    agent: worker(ran, pause),
    ...options,
  })
  const client = clientOf(route)
  const rest = async (): Promise<readonly InterventionCall[]> => {
    const read = () => client.readConversation(id, { signal })
    await expect
      .poll(async () => (await read()).operations.some((one) => one.status === 'running'))
      .toBe(false)
    return (await read()).interventions
  }
  return {
    route,
    client,
    ran,
    say: async (...steps) => {
      await route.start(id, JSON.stringify(steps))
      return rest()
    },
    approve: async (toolCallId, remember) => {
      const { interventions } = await client.readConversation(id, { signal })
      const { revision, operationId } = interventions.find((one) => one.toolCallId === toolCallId)!
      const made = { toolCallId, revision, decision: 'approved', ...(remember && { remember }) } as const
      const request = {
        conversationId: id,
        operationId,
        requestId: `approve ${toolCallId}`,
        decisions: [made],
      } as const
      expect(await client.resume(request, { signal })).toMatchObject({ outcome: 'accepted' })
      return rest()
    },
    change: async (change) => {
      const { version } = await client.settings!.read(id, { signal })
      const request = { conversationId: id, version, change, requestId: crypto.randomUUID() }
      expect(await client.settings!.change(request, { signal })).toMatchObject({ outcome: 'changed' })
    },
  }
}
const stateOf = (calls: readonly InterventionCall[]): readonly string[] =>
  calls
    .map((card) => {
      const by = card.status === 'pending' ? undefined : card.resolution.automatic?.by
      return [card.toolCallId, card.status, by].filter(Boolean).join(' ')
    })
    .toSorted()

describe('a call that a rule approves', () => {
  it('runs without asking once its tool was remembered, and leaves a settled card that names the rule', async () => {
    const { say, approve, ran, client } = start()
    await say([call('a')])
    await approve('a', 'session')
    const calls = await say([call('b')], [call('c')])
    expect(ran).toEqual(['a', 'b', 'c'])
    expect(stateOf(calls)).toEqual(['a approved', 'b approved remembered', 'c approved remembered'])
    expect(calls[1]).toMatchObject({
      resolution: { automatic: { by: 'remembered', name: 'mail/send_mail' }, execution: { ok: true } },
    })
    expect((await client.settings!.read(id, { signal })).allowList).toMatchObject([
      { key: 'mail/send_mail', tool: 'send_mail', server: 'mail' },
    ])
  })

  it('is sent to the stream whole, and the run goes on as one operation', async () => {
    const { say, change, client } = start()
    await change({ add: 'mail/send_mail' })
    const { cursor } = await client.readConversation(id, { signal })
    await say([call('a')])
    const page = new AbortController()
    const heard: string[] = []
    for await (const item of client.followConversation!(id, { after: cursor, signal: page.signal })) {
      if (item.type === 'agent_intervention_request') heard.push(item.data.intervention.status)
      if (item.type === 'agent_runtime_init') heard.push('init')
      if (item.type === 'agent_runtime_end') {
        heard.push(item.data.reason)
        break
      }
    }
    page.abort()
    expect(heard).toEqual(['init', 'approved', 'done'])
  })

  it('of another tool, or of another server, is asked for', async () => {
    const { say, change, ran } = start()
    await change({ add: 'mail/send_mail' })
    const other = call('b', 'send_mail', { tool: { name: 'send_mail', server: 'evil' } })
    const calls = await say([
      call('a', 'delete_mail'),
      other,
      call('c', 'send_mail', { tool: { name: 'mail/send_mail' } }),
    ])
    expect(stateOf(calls)).toEqual(['a pending', 'b pending', 'c pending'])
    expect(ran).toEqual([])
  })

  it('runs beside calls that wait, and these wait on', async () => {
    const { say, change, approve, ran } = start()
    await change({ add: 'mail/send_mail' })
    expect(stateOf(await say([call('a', 'pay'), call('b')]))).toEqual(['a pending', 'b approved rule'])
    expect(ran).toEqual(['b'])
    expect(stateOf(await approve('a'))).toEqual(['a approved', 'b approved rule'])
    expect(ran).toEqual(['b', 'a'])
  })

  it('is asked for where all are answered together and another is, and where an earlier one is', async () => {
    const together = start({}, 'together')
    await together.change({ add: 'mail/send_mail' })
    expect(stateOf(await together.say([call('a'), call('b', 'pay')]))).toEqual(['a pending', 'b pending'])
    expect(stateOf(await together.say([call('c'), call('d')])).slice(2)).toEqual([
      'c approved rule',
      'd approved rule',
    ])
    const inOrder = start({}, 'in_order')
    await inOrder.change({ add: 'mail/send_mail' })
    expect(stateOf(await inOrder.say([call('a'), call('b', 'pay'), call('c')]))).toEqual([
      'a approved rule',
      'b pending',
      'c pending',
    ])
    expect([...together.ran, ...inOrder.ran]).toEqual(['c', 'd', 'a'])
  })

  it('that may destroy something is asked for, unless that very thing was remembered', async () => {
    const { say, change, approve, ran } = start()
    await change({ add: 'mail/send_mail' })
    await change({ mode: 'auto_run' })
    expect(stateOf(await say([call('a', '', destructive)]))).toEqual(['a pending'])
    await approve('a', 'session')
    await change({ mode: 'allow_list' })
    expect(stateOf(await say([call('b', '', destructive)])).at(-1)).toBe('b approved remembered')
    expect(ran).toEqual(['a', 'b'])
  })

  it('whose arguments are not told, or that cannot be approved, is asked for', async () => {
    const { say, change, ran } = start()
    await change({ mode: 'auto_run' })
    const calls = await say([
      call('a', 'x', { argsText: null }),
      call('b', 'x', { decisions: ['rejected'] }),
      call('c', 'x', { question: { kind: 'text', message: 'Which?' }, decisions: ['answered'] }),
    ])
    expect(stateOf(calls)).toEqual(['a pending', 'b pending', 'c pending'])
    expect(ran).toEqual([])
  })
})

describe('the mode of a route', () => {
  it('asks for every call, also of the list, and then offers to remember none', async () => {
    const { say, change, ran } = start()
    await change({ add: 'mail/send_mail' })
    await change({ mode: 'ask' })
    const [card] = await say([call('a')])
    expect(card).toMatchObject({ status: 'pending', remember: [] })
    expect(ran).toEqual([])
  })

  it('runs everything but what may destroy something', async () => {
    const { say, change, ran } = start()
    await change({ mode: 'auto_run' })
    const calls = await say([call('a', 'x'), call('b', 'y', destructive)])
    expect(stateOf(calls)).toEqual(['a approved mode', 'b pending'])
    expect(ran).toEqual(['a'])
  })

  it('decides nothing that already waits, however loose it becomes', async () => {
    const { say, change, approve, ran } = start()
    await say([call('a'), call('b', 'pay'), call('c')])
    await change({ mode: 'auto_run' })
    await change({ add: 'mail/send_mail' })
    expect(stateOf(await approve('b'))).toEqual(['a pending', 'b approved', 'c pending'])
    expect(ran).toEqual(['b'])
  })
})

describe('remembering at an approval', () => {
  it('is refused for a scope that the call does not offer, and nothing runs', async () => {
    const { say, client, ran } = start()
    const [card] = await say([call('a', 'send_mail', { remember: ['operation'] })])
    const { toolCallId, revision, operationId } = card!
    const decisions = [{ toolCallId, revision, decision: 'approved', remember: 'always' }] as const
    const request = { conversationId: id, operationId, requestId: 'req_1', decisions }
    await expect(client.resume(request, { signal })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: '/decisions/0/remember' }],
    })
    expect(ran).toEqual([])
    expect((await client.settings!.read(id, { signal })).allowList).toEqual([])
  })

  it('until the task ends holds in the same turn only', async () => {
    const { say, approve } = start()
    await say([call('a')], [call('b')])
    expect(stateOf(await approve('a', 'operation'))).toEqual(['a approved', 'b approved remembered'])
    expect(stateOf(await say([call('c')])).at(-1)).toBe('c pending')
  })

  it('ends when the entry is removed', async () => {
    const { say, approve, change } = start()
    await say([call('a')])
    await approve('a', 'session')
    await change({ remove: 'mail/send_mail' })
    expect(stateOf(await say([call('b')])).at(-1)).toBe('b pending')
  })

  it('offers the scopes of the route where the agent names none', async () => {
    const { say } = start({ remember: ['session'] })
    const { remember: _none, ...plain } = call('a')
    expect(await say([plain])).toMatchObject([{ remember: ['session'] }])
  })
})
