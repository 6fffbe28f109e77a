import type { GatewayClient, SettingsRequest } from 'intervention-bar/core'
import {
  type Authorize,
  createClaims,
  createMemoryStore,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
  type RouteAgent,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { base, clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()
const idle: RouteAgent = {
  start: async () => ({ state: '', calls: [] }),
  resume: async () => ({ state: '', calls: [] }),
}

function routeOf(options: Partial<ResumeRouteOptions> = {}): ResumeRoute {
  return createResumeRoute({
    claims: createClaims({ store: createMemoryStore() }),
    authorize: () => ({ id: 'ana' }),
    agent: idle,
    ...options,
  })
}
async function change(
  client: GatewayClient,
  made: SettingsRequest['change'],
  requestId: string = crypto.randomUUID(),
) {
  const { version } = await client.settings!.read(id, { signal })
  return client.settings!.change({ conversationId: id, version, change: made, requestId }, { signal })
}

describe('the settings of a route', () => {
  it('are of modes that exist: another is refused when the route is made', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a host without types.
    const modes = ['ask', 'always'] as unknown as ResumeRouteOptions['modes'] & {}
    expect(() => routeOf({ modes })).toThrow('"always" is no mode. Modes are ask, allow_list, auto_run.')
  })

  it('are kept in the store, also before the first message, for every machine', async () => {
    const claims = createClaims({ store: createMemoryStore() })
    const [one, other] = [clientOf(routeOf({ claims })), clientOf(routeOf({ claims }))]
    const { settings } = await change(one, { mode: 'ask' })
    expect(await other.settings!.read(id, { signal })).toEqual(settings)
    const route = routeOf({ claims })
    await route.start(id, 'go')
    expect(await clientOf(route).settings!.read(id, { signal })).toEqual(settings)
  })

  it('let one of two concurrent changes win, and lose neither', async () => {
    const claims = createClaims({ store: createMemoryStore() })
    const [one, other] = [clientOf(routeOf({ claims })), clientOf(routeOf({ claims }))]
    const { version } = await one.settings!.read(id, { signal })
    const send = (client: GatewayClient, add: string) =>
      client.settings!.change(
        { conversationId: id, version, change: { add }, requestId: `add ${add}` },
        { signal },
      )
    const answers = await Promise.all([send(one, 'a'), send(other, 'b')])
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'stale'])
    const { allowList } = await one.settings!.read(id, { signal })
    expect(allowList).toHaveLength(1)
    const late = answers.findIndex(({ outcome }) => outcome === 'stale')
    await change(one, { add: late === 0 ? 'a' : 'b' })
    const keys = (await other.settings!.read(id, { signal })).allowList.map(({ key }) => key)
    expect(keys.toSorted()).toEqual(['a', 'b'])
  })

  it('ask "authorize" for "settings", to read and to change them', async () => {
    const asked: string[] = []
    const authorize: Authorize = (_request, { action }) => {
      asked.push(action)
      return { id: 'ana' }
    }
    const client = clientOf(routeOf({ authorize }))
    await change(client, { mode: 'ask' })
    expect(asked).toEqual(['settings', 'settings'])
  })

  it('are closed to somebody who is not let in, and to a change by a viewer who may not decide', async () => {
    const closed = routeOf({
      authorize: (_request, { action }) => (action === 'settings' ? 'forbidden' : { id: 'ana' }),
    })
    await expect(clientOf(closed).settings!.read(id, { signal })).rejects.toMatchObject({ code: 'forbidden' })
    const client = clientOf(routeOf({ authorize: () => ({ id: 'bo', mayDecide: false }) }))
    expect(await client.settings!.read(id, { signal })).toMatchObject({
      mayChange: false,
      mode: 'allow_list',
    })
    await expect(change(client, { mode: 'ask' })).rejects.toMatchObject({ code: 'forbidden', applied: 'no' })
    expect(await client.settings!.read(id, { signal })).toMatchObject({ mode: 'allow_list' })
  })

  it('refuse a change from a page of another site, and one without a type or a key', async () => {
    const route = routeOf()
    const send = (headers: Record<string, string>): Promise<Response> =>
      route(
        new Request(`${base}/conversations/${id}/settings`, {
          method: 'PATCH',
          headers,
          body: JSON.stringify({ version: '0', change: { mode: 'auto_run' } }),
        }),
      )
    const typed = { 'content-type': 'application/json', 'idempotency-key': 'req_1' }
    const answers = await Promise.all([
      send({ ...typed, 'sec-fetch-site': 'cross-site' }),
      send({ ...typed, 'content-type': 'text/plain' }),
      send({ 'content-type': 'application/json' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 415, 422])
    expect(await clientOf(route).settings!.read(id, { signal })).toMatchObject({ mode: 'allow_list' })
  })

  it('offer only the modes that the host allows', async () => {
    const client = clientOf(routeOf({ modes: ['ask', 'allow_list'] }))
    expect(await client.settings!.read(id, { signal })).toMatchObject({ modes: ['ask', 'allow_list'] })
    await expect(change(client, { mode: 'auto_run' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: '/change/mode' }],
    })
  })

  it('tell each change to the streams', async () => {
    const client = clientOf(routeOf())
    await change(client, { mode: 'ask' })
    const { cursor } = await client.readConversation(id, { signal })
    const page = new AbortController()
    const { settings } = await change(client, { mode: 'allow_list' })
    for await (const item of client.followConversation!(id, { after: cursor, signal: page.signal })) {
      if (item.type !== 'approval_settings_changed') continue
      expect(item.data).toEqual({ version: settings.version })
      break
    }
    page.abort()
  })
})
