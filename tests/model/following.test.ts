import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationState } from '../../src/model/conversation.ts'
import type { Failure } from '../../src/model/decision.ts'
import {
  type Following,
  type FollowingEffect,
  type FollowingInput,
  shownConnection,
  unfollowed,
} from '../../src/model/followed.ts'
import { step } from '../../src/model/following.ts'
import { merge } from '../../src/model/merge.ts'
import { aCard, aState, endOf, initOf, parkedState, requestOf, running } from '../support/fixtures.ts'

const at = 1_000_000
const lost: Failure = { code: 'unavailable', applied: 'no' }
type Input = FollowingInput extends infer One
  ? One extends FollowingInput
    ? Omit<One, 'at' | 'state'>
    : never
  : never

/** What a follower does that is told all of this, `ms` after its start, with what its writes left in the cache. */
function follow(polls = false, state: ConversationState | undefined = parkedState()) {
  let following = unfollowed(state, polls)
  let cache = state
  return {
    get now(): Following {
      return following
    },
    get state(): ConversationState {
      return cache
    },
    write: (next: ConversationState) => {
      cache = next
    },
    tell: (input: Input, ms = 0): readonly FollowingEffect['type'][] => {
      // SAFETY: an input is one of these with exactly these two fields added.
      const whole = { ...input, at: at + ms, state: cache } as FollowingInput
      const [next, effects] = step(following, whole)
      following = next
      for (const effect of effects) if (effect.type === 'write') cache = effect.state
      return effects.map(({ type }) => type).filter((type) => type !== 'show' && type !== 'track')
    },
  }
}
const landed: Input = { type: 'read', failure: null }
const quiet = { isHidden: false, isKept: false, isDeciding: false, unknownOutcome: false }

/** Follows, is live and at rest. */
function live() {
  const followed = follow()
  followed.tell({ type: 'started' })
  followed.tell(landed)
  followed.tell({ type: 'heard', item: { type: 'connection', status: 'live' } })
  return followed
}

