import {
  type ConversationState,
  type GatewayEvent,
  merge,
  type Operation,
  reduce,
  retire,
} from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import {
  aCard,
  aConversation,
  anEvent,
  approval,
  aState,
  endOf,
  initOf,
  parked,
  requestOf,
  running,
} from '../support/fixtures.ts'

const pause = { answering: 'any', siblings: 'independent' } as const
const operations: Record<Operation['status'], Operation> = {
  running: running(),
  waiting_for_async_tool: { id: 'op_1', startedAt: 1, status: 'waiting_for_async_tool' },
  waiting_for_human: parked(),
  done: { id: 'op_1', startedAt: 1, status: 'done', endedAt: 2 },
  interrupted: { id: 'op_1', startedAt: 1, status: 'interrupted', endedAt: 2 },
  error: { id: 'op_1', startedAt: 1, status: 'error', endedAt: 2, error: { code: 'x', message: 'y' } },
}
const ends = ['done', 'error', 'interrupted', 'waiting_for_human'] as const
const statusAfter = (state: ConversationState): string | undefined => state.operations[0]?.status

describe('every status of an operation x every end', () => {
  const table: Record<Operation['status'], Record<(typeof ends)[number], Operation['status']>> = {
    running: {
      done: 'done',
      error: 'error',
      interrupted: 'interrupted',
      waiting_for_human: 'waiting_for_human',
    },
    waiting_for_async_tool: {
      done: 'done',
      error: 'error',
      interrupted: 'interrupted',
      waiting_for_human: 'waiting_for_human',
    },
    waiting_for_human: {
      done: 'done',
      error: 'error',
      interrupted: 'interrupted',
      waiting_for_human: 'waiting_for_human',
    },
    done: { done: 'done', error: 'done', interrupted: 'done', waiting_for_human: 'done' },
    interrupted: {
      done: 'interrupted',
      error: 'interrupted',
      interrupted: 'interrupted',
      waiting_for_human: 'interrupted',
    },
    error: { done: 'error', error: 'error', interrupted: 'error', waiting_for_human: 'error' },
  }
  const rows = Object.entries(table).flatMap(([before, cells]) =>
    Object.entries(cells).map(([end, after]) => [before, end, after] as const),
  )

  it.each(rows)('%s + %s -> %s', (before, end, after) => {
    const state = aState({ operations: [operations[before as Operation['status']]] })
    const next = reduce(state, endOf('op_1', end as (typeof ends)[number]))
    expect(statusAfter(next)).toBe(after)
    if (before === after) expect(next).toBe(state)
  })

  it.each(Object.keys(operations))('%s + a second init changes nothing', (before) => {
    const state = aState({ operations: [operations[before as Operation['status']]] })
    expect(reduce(state, initOf(running()))).toBe(state)
  })
})

