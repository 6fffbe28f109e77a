import { createHttpGateway, type GatewayClient, type SettingsRequest } from 'intervention-bar/core'
import { createMemoryGateway, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'
import { portOf } from '../../src/gateway/port.ts'
import { takeConsole } from '../support/failOnConsole.ts'

const { signal } = new AbortController()

function start(): { readonly mock: MockGateway; readonly gateway: GatewayClient } {
  const mock = createMockGateway()
  mock.open('demo')
  return { mock, gateway: createMemoryGateway(mock) }
}
function request(version: string, change: SettingsRequest['change'], requestId = 'req_1'): SettingsRequest {
  return { conversationId: 'demo', version, change, requestId }
}
/** A server that gives this answer to everything. */
function says(status: number, body: unknown): NonNullable<GatewayClient['settings']> {
  const fetch = async (): Promise<Response> => new Response(JSON.stringify(body), { status })
  return createHttpGateway({ baseUrl: 'http://gateway.test', fetch }).settings!
}
const written = {
  version: '7',
  mode: 'allow_list',
  modes: ['ask', 'allow_list'],
  exceptions: { allow_list: 'Payments are still asked for.' },
  scope: 'user',
  mayChange: true,
  allowList: [{ key: 'mail/send_mail', tool: 'send_mail', server: 'mail', addedAt: 1_000 }],
} as const

describe('approval settings over the reference protocol', () => {
  it('begin with an empty list, so that everything is asked for', async () => {
    const { gateway } = start()
    expect(await gateway.settings!.read('demo', { signal })).toMatchObject({
      mode: 'allow_list',
      allowList: [],
      mayChange: true,
    })
  })

  it('take one change after the other, each for the version that was read', async () => {
    const { gateway } = start()
    const { change, read } = gateway.settings!
    const first = await read('demo', { signal })
    const added = await change(request(first.version, { add: 'mail/send_mail' }), { signal })
    expect(added).toMatchObject({
      outcome: 'changed',
      settings: { allowList: [{ key: 'mail/send_mail', tool: 'send_mail', server: 'mail' }] },
    })
    const asked = await change(request(added.settings.version, { mode: 'ask' }, 'req_2'), { signal })
    expect(asked).toMatchObject({ outcome: 'changed', settings: { mode: 'ask' } })
    const removed = await change(request(asked.settings.version, { remove: 'mail/send_mail' }, 'req_3'), {
      signal,
    })
    expect(removed.settings).toMatchObject({ mode: 'ask', allowList: [] })
    expect(await read('demo', { signal })).toEqual(removed.settings)
  })

  it('change nothing for an older version, and say how they are now', async () => {
    const { mock, gateway } = start()
    const { version } = await gateway.settings!.read('demo', { signal })
    mock.changeSettings('demo', { mode: 'ask' })
    const answer = await gateway.settings!.change(request(version, { mode: 'auto_run' }), { signal })
    expect(answer).toMatchObject({ outcome: 'stale', settings: { mode: 'ask' } })
    expect(answer.settings).toEqual(await gateway.settings!.read('demo', { signal }))
  })

  it('give the same answer to a change that is sent again', async () => {
    const { gateway } = start()
    const { version } = await gateway.settings!.read('demo', { signal })
    const sent = request(version, { mode: 'ask' })
    const answer = await gateway.settings!.change(sent, { signal })
    expect(await gateway.settings!.change(sent, { signal })).toEqual(answer)
  })

  it('are told to a viewer who may not change them', async () => {
    const { mock, gateway } = start()
    mock.allow(false)
    const read = await gateway.settings!.read('demo', { signal })
    expect(read.mayChange).toBe(false)
    const change = gateway.settings!.change(request(read.version, { mode: 'ask' }), { signal })
    await expect(change).rejects.toMatchObject({ code: 'forbidden', applied: 'no' })
  })

  it.each([
    ['two changes at once', { mode: 'ask', add: 'x' }],
    ['no change', {}],
    ['an unknown mode', { mode: 'never_ask' }],
    ['an empty key', { add: '' }],
  ])('refuse %s as invalid, and name the field', async (_what, change) => {
    const { gateway } = start()
    const { version } = await gateway.settings!.read('demo', { signal })
    const answer = gateway.settings!.change(request(version, change as never), { signal })
    await expect(answer).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: expect.stringMatching(/^\/change/) }],
    })
  })

  it('tell the stream of each change, with the new version', async () => {
    const { mock, gateway } = start()
    const page = new AbortController()
    const items = gateway.followConversation!('demo', { after: '0', signal: page.signal })
    mock.changeSettings('demo', { mode: 'ask' })
    for await (const item of items) {
      if (item.type !== 'approval_settings_changed') continue
      const { version } = await gateway.settings!.read('demo', { signal })
      expect(item.data).toEqual({ version })
      break
    }
    page.abort()
  })

  it('are not found in an unknown conversation', async () => {
    const read = start().gateway.settings!.read('elsewhere', { signal })
    await expect(read).rejects.toMatchObject({ code: 'not_found', applied: 'no' })
  })
})

