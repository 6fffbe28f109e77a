import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../src/model/conversation.ts'
import { merge } from '../../src/model/merge.ts'
import { chainOf, defaultPause, type Operation } from '../../src/model/operation.ts'
import { groupOf, isWaiting, pendingOf, waitsInChain } from '../../src/model/pending.ts'
import { prune } from '../../src/model/prune.ts'
import { captureRetired } from '../../src/model/retire.ts'
import { laterRunEnded } from '../../src/model/runs.ts'
import { aCard, aState, running } from '../support/fixtures.ts'

const at = 1_700_000_000_000

/** A list that counts how often one of its elements is looked at by position or by walking. */
function counted<One extends object>(
  list: readonly One[],
): { readonly list: readonly One[]; looks: () => number } {
  let looks = 0
  const counting = list.map(
    (one) =>
      new Proxy(one, {
        get: (target, key, self) => {
          looks += 1
          return Reflect.get(target, key, self) as unknown
        },
      }),
  )
  return { list: counting, looks: () => looks }
}

function chained(length: number): readonly Operation[] {
  return Array.from({ length }, (_one, index): Operation => {
    const resumes = index === 0 ? {} : { resumes: `op_${index - 1}` }
    return {
      id: `op_${index}`,
      startedAt: at + index,
      ...resumes,
      status: 'waiting_for_human',
      pause: defaultPause,
    }
  })
}

function conversationOf(operations: readonly Operation[]): Conversation {
  const { length } = operations
  const interventions = [0, length - 1].map((index) =>
    aCard({ toolCallId: `call_${index}`, operationId: `op_${index}`, requestedAt: at + index }),
  )
  return { id: 'demo', epoch: 'one', cursor: '1', now: at, operations, interventions }
}

/** Counts the fields of operations that are read from the answer of the gateway to the screen. */
function looksOf(length: number): number {
  const { list, looks } = counted(chained(length))
  const read = { conversation: conversationOf(list), version: 0, at }
  const state = prune(merge(merge(undefined, read), { ...read, version: 1 }), at + 60_000)
  expect(pendingOf(state).map((call) => call.toolCallId)).toEqual(['call_0', `call_${length - 1}`])
  expect(isWaiting(state)).toBe(true)
  expect(groupOf(state, 'call_0').operationId).toBe(`op_${length - 1}`)
  expect(groupOf(state, 'call_0').calls).toHaveLength(2)
  expect(waitsInChain(state)(`op_${length - 1}`)).toBe(true)
  expect(captureRetired(state, { operationId: `op_${length - 1}` })).toHaveLength(length)
  return looks()
}

describe('operations that each resume the last', () => {
  it('are read and shown in linear time', () => {
    expect(looksOf(10_000)).toBeLessThan(12 * looksOf(1_000))
  })

  it('are computed once between two changes', () => {
    const state = merge(undefined, { conversation: conversationOf(chained(100)), version: 0, at })
    expect(pendingOf(state)).toBe(pendingOf(state))
    expect(groupOf(state, 'call_0')).toBe(groupOf(state, 'call_0'))
  })

  it('are walked once if they form a ring', () => {
    const [first, ...rest] = chained(3)
    const ring = [{ ...first!, resumes: 'op_2' }, ...rest]
    expect(chainOf(ring, 'op_1').map(({ id }) => id)).toEqual(['op_1', 'op_0', 'op_2'])
    const state = merge(undefined, { conversation: conversationOf(ring), version: 0, at })
    expect(ring.every(({ id }) => waitsInChain(state)(id))).toBe(true)
    expect(prune(state, at + 60_000)).toBe(state)
  })
})

describe('a receipt of a call whose run began with a forgotten operation', () => {
  const ended = (id: string, resumes?: string): Operation => ({
    ...running(id, resumes),
    status: 'done',
    endedAt: 9_000,
  })
  const resolution = { at: 8_000 }
  const call = { ...aCard({ operationId: 'op_6' }), status: 'approved', resolution } as const
  const before = aState({
    operations: [ended('op_1'), ended('op_6', 'op_5'), running('op_4', 'op_1'), running('op_9000')],
  })

  it.each([
    ['stays when a branch ends that is older than the decision', 'op_4', false],
    ['leaves when a later run ends', 'op_9000', true],
  ])('%s', (_title, id, leaves) => {
    const operations = before.operations.map((one) => (one.id === id ? { ...one, ...ended(id) } : one))
    expect(laterRunEnded(before, { ...before, operations })(call)).toBe(leaves)
  })
})