describe('every status of a call x every event on it', () => {
  const resolution = { at: 9 }
  const statuses = ['approved', 'rejected', 'rejected_continue', 'expired', 'withdrawn'] as const

  it.each(statuses)('pending + response %s -> settled', (status) => {
    const state = aState({ interventions: [aCard()] })
    const event = anEvent('agent_intervention_response', 'op_1', { toolCallId: 'call_1', status, resolution })
    expect(reduce(state, event).interventions[0]).toMatchObject({ status, resolution })
  })

  it.each(statuses)('%s + the same request again changes nothing', (status) => {
    const state = aState({ interventions: [{ ...aCard(), status, resolution }] })
    expect(reduce(state, requestOf(aCard()))).toBe(state)
  })

  it.each(statuses)('%s + a request of another revision -> a new card', (status) => {
    const state = aState({ interventions: [{ ...aCard(), status, resolution }] })
    const card = aCard({ revision: 'rev_2' })
    expect(reduce(state, requestOf(card, '99')).interventions).toEqual([card])
  })

  it.each(statuses)(
    '%s + a request of another revision, without a cursor -> a read has to tell',
    (status) => {
      const state = aState({ interventions: [{ ...aCard(), status, resolution }] })
      expect(reduce(state, requestOf(aCard({ revision: 'rev_2' })))).toBe(state)
    },
  )

  it('pending + a request of another revision -> changed in place', () => {
    const card = aCard({ revision: 'rev_2', argsText: '{}' })
    expect(reduce(aState({ interventions: [aCard()] }), requestOf(card)).interventions).toEqual([card])
  })

  it('replaces its own resolution by the server’s', () => {
    const own = { ...aCard(), status: 'approved', resolution: { at: 1, requestId: 'req_1' } } as const
    const event = anEvent('agent_intervention_response', 'op_1', {
      toolCallId: 'call_1',
      status: 'approved',
      resolution: { at: 2, requestId: 'req_1', by: { id: 'maya' } },
    })
    expect(reduce(aState({ interventions: [own] }), event).interventions[0]).toMatchObject({
      resolution: { at: 2, by: { id: 'maya' } },
    })
  })

  describe('after a decision that was accepted ahead of its events', () => {
    const before = aState({ operations: [parked()], interventions: [aCard()] })
    const answer = { outcome: 'accepted', operationId: 'op_2', cursor: '20' } as const
    const accepted = retire(before, approval(), answer, { captured: ['op_1'], at: 1 })
    const withdrawn = (cursor: string): GatewayEvent =>
      anEvent(
        'agent_intervention_response',
        'op_1',
        { toolCallId: 'call_1', status: 'withdrawn', resolution: { at: 9 } },
        cursor,
      )

    it.each([
      ['another revision', requestOf(aCard({ revision: 'rev_2' }), '19')],
      ['another outcome', withdrawn('19')],
    ])('an older event with %s does not undo it, and a read has to tell', (_name, event) => {
      const next = reduce(accepted, event)
      expect(next.interventions).toEqual(accepted.interventions)
      expect(next).toMatchObject({ cursor: '19', unread: true })
    })

    it('a read that is older than the park of its operation does not let it run again', () => {
      const next = reduce(accepted, endOf('op_1', 'waiting_for_human', '21'))
      const conversation = aConversation({ cursor: '20', operations: [running()] })
      expect(merge(next, { conversation, version: accepted.version, at: 2 })).toBe(next)
    })

    it('the same where the answer had no cursor', () => {
      const seen = { outcome: 'accepted', operationId: 'op_2' } as const
      const settled = retire(before, approval(), seen, { captured: ['op_1'], at: 1 })
      const next = reduce(settled, endOf('op_1', 'waiting_for_human', '21'))
      const conversation = aConversation({ cursor: '20', operations: [running()] })
      expect(merge(next, { conversation, version: settled.version, at: 2 })).toBe(next)
    })

    it('a newer one does', () => {
      const asked = aCard({ revision: 'rev_2' })
      expect(reduce(accepted, requestOf(asked, '21')).interventions).toEqual([asked])
      expect(reduce(accepted, withdrawn('21')).interventions[0]?.status).toBe('withdrawn')
    })
  })

  it('ignores a response to a call it does not know', () => {
    const state = aState()
    const event = anEvent('agent_intervention_response', 'op_1', {
      toolCallId: 'no',
      status: 'approved',
      resolution,
    })
    expect(reduce(state, event)).toBe(state)
  })

  it('leaves calls alone when their operation ends', () => {
    const state = aState({ operations: [running()], interventions: [aCard()] })
    expect(reduce(state, endOf('op_1', 'interrupted')).interventions).toBe(state.interventions)
  })
})

describe('doubled, reordered, late and unknown events', () => {
  it.each([
    'stream_start',
    'stream_chunk',
    'stream_end',
    'step_start',
    'step_complete',
    'tool_start',
    'tool_end',
    'unknown',
  ] as const)('%s never touches the state', (type) => {
    const state = aState({ operations: [running()], interventions: [aCard()] })
    expect(reduce(state, anEvent(type, 'op_1', { any: 'thing' }, '11'))).toBe(state)
  })

  it('drops events that are not after its cursor', () => {
    const state = aState({ cursor: '10', operations: [running()] })
    expect(reduce(state, endOf('op_1', 'done', '10'))).toBe(state)
    expect(reduce(state, endOf('op_1', 'done', '9'))).toBe(state)
    expect(statusAfter(reduce(state, endOf('op_1', 'done', '11')))).toBe('done')
  })

  it('compares cursors as numbers', () => {
    const state = aState({ cursor: '9', operations: [running()] })
    expect(statusAfter(reduce(state, endOf('op_1', 'done', '10')))).toBe('done')
    const far = aState({ cursor: '99999999999999999998', operations: [running()] })
    expect(statusAfter(reduce(far, endOf('op_1', 'done', '99999999999999999999')))).toBe('done')
  })

  it('remembers an end seen before its init', () => {
    const early = reduce(aState(), endOf('op_9', 'error'))
    expect(early.operations).toMatchObject([
      { id: 'op_9', status: 'error', endedAt: 5_000, error: { code: 'unknown', message: '' } },
    ])
    expect(reduce(early, initOf(running('op_9')))).toBe(early)
  })

  it('remembers a park seen before its init, with its pause', () => {
    const together = { answering: 'together', siblings: 'independent' } as const
    const event: GatewayEvent = anEvent('agent_runtime_end', 'op_9', {
      reason: 'waiting_for_human',
      pause: together,
    })
    const next = reduce(reduce(aState(), event), initOf(running('op_9')))
    expect(next.operations).toMatchObject([{ id: 'op_9', status: 'waiting_for_human', pause: together }])
  })

  it('gives a park without a pause the default one', () => {
    expect(
      reduce(aState({ operations: [running()] }), endOf('op_1', 'waiting_for_human')).operations[0],
    ).toMatchObject({
      pause,
    })
  })

  it('increments its version with each event that was applied, and only then', () => {
    const state = aState({ operations: [running()] })
    const next = reduce(state, endOf('op_1'))
    expect(next.version).toBe(state.version + 1)
    expect(reduce(next, endOf('op_1')).version).toBe(next.version)
  })
})