describe('a followed conversation', () => {
  it('is read first, and its stream opens after the cursor of that read', () => {
    const { tell } = follow()
    expect(tell({ type: 'started' })).toEqual(['read'])
    expect(tell(landed)).toEqual(['open'])
  })

  it('is read again if events may be missing', () => {
    expect(live().tell({ type: 'heard', item: { type: 'gap' } })).toEqual(['read'])
    expect(live().tell({ type: 'heard', item: endOf('op_9', 'done', '12') })).toEqual(['write', 'read'])
    const { tell } = live()
    tell({ type: 'heard', item: { type: 'connection', status: 'connecting' } })
    expect(tell({ type: 'heard', item: { type: 'connection', status: 'live' } })).toEqual(['write', 'read'])
  })

  it('ignores a read that began before the stream was cut, because the server may have restarted since', () => {
    const followed = live()
    const begun = followed.state.version
    followed.tell({ type: 'heard', item: { type: 'connection', status: 'connecting' } })
    followed.tell({ type: 'heard', item: { type: 'connection', status: 'live' } })
    const back = followed.state
    const conversation = { ...back, operations: [running('op_9')], cursor: '99' }
    expect(merge(back, { conversation, version: begun, at })).toBe(back)
    expect(merge(back, { conversation, version: back.version, at })).toMatchObject({ cursor: '99' })
  })

  it('is read if a settled call is asked for anew without a cursor, which may be a late copy of an older request', () => {
    const settled = { ...aCard({ revision: 'rev_2' }), status: 'rejected', resolution: { at: 1 } } as const
    const { tell } = follow(
      false,
      aState({ cursor: null, operations: [running()], interventions: [settled] }),
    )
    tell({ type: 'started' })
    const asked = requestOf(aCard({ revision: 'rev_1' }), null)
    expect(tell({ type: 'heard', item: asked })).toEqual(['read'])
    expect(tell({ type: 'heard', item: requestOf(aCard({ revision: 'rev_2' }), null) })).toEqual([])
  })

  it('writes only if an event changes the state', () => {
    const { tell } = live()
    expect(tell({ type: 'heard', item: initOf(running('op_2', 'op_1'), '11') })).toEqual(['write'])
    expect(tell({ type: 'heard', item: initOf(running('op_2', 'op_1'), '11') })).toEqual([])
  })

  it('opens the stream again in another epoch', () => {
    const { tell, write } = live()
    write({ ...aState({ epoch: 'e2', cursor: '3' }), version: 9, reads: 2 })
    expect(tell({ type: 'changed' })).toEqual(['close', 'open'])
  })

  it('waits longer and longer after reads that fail', () => {
    const { tell, now } = follow()
    tell({ type: 'started' })
    expect(now.failures).toBe(0)
    tell({ type: 'read', failure: lost })
    expect(tell({ type: 'ticked', ...quiet }, 1_999)).toEqual([])
    expect(tell({ type: 'ticked', ...quiet }, 2_000)).toEqual(['read'])
    tell({ type: 'read', failure: lost }, 2_000)
    expect(tell({ type: 'ticked', ...quiet }, 5_999)).toEqual([])
    expect(tell({ type: 'ticked', ...quiet }, 6_000)).toEqual(['read'])
  })

  it('stops after a final failure, and continues on request', () => {
    const followed = follow()
    followed.tell({ type: 'started' })
    followed.tell({ type: 'read', failure: { code: 'forbidden', applied: 'no' } })
    expect(followed.now.connection).toBe('stopped')
    expect(followed.tell({ type: 'ticked', ...quiet }, 90_000)).toEqual([])
    expect(followed.tell({ type: 'asked' }, 90_000)).toEqual(['read'])
    expect(followed.now.connection).toBe('connecting')
  })

  it('polls if streams are not supported', () => {
    const followed = live()
    followed.tell({ type: 'ended', failure: { code: 'unsupported', applied: 'no' } })
    expect(followed.now).toMatchObject({ polls: true, connection: 'live', failure: null })
    expect(followed.tell({ type: 'ticked', ...quiet }, 30_000)).toEqual(['read'])
  })

  it('rests while the page is hidden, and reads when it becomes visible', () => {
    const { tell } = live()
    expect(tell({ type: 'ticked', ...quiet, isHidden: true }, 29_000)).toEqual([])
    expect(tell({ type: 'ticked', ...quiet, isHidden: true }, 30_000)).toEqual(['close'])
    expect(tell({ type: 'ticked', ...quiet, isHidden: true }, 600_000)).toEqual([])
    expect(tell({ type: 'woke', reason: 'visible' }, 600_000)).toEqual(['read'])
    expect(tell(landed, 600_000)).toEqual(['open'])
  })

  it('keeps its stream while the page is hidden and the host wants to be called, and rests once that is over', () => {
    const { tell } = live()
    const kept = { ...quiet, isHidden: true, isKept: true }
    expect(tell({ type: 'ticked', ...kept }, 60_000)).toEqual([])
    expect(tell({ type: 'ticked', ...kept }, 600_000)).toEqual([])
    expect(tell({ type: 'woke', reason: 'visible' }, 600_000)).toEqual([])
    expect(tell({ type: 'ticked', ...kept, isKept: false }, 629_000)).toEqual([])
    expect(tell({ type: 'ticked', ...kept, isKept: false }, 630_000)).toEqual(['close'])
  })

  it('is stale after 60 s without a confirmation, after 90 s while the page is hidden, and judged once on wake', () => {
    const seen = (ms: number, isHidden: boolean) => {
      const followed = follow(false, aState({ operations: [running()], interventions: [] }))
      followed.tell({ type: 'started' })
      followed.tell(landed)
      followed.tell({ type: 'heard', item: { type: 'connection', status: 'live' } })
      const chunk = {
        type: 'stream_chunk',
        operationId: 'op_1',
        data: {},
        cursor: null,
        timestamp: 0,
      } as const
      followed.tell({ type: 'heard', item: chunk })
      followed.tell({ type: 'ticked', ...quiet, isHidden, isKept: true }, ms)
      followed.tell({ type: 'read', failure: lost }, ms)
      const connection = (): string => shownConnection(followed.now, followed.state, at + ms)
      return { ...followed, connection }
    }
    const shown = [59_999, 60_000, 89_999, 90_000].map((ms) => [
      seen(ms, false).connection(),
      seen(ms, true).connection(),
    ])
    expect(shown).toEqual([
      ['live', 'live'],
      ['stale', 'live'],
      ['stale', 'live'],
      ['stale', 'stale'],
    ])
    const woken = seen(70_000, true)
    expect(woken.tell({ type: 'woke', reason: 'visible' }, 70_000)).toEqual(['read'])
    expect(woken.connection()).toBe('live')
    woken.tell({ type: 'ticked', ...quiet }, 70_500)
    expect(woken.connection()).toBe('stale')
  })

  it('gives its connection to a decision that waits for one, and takes it again', () => {
    const { tell } = live()
    expect(tell({ type: 'decided', sentAt: at, behind: 0 })).toEqual(['wake'])
    expect(tell({ type: 'due' }, 1_999)).toEqual([])
    expect(tell({ type: 'due' }, 2_000)).toEqual(['close', 'wake'])
    expect(tell({ type: 'due' }, 2_250)).toEqual(['open'])
  })

  it('keeps its connection if the decision is answered in time', () => {
    const { tell } = live()
    tell({ type: 'decided', sentAt: at, behind: 0 })
    tell({ type: 'decided', sentAt: null, behind: 0 }, 500)
    expect(tell({ type: 'due' }, 2_000)).toEqual([])
  })

  it('reads after an answer to another client of the page, and frees a card after the decision of another tab', () => {
    const { tell } = live()
    expect(tell({ type: 'decided', sentAt: null, behind: 1 })).toEqual(['read'])
    expect(tell({ type: 'decided', sentAt: null, behind: 1 })).toEqual([])
    const over = { conversationId: 'demo', operationId: 'op_1', requestId: 'r', decisions: [] } as never
    expect(tell({ type: 'told', over })).toEqual(['read'])
    expect(tell({ ...landed, over })).toContain('free')
  })

  it('leaves no stream, read or timer open', () => {
    expect(live().tell({ type: 'stopped' })).toEqual(['close'])
  })

  it('shows no new snapshot for chat events', () => {
    const state = aState({ operations: [running()], interventions: [] })
    const [begun] = step(unfollowed(state, false), { type: 'started', at, state })
    const chunk = { type: 'stream_chunk', operationId: 'op_1', data: {}, cursor: null, timestamp: 0 } as const
    const [heard] = step(begun, { type: 'heard', item: chunk, at, state })
    expect(step(heard, { type: 'heard', item: chunk, at: at + 1, state })[1]).toEqual([])
  })
})

