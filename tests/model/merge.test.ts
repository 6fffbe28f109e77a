import {
  captureRetired,
  type Conversation,
  type ConversationState,
  merge,
  reduce,
  retire,
} from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import {
  aCard,
  aConversation,
  approval,
  aState,
  endOf,
  parked,
  parkedState,
  requestOf,
  running,
} from '../support/fixtures.ts'

const read = (
  state: ConversationState,
  change: Partial<Conversation>,
  version = state.version,
): ConversationState => merge(state, { conversation: aConversation(change), version, at: 1_000 })

describe('a read that is older than the state', () => {
  it('is dropped by its cursor', () => {
    const state = reduce(aState({ cursor: '10', operations: [running()] }), endOf('op_1', 'done', '11'))
    expect(read(state, { cursor: '10', operations: [running()] })).toBe(state)
  })

  it('is dropped by the time it began, without cursors', () => {
    const before = aState({ cursor: null, operations: [running()] })
    const state = reduce(before, endOf('op_1'))
    expect(read(state, { cursor: null, operations: [running()] }, before.version)).toBe(state)
    expect(read(state, { cursor: null, operations: [running()] }).operations).toMatchObject([running()])
  })

  it('is dropped if it began before our answer and does not reach its cursor', () => {
    const before = parkedState()
    const request = approval()
    const answer = { outcome: 'accepted', operationId: 'op_2', cursor: '14' } as const
    const state = retire(before, request, answer, { captured: captureRetired(before, request), at: 0 })
    const waiting = { operations: [parked()], interventions: [aCard()] }
    expect(read(state, { cursor: '13', ...waiting }, before.version)).toBe(state)
    expect(read(state, { cursor: '13', ...waiting }).interventions[0]?.status).toBe('pending')
    expect(read(state, { cursor: '14', ...waiting }, before.version).interventions[0]?.status).toBe('pending')
  })

  it('is dropped if it includes only the later one of two answers that came in the other order', () => {
    const before = parkedState(aCard(), aCard({ toolCallId: 'call_2' }))
    const take = (state: ConversationState, id: string, cursor: string): ConversationState => {
      const request = approval(aCard({ toolCallId: id }), `req_${id}`)
      const answer = { outcome: 'accepted', operationId: `op_of_${id}`, cursor } as const
      return retire(state, request, answer, { captured: captureRetired(state, request), at: 0 })
    }
    const state = take(take(before, 'call_2', '20'), 'call_1', '14')
    const waiting = { operations: [parked()], interventions: [aCard({ toolCallId: 'call_2' })] }
    expect(read(state, { cursor: '16', ...waiting }, before.version)).toBe(state)
    expect(read(state, { cursor: '20', operations: [] }, before.version)).not.toBe(state)
  })

  it('is dropped if the answer was ahead of the events and the read does not include it', () => {
    const other = aCard({ toolCallId: 'call_2' })
    const before = parkedState(aCard(), other)
    const late = { outcome: 'already_resolved', interventions: [] } as const
    const behind = retire(before, approval(), late, { captured: [], at: 0 })
    const changed = aCard({ toolCallId: 'call_2', revision: 'rev_2' })
    const state = reduce(behind, requestOf(changed, '12'))
    const operations = [parked()]
    expect(read(state, { cursor: '11', operations, interventions: [other] }, behind.version)).toBe(state)
    const next = read(state, { cursor: '12', operations, interventions: [changed] }, behind.version)
    expect(next.interventions).toContainEqual(changed)
  })

  it('is applied if it is as new as the state', () => {
    const state = aState({ cursor: '10', operations: [running()] })
    expect(read(state, { cursor: '10' }).operations).toEqual([])
  })
})

describe('an entry that a newer read does not list', () => {
  it('is withdrawn if it is a pending call, and kept if it is settled', () => {
    const settled = { ...aCard({ toolCallId: 'call_2' }), status: 'rejected', resolution: { at: 1 } } as const
    const next = read(parkedState(aCard(), settled), { cursor: '11', now: 7 })
    expect(next.interventions).toEqual([{ ...aCard(), status: 'withdrawn', resolution: { at: 7 } }, settled])
  })

  it('is forgotten if it is an operation', () => {
    const next = read(aState({ operations: [running()] }), { cursor: '11' })
    expect(next.operations).toEqual([])
    expect(next.forgotten).toEqual(['op_1'])
  })

  it('is removed if it is the viewer', () => {
    const state = aState({ viewer: { mayDecide: false } })
    expect(read(state, { cursor: '11' }).viewer).toBeUndefined()
  })
})

describe('another epoch', () => {
  it('replaces everything, whatever the cursors say', () => {
    const state = aState({ cursor: '500', operations: [running()], interventions: [aCard()] })
    const next = read(state, { epoch: 'e2', cursor: '1', operations: [running('op_7')] })
    expect(next).toMatchObject({ epoch: 'e2', cursor: '1', interventions: [] })
    expect(next.operations.map((one) => one.id)).toEqual(['op_7'])
  })

  it('is not undone by an earlier read of the old epoch', () => {
    const old = aState({ epoch: 'e1' })
    const next = read(old, { epoch: 'e2', cursor: '1' })
    expect(read(next, { epoch: 'e1', cursor: '900' }, old.version)).toBe(next)
  })
})

it('does not list a forgotten operation again', () => {
  const state = { ...aState(), forgotten: ['op_1'] }
  const done = { ...running(), status: 'done', endedAt: 1 } as const
  expect(read(state, { cursor: '11', operations: [done] }).operations).toEqual([])
})

it('keeps the time at which it learnt of an end', () => {
  const state = reduce(aState({ operations: [running()] }), endOf('op_1', 'done', '11'), 500)
  const next = read(state, { cursor: '12', operations: state.operations })
  expect(next.operations[0]?.at).toBe(500)
})

describe('a call that can no longer be read', () => {
  it('is neither shown nor said to be withdrawn', () => {
    const state = parkedState(aCard(), aCard({ toolCallId: 'call_2' }))
    const unreadable = [{ path: '/interventions/0/tool', toolCallId: 'call_1' }]
    const next = read(state, {
      cursor: null,
      operations: [parked()],
      interventions: [aCard({ toolCallId: 'call_2' })],
      unreadable,
    })
    expect(next.interventions).toEqual([aCard({ toolCallId: 'call_2' })])
    expect(next.unreadable).toEqual(unreadable)
    expect(read(next, { cursor: null, operations: [parked()] }).unreadable).toBeUndefined()
  })
})
