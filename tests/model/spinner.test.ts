import fc from 'fast-check'
import {
  captureRetired,
  type ConversationState,
  type GatewayEvent,
  type InterventionCall,
  isBusy,
  merge,
  type Operation,
  pendingOf,
  prune,
  reduce,
  type ResumeAnswer,
  retire,
} from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { isAskingSoon, unfollowed } from '../../src/model/followed.ts'
import { awaitsCards, isWaiting } from '../../src/model/pending.ts'
import {
  aCard,
  aConversation,
  approval,
  aState,
  endOf,
  initOf,
  parked,
  parkedState,
  requestOf,
  running,
} from '../support/fixtures.ts'

/** Everybody vouches: what is left is what the state says. */
const vouched = (state: ConversationState): Parameters<typeof isBusy>[2] => ({
  now: 0,
  seenAt: new Map(
    [...state.operations.map((one) => one.id), ...state.expected.map((one) => one.operationId)].map((id) => [
      id,
      0,
    ]),
  ),
})
const busy = (state: ConversationState, inFlight = false): boolean => isBusy(state, inFlight, vouched(state))
const accepted = (operationId: string | null = 'op_2', cursor?: string): ResumeAnswer => ({
  outcome: 'accepted',
  operationId,
  ...(cursor === undefined ? {} : { cursor }),
})
const accept = (
  state: ConversationState,
  answer = accepted(),
  at = 0,
  request = approval(),
): ConversationState => retire(state, request, answer, { captured: captureRetired(state, request), at })
const apply = (state: ConversationState, ...events: readonly GatewayEvent[]): ConversationState =>
  events.reduce((known, event) => reduce(known, event), state)

describe('rule S1: a park ends the spinner', () => {
  it('clears busy and leaves the call decidable', () => {
    const asked = apply(aState({ operations: [running()] }), requestOf(aCard()))
    expect(busy(asked)).toBe(true)
    const waiting = apply(asked, endOf('op_1', 'waiting_for_human'))
    expect(busy(waiting)).toBe(false)
    expect(pendingOf(waiting)).toHaveLength(1)
    expect(waiting.operations).toMatchObject([parked()])
  })

  it.each(['done', 'error', 'interrupted', 'waiting_for_human'] as const)('clears busy on %s', (reason) => {
    expect(busy(apply(aState({ operations: [running()] }), endOf('op_1', reason)))).toBe(false)
  })

  it('waits for the read that brings the card of a bare park, and for no other', () => {
    const bare = apply(aState({ operations: [running()] }), endOf('op_1', 'waiting_for_human'))
    expect(awaitsCards(bare)).toBe(true)
    const read = (operations: readonly Operation[], cards: readonly InterventionCall[]): ConversationState =>
      merge(bare, {
        conversation: aConversation({ operations, interventions: cards, cursor: null }),
        version: bare.version,
        at: 6_000,
      })
    expect(awaitsCards(read([parked()], [aCard()]))).toBe(false)
    expect(awaitsCards(read([parked()], []))).toBe(false)
    expect(awaitsCards(read([], []))).toBe(false)
    expect(awaitsCards(apply(bare, requestOf(aCard())))).toBe(false)
    expect(awaitsCards(apply(bare, endOf('op_1', 'interrupted')))).toBe(false)
    expect(awaitsCards(prune(bare, 60_000))).toBe(false)
  })

  it.each([
    ['while the read is under way', { reading: 1 }, true],
    ['while it is repeated after a failure', { failures: 2 }, true],
    ['not after it', {}, false],
    ['not where nothing is read any more', { failures: 1, connection: 'stopped' }, false],
  ] as const)('says that a call is about to be asked %s', (_when, change, expected) => {
    const bare = apply(aState({ operations: [running()] }), endOf('op_1', 'waiting_for_human'))
    const following = { ...unfollowed(bare, false), connection: 'live', ...change } as const
    expect(isAskingSoon(following, bare)).toBe(expected)
    expect(isAskingSoon(following, parkedState())).toBe(false)
  })

  it('keeps busy while the agent waits for an asynchronous tool', () => {
    expect(busy(aState({ operations: [{ ...running(), status: 'waiting_for_async_tool' } as never] }))).toBe(
      true,
    )
  })
})