const inputs = fc.oneof<fc.Arbitrary<Input>[]>(
  fc.constantFrom<Input>({ type: 'started' }, { type: 'stopped' }, { type: 'changed' }, { type: 'due' }),
  fc.constantFrom<Input>({ type: 'asked' }, landed, { type: 'read', failure: lost }),
  fc.constantFrom<Input>(
    { type: 'ended', failure: null },
    { type: 'ended', failure: { code: 'unsupported', applied: 'no' } },
    { type: 'woke', reason: 'visible' },
    { type: 'woke', reason: 'restored' },
  ),
  fc
    .constantFrom(...(['live', 'connecting', 'stale'] as const))
    .map((status): Input => ({ type: 'heard', item: { type: 'connection', status } })),
  fc.constantFrom<Input>(
    { type: 'heard', item: { type: 'gap' } },
    { type: 'heard', item: initOf(running('op_2', 'op_1'), '11') },
    { type: 'heard', item: requestOf(aCard({ toolCallId: 'call_2', operationId: 'op_2' }), '12') },
    { type: 'heard', item: endOf('op_2', 'waiting_for_human', '13') },
  ),
  fc
    .record({
      isHidden: fc.boolean(),
      isKept: fc.boolean(),
      isDeciding: fc.boolean(),
      unknownOutcome: fc.boolean(),
    })
    .map((looks): Input => ({ type: 'ticked', ...looks })),
)

it('has at most one stream after any inputs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(inputs, fc.nat(40_000)), { maxLength: 60 }),
      fc.boolean(),
      (told, polls) => {
        const { tell } = follow(polls)
        let open = 0
        let ms = 0
        for (const [input, passed] of told) {
          ms += passed
          if (input.type === 'ended' && open === 0) continue
          if (input.type === 'ended') open = 0
          for (const type of tell(input, ms)) {
            if (type === 'open') open += 1
            if (type === 'close') open = 0
            expect(open).toBeLessThanOrEqual(1)
          }
        }
      },
    ),
    { numRuns: 2_000, seed: 12 },
  )
})
