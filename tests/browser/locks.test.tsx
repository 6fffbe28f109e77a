import { expect, it } from 'vitest'
import { claimCalls, claimEarly } from '../../src/client/otherTabs.ts'
import type { DecisionRequest } from '../../src/model/decision.ts'

const approved = (toolCallId: string): DecisionRequest => ({
  toolCallId,
  revision: 'rev_1',
  decision: 'approved',
})
const claim = (...ids: readonly [string, ...string[]]): Promise<(() => void) | null> => {
  const [first, ...rest] = ids
  const decisions = [approved(first), ...rest.map(approved)] as const
  const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions }
  return new Promise((resolve) => claimCalls('scope', request, resolve))
}
const held = async (): Promise<readonly (string | undefined)[]> =>
  ((await navigator.locks.query()).held ?? []).map(({ name }) => name)

it('a claim of several calls that fails keeps none of them, nor what was claimed when a button went down', async () => {
  const release = await claim('call_1')
  claimEarly('scope', 'call_2')
  await expect.poll(held).toContain('intervention-bar scope call_2')
  expect(await claim('call_1', 'call_2')).toBeNull()
  await expect.poll(held).toEqual(['intervention-bar scope call_1'])
  release?.()
  await expect.poll(held).toEqual([])
})

it('what was claimed when a button went down is taken over in the task of the press', async () => {
  claimEarly('scope', 'call_1')
  await expect.poll(held).toContain('intervention-bar scope call_1')
  const claims: ((() => void) | null)[] = []
  const decisions = [approved('call_1')] as const
  const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions }
  claimCalls('scope', request, (free) => claims.push(free))
  expect(claims).toHaveLength(1)
  claims[0]?.()
  await expect.poll(held).toEqual([])
})