describe('rule S2: busy is handed over without a gap', () => {
  it('is busy while the decision is in flight', () => {
    expect(busy(parkedState(), true)).toBe(true)
  })

  it('is busy from the answer until the end of the new operation, even before that is seen', () => {
    const expecting = accept(parkedState())
    expect(busy(expecting)).toBe(true)
    const carriedOn = apply(expecting, initOf(running('op_2', 'op_1')))
    expect(busy(carriedOn)).toBe(true)
    expect(busy(apply(carriedOn, endOf('op_1')))).toBe(true)
    expect(busy(apply(carriedOn, endOf('op_2')))).toBe(false)
  })

  it('is not busy if no operation carries on', () => {
    expect(busy(accept(parkedState(), accepted(null)))).toBe(false)
  })
})

describe('rule S3: the operations to retire are captured before the call and retired after acceptance', () => {
  it('captures the operation of the request and the parked ones it carries on', () => {
    const state = aState({
      operations: [parked('op_1'), parked('op_2', 'op_1'), parked('op_3')],
      interventions: [aCard({ operationId: 'op_2' })],
    })
    expect(captureRetired(state, { operationId: 'op_2' })).toEqual(['op_2', 'op_1'])
  })

  it('never retires the new operation, even when it parked before the answer', () => {
    const state = parkedState()
    const captured = captureRetired(state, approval())
    const seen = apply(state, initOf(running('op_2', 'op_1')), endOf('op_2', 'waiting_for_human'))
    const next = retire(seen, approval(), accepted(), { captured, at: 0 })
    expect(next.operations.find((one) => one.id === 'op_2')?.status).toBe('waiting_for_human')
    expect(next.operations.find((one) => one.id === 'op_1')?.status).toBe('done')
  })

  it.each([
    { outcome: 'changed', interventions: [aCard({ revision: 'rev_2' })] },
    { outcome: 'gone', reason: 'expired', interventions: [] },
    { outcome: 'already_resolved', interventions: [] },
  ] as const satisfies readonly ResumeAnswer[])('retires nothing when the answer is $outcome', (answer) => {
    expect(accept(parkedState(), answer).operations).toMatchObject([parked()])
  })

  it('retires if the answer shows that our own request had won', () => {
    const own = { ...aCard(), status: 'approved', resolution: { at: 1, requestId: 'req_1' } } as const
    const next = accept(parkedState(), {
      outcome: 'already_resolved',
      interventions: [own],
      operationId: 'op_2',
    })
    expect(next.operations[0]?.status).toBe('done')
    expect(busy(next)).toBe(true)
  })
})

describe('rule S5: busy is right in every order of events', () => {
  const answer = Symbol('answer')
  const pieces = {
    answer,
    'old end': endOf('op_1'),
    'new init': initOf(running('op_2', 'op_1')),
    'new end': endOf('op_2'),
    'new park': endOf('op_2', 'waiting_for_human'),
  } as const
  type Piece = keyof typeof pieces

  function play(order: readonly Piece[]): ConversationState {
    const start = parkedState()
    const captured = captureRetired(start, approval())
    return order.reduce<ConversationState>((state, name) => {
      const piece = pieces[name]
      if (piece === answer) return retire(state, approval(), accepted(), { captured, at: 0 })
      return reduce(state, piece)
    }, start)
  }

  const permutations = <T>(items: readonly T[]): readonly T[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))

  const complete = [
    ...permutations<Piece>(['answer', 'old end', 'new init', 'new end']),
    ...permutations<Piece>(['answer', 'new init', 'new end']),
    ...permutations<Piece>(['answer', 'old end', 'new end']),
    ...permutations<Piece>(['answer', 'old end', 'new init', 'new park']),
    ...permutations<Piece>(['answer', 'new init', 'new park', 'new park']),
    ...permutations<Piece>(['answer', 'old end', 'new init', 'new park', 'new end']),
  ]
  it.each(complete.map((order) => [order.join(', ')] as const))('ends after %s', (order) => {
    expect(busy(play(order.split(', ') as Piece[]))).toBe(false)
  })

  const unfinished = [
    ...permutations<Piece>(['answer', 'old end', 'new init']),
    ...permutations<Piece>(['answer', 'old end']),
    ...permutations<Piece>(['answer', 'new init']),
  ]
  it.each(unfinished.map((order) => [order.join(', ')] as const))('continues after %s', (order) => {
    expect(busy(play(order.split(', ') as Piece[]))).toBe(true)
  })

  it('ends also if events are doubled, in any order', () => {
    const names = Object.keys(pieces) as Piece[]
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...names), { maxLength: 8 })
          .chain((extra) =>
            fc.shuffledSubarray([...names, ...extra], { minLength: names.length + extra.length }),
          ),
        (order) => {
          expect(busy(play(order))).toBe(false)
        },
      ),
      { seed: 5, numRuns: 500 },
    )
  })
})

