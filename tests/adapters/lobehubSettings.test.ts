import { createLobeHubGateway, type LobeHubCall } from 'intervention-bar/adapters/lobehub'
import { type GatewayClient, GatewayError, type SettingsRequest } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'

const { signal } = new AbortController()

/** A server of LobeHub with the settings of one person, which it replaces by column. */
function start(tool: Record<string, unknown> = {}) {
  const stored: Record<string, unknown> = { general: { theme: 'dark' }, tool }
  const writes: unknown[] = []
  const call: LobeHubCall = async (procedure, input) => {
    if (procedure === 'user.getUserState') return { settings: structuredClone(stored) }
    if (procedure !== 'user.updateSettings') throw new GatewayError({ code: 'unsupported', applied: 'no' })
    writes.push(input)
    Object.assign(stored, structuredClone(input))
    return undefined
  }
  const gateway = createLobeHubGateway({ call, gatewayUrl: 'https://gateway.test', agentId: 'agt_1' })
  return { gateway, stored, writes }
}
async function change(gateway: GatewayClient, made: SettingsRequest['change'], version?: string) {
  const now = await gateway.settings!.read('demo', { signal })
  return gateway.settings!.change(
    { conversationId: 'demo', version: version ?? now.version, change: made, requestId: 'req_1' },
    { signal },
  )
}
const listed = {
  humanIntervention: { approvalMode: 'allow-list', allowList: ['mail/send', 'web/search/deep'] },
}

describe('the approval settings of LobeHub', () => {
  it('are those that the person has there', async () => {
    const { gateway } = start(listed)
    expect(await gateway.settings!.read('demo', { signal })).toMatchObject({
      mode: 'allow_list',
      scope: 'user',
      mayChange: true,
      exceptions: { auto_run: expect.stringContaining('security blacklist') },
      allowList: [
        { key: 'mail/send', server: 'mail', tool: 'send' },
        { key: 'web/search/deep', server: 'web', tool: 'search/deep' },
      ],
    })
  })

  it.each([
    [undefined, 'ask'],
    ['manual', 'ask'],
    ['auto-run', 'auto_run'],
    ['headless', 'ask'],
    [7, 'ask'],
  ])('in its mode %j are %s', async (approvalMode, mode) => {
    const { gateway } = start({ humanIntervention: { approvalMode } })
    expect(await gateway.settings!.read('demo', { signal })).toMatchObject({ mode, allowList: [] })
  })

  it('are written as its own pages write them, and keep everything else', async () => {
    const { gateway, stored } = start({ ...listed, timeout: 30 })
    expect(await change(gateway, { mode: 'auto_run' })).toMatchObject({
      outcome: 'changed',
      settings: { mode: 'auto_run' },
    })
    await change(gateway, { add: 'shell/run' })
    await change(gateway, { remove: 'mail/send' })
    expect(stored).toEqual({
      general: { theme: 'dark' },
      tool: {
        timeout: 30,
        humanIntervention: { approvalMode: 'auto-run', allowList: ['web/search/deep', 'shell/run'] },
      },
    })
  })

  it('are said to be those of another page, where that page wrote last', async () => {
    const { gateway, stored, writes } = start(listed)
    const other = { humanIntervention: { approvalMode: 'manual', allowList: ['web/search/deep'] } }
    // Both pages read, this one writes, and then the other one.
    const push = writes.push.bind(writes)
    writes.push = (...items) => {
      queueMicrotask(() => Object.assign(stored, { tool: other }))
      return push(...items)
    }
    expect(await change(gateway, { add: 'shell/run' })).toMatchObject({
      outcome: 'stale',
      settings: { mode: 'ask', allowList: [{ key: 'web/search/deep' }] },
    })
    expect(writes).toHaveLength(1)
  })

  it('are not written over a change that was made meanwhile', async () => {
    const { gateway, stored, writes } = start(listed)
    const { version } = await gateway.settings!.read('demo', { signal })
    stored['tool'] = { humanIntervention: { approvalMode: 'manual', allowList: [] } }
    const answer = await change(gateway, { mode: 'auto_run' }, version)
    expect(answer).toMatchObject({ outcome: 'stale', settings: { mode: 'ask', allowList: [] } })
    expect(writes).toEqual([])
  })

  it('take a change that is sent again as the one that it is', async () => {
    const { gateway, writes } = start(listed)
    const { version } = await gateway.settings!.read('demo', { signal })
    await change(gateway, { add: 'shell/run' }, version)
    expect(await change(gateway, { add: 'shell/run' }, version)).toMatchObject({ outcome: 'changed' })
    expect(writes).toHaveLength(1)
  })

  it('are unsupported on a server without them', async () => {
    const call: LobeHubCall = async () => ({})
    const gateway = createLobeHubGateway({ call, gatewayUrl: 'https://gateway.test', agentId: 'agt_1' })
    const read = gateway.settings!.read('demo', { signal })
    await expect(read).rejects.toMatchObject({ code: 'unsupported', applied: 'no' })
  })
})