describe('settings that a server tells', () => {
  it('are read whole, and lose unknown keys', async () => {
    expect(await says(200, { ...written, more: 1 }).read('demo', { signal })).toEqual(written)
    const change = says(412, { code: 'stale', settings: written }).change(request('1', { mode: 'ask' }), {
      signal,
    })
    expect(await change).toEqual({ outcome: 'stale', settings: written })
    const bare = says(412, written).change(request('1', { mode: 'ask' }), { signal })
    expect(await bare).toEqual({ outcome: 'stale', settings: written })
  })

  it.each([
    ['null', null, ''],
    ['a text', 'mail/send_mail', ''],
    ['an entry without a key', { tool: 'a' }, '/key'],
    ['an entry without a tool', { key: 'a' }, '/tool'],
    ['a server that is null', { key: 'a', tool: 'a', server: null }, '/server'],
    ['a time in words', { key: 'a', tool: 'a', addedAt: '2026-09-01' }, '/addedAt'],
    ['a time that no date can hold', { key: 'a', tool: 'a', addedAt: 1e300 }, '/addedAt'],
  ])('lose %s of the list alone, and tell the developer', async (_what, entry, path) => {
    const body = { ...written, allowList: [...written.allowList, entry, { key: 'z', tool: 'z' }] }
    const expected = { ...written, allowList: [...written.allowList, { key: 'z', tool: 'z' }] }
    expect(await says(200, body).read('demo', { signal })).toEqual(expected)
    const said = takeConsole().join()
    expect(said).toContain('IB007')
    expect(said).toContain(`At "/allowList/1${path}"`)
    const change = says(412, { code: 'stale', settings: body }).change(request('1', { mode: 'ask' }), {
      signal,
    })
    expect(await change).toEqual({ outcome: 'stale', settings: expected })
  })

  it.each([
    [200, { ...written, mode: 'yolo' }, '/mode'],
    [200, { ...written, version: 7 }, '/version'],
    [200, { ...written, modes: ['ask', 'sure'] }, '/modes/1'],
    [200, { ...written, mayChange: 'yes' }, '/mayChange'],
    [200, { ...written, scope: 'planet' }, '/scope'],
    [200, { ...written, allowList: 'a' }, '/allowList'],
    [200, { ...written, exceptions: { auto_run: 4 } }, '/exceptions/auto_run'],
    [200, null, ''],
  ])('fail as protocol after a %i with %j, at their path', async (status, body, path) => {
    await expect(says(status, body).read('demo', { signal })).rejects.toMatchObject({
      code: 'protocol',
      applied: 'no',
      path,
    })
    const change = says(status, body).change(request('1', { mode: 'ask' }), { signal })
    await expect(change).rejects.toMatchObject({ code: 'protocol', applied: 'unknown', path })
  })

  it('fail with the code of the answer, and whether the change may have happened', async () => {
    await expect(says(405, {}).read('demo', { signal })).rejects.toMatchObject({ code: 'unsupported' })
    const change = says(503, {}).change(request('1', { mode: 'ask' }), { signal })
    await expect(change).rejects.toMatchObject({ code: 'unavailable', applied: 'unknown' })
  })

  it('are checked in a hand-written client too, with its time limit', async () => {
    const never = (): Promise<never> => new Promise(() => undefined)
    const client = {
      id: 'by hand',
      resumeTimeoutMs: 20,
      readConversation: never,
      resume: never,
      settings: { read: async () => ({ ...written, mode: 4 }), change: never },
    } as unknown as GatewayClient
    const { settings } = portOf(client)
    await expect(settings!.read('demo', { signal })).rejects.toMatchObject({
      code: 'protocol',
      path: '/mode',
    })
    const change = settings!.change(request('1', { mode: 'ask' }), { signal })
    await expect(change).rejects.toMatchObject({ code: 'timeout', applied: 'unknown' })
  })
})