describe('rule S6: ended operations are forgotten 30 s after we learnt of their end', () => {
  const ended = reduce(aState({ operations: [running()] }), endOf('op_1'), 1_000)

  it('keeps them for 30 s', () => {
    expect(prune(ended, 30_999)).toBe(ended)
  })

  it('forgets them after 30 s, and a late init revives nothing', () => {
    const forgotten = prune(ended, 31_000)
    expect(forgotten.operations).toEqual([])
    expect(reduce(forgotten, initOf(running()))).toBe(forgotten)
    expect(reduce(forgotten, endOf('op_1'))).toBe(forgotten)
  })

  it('keeps a park as long as a call in its chain waits', () => {
    const waiting = reduce(
      aState({ operations: [running()], interventions: [aCard()] }),
      endOf('op_1', 'waiting_for_human'),
      0,
    )
    expect(prune(waiting, 3_600_000).operations).toHaveLength(1)
    const decided = accept(waiting, accepted(null), 3_600_000)
    expect(prune(decided, 3_700_000).operations).toEqual([])
  })

  it('can still decide a call whose operation was forgotten', () => {
    const state = { ...parkedState(), operations: [], ended: [], forgotten: ['op_1'] }
    const next = accept(state)
    expect(pendingOf(next)).toEqual([])
    expect(busy(next)).toBe(true)
  })
})

describe('rule S9: the agent continues once, after the last', () => {
  it('keeps siblings decidable with their id and revision', () => {
    const next = accept(parkedState(aCard(), aCard({ toolCallId: 'call_2' })))
    expect(pendingOf(next).map((one) => [one.toolCallId, one.revision])).toEqual([['call_2', 'rev_1']])
  })

  it('lists the calls of the newest run before those of an earlier turn', () => {
    const state = aState({
      operations: [parked('op_1'), parked('op_2')],
      interventions: [
        aCard({ toolCallId: 'left', operationId: 'op_1', requestedAt: 1 }),
        aCard({ toolCallId: 'second', operationId: 'op_2', requestedAt: 3 }),
        aCard({ toolCallId: 'first', operationId: 'op_2', requestedAt: 2 }),
      ],
    })
    expect(pendingOf(state).map((one) => one.toolCallId)).toEqual(['first', 'second', 'left'])
  })

  it('waits for a call of each operation that carries on the same one', () => {
    const state = aState({
      operations: [parked('op_1'), parked('op_2', 'op_1'), parked('op_3', 'op_1')],
      interventions: [aCard({ operationId: 'op_2' })],
    })
    expect(isWaiting(state)).toBe(true)
  })

  it('waits for a call of an operation whose init was missed, whichever run it belongs to', () => {
    const asked = apply(
      aState({ operations: [{ id: 'op_1', startedAt: 1, status: 'done', endedAt: 2 }] }),
      requestOf(aCard({ operationId: 'op_2', requestedAt: 2 })),
      endOf('op_2', 'waiting_for_human'),
      initOf(running('op_3', 'op_1')),
      endOf('op_3', 'waiting_for_human'),
    )
    expect(isWaiting(asked)).toBe(true)
  })
})

describe('rule S9: a call of an operation that was forgotten', () => {
  const now = [running('op_1000'), parked('op_3000', 'op_1000')]

  it('waits if it was asked since the run began', () => {
    const call = aCard({ operationId: 'op_2000', requestedAt: 2_000 })
    expect(isWaiting(aState({ operations: now, interventions: [call] }))).toBe(true)
  })

  it('is of an earlier turn if it was asked before', () => {
    const call = aCard({ operationId: 'op_900', requestedAt: 900 })
    expect(isWaiting(aState({ operations: now, interventions: [call] }))).toBe(false)
  })
})

describe('rule S11: something must confirm that the agent is still running', () => {
  const state = aState({ operations: [running()] })

  it.each([
    [59_999, true],
    [60_000, false],
  ])('after %i ms without confirmation busy is %s', (now, expected) => {
    expect(isBusy(state, false, { now, seenAt: new Map([['op_1', 0]]) })).toBe(expected)
  })

  it('is not busy for an operation that was never confirmed', () => {
    expect(isBusy(state, false, { now: 0, seenAt: new Map() })).toBe(false)
  })
})

describe('rule S13: accepted, but the new operation never shows', () => {
  const expecting = accept(parkedState(), accepted('op_2', '12'))
  const read = (cursor: string | null, version: number, at = 10_000): Parameters<typeof merge>[1] => ({
    conversation: aConversation({ cursor, operations: [], interventions: [] }),
    version,
    at,
  })

  it('ends busy with a read at the cursor of the answer', () => {
    const next = merge(expecting, read('12', 0))
    expect(busy(next)).toBe(false)
    expect(next.expected[0]?.missing).toBe(true)
  })

  it('ignores a read from before the answer', () => {
    expect(merge(expecting, read('11', 0))).toBe(expecting)
  })

  it('ignores a read from before an answer with an older cursor, because the server was restarted', () => {
    const restarted = accept(parkedState(), accepted('op_2', '3'))
    expect(merge(restarted, read('10', 0))).toBe(restarted)
  })

  it('ends busy with the second read that began after the answer', () => {
    const withoutCursor = accept(aState({ cursor: null, operations: [parked()], interventions: [aCard()] }))
    const once = merge(withoutCursor, read(null, withoutCursor.version))
    expect(busy(once)).toBe(true)
    expect(busy(merge(once, read(null, once.version, 20_000)))).toBe(false)
  })

  it('stops expecting it without a message if the first read is 60 s after the answer: it may have come and gone', () => {
    const withoutCursor = accept(aState({ cursor: null, operations: [parked()], interventions: [aCard()] }))
    const before = merge(withoutCursor, read(null, withoutCursor.version - 1, 60_001))
    expect(before).toBe(withoutCursor)
    expect(merge(withoutCursor, read(null, withoutCursor.version, 60_001)).expected).toEqual([])
  })

  it('takes the message back if the operation shows after all', () => {
    const late = reduce(merge(expecting, read('12', 0)), initOf(running('op_2', 'op_1'), '13'))
    expect(late.expected).toEqual([])
    expect(busy(late)).toBe(true)
  })
})

describe('rule S15: nothing accumulates', () => {
  it('keeps a bounded state over 1,000 rounds', () => {
    let state = aState()
    for (let round = 1; round <= 1_000; round += 1) {
      const [asking, going] = [`op_${2 * round}`, `op_${2 * round + 1}`]
      const card = aCard({ toolCallId: `call_${round}`, operationId: asking })
      state = apply(state, initOf(running(asking)), requestOf(card), endOf(asking, 'waiting_for_human'))
      state = accept(state, accepted(going), round, approval(card, `req_${round}`))
      state = prune(apply(state, initOf(running(going, asking)), endOf(going)), round)
    }
    expect(busy(state)).toBe(false)
    expect(state.expected).toEqual([])
    expect(state.operations.length).toBeLessThanOrEqual(51)
    expect(state.interventions.length).toBeLessThanOrEqual(201)
    expect(state.forgotten.length).toBeLessThanOrEqual(200)
  })
})
