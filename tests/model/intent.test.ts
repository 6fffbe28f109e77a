import {
  begin,
  type Failure,
  type Intent,
  type IntentEffect,
  type IntentInput,
  type ResumeAnswer,
  step,
} from 'intervention-bar/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCard, approval } from '../support/fixtures.ts'

const request = approval()
const accepted: ResumeAnswer = { outcome: 'accepted', operationId: 'op_2' }
const unknown: Failure = { code: 'timeout', applied: 'unknown' }
const own = { ...aCard(), status: 'approved', resolution: { at: 1, requestId: 'req_1' } } as const
const byMaya = { ...aCard(), status: 'rejected', resolution: { at: 1, by: { id: 'maya' } } } as const

/** Plays inputs from the press at 0 on; returns where it ends and every effect on the way. */
function play(...inputs: readonly IntentInput[]): { intent: Intent; effects: readonly IntentEffect[] } {
  return inputs.reduce<{ intent: Intent; effects: readonly IntentEffect[] }>(
    ({ intent, effects }, input) => {
      const [next, more] = step(intent, input)
      return { intent: next, effects: [...effects, ...more] }
    },
    (([intent, effects]) => ({ intent, effects }))(begin(request, 0)),
  )
}
const refused = (failure: Failure, at: number, random = 0.5): IntentInput => ({
  type: 'refused',
  failure,
  at,
  random,
})
const woke = (at: number): IntentInput => ({ type: 'woke', at })
const sends = (effects: readonly IntentEffect[]): number =>
  effects.filter((one) => one.type === 'send').length

describe('a decision that is answered', () => {
  it.each([
    accepted,
    { outcome: 'already_resolved', interventions: [byMaya] },
    { outcome: 'changed', interventions: [] },
    { outcome: 'gone', reason: 'expired', interventions: [] },
  ] as const)('settles with $outcome', (answer) => {
    expect(play({ type: 'answered', answer, at: 5 }).intent).toEqual({ status: 'settled', request, answer })
  })

  it('sends once', () => {
    expect(sends(play({ type: 'answered', answer: accepted, at: 5 }).effects)).toBe(1)
  })
})

describe('rule S4: a failure without effect frees the card at once', () => {
  it.each([
    'offline',
    'unauthenticated',
    'forbidden',
    'not_found',
    'invalid',
    'key_reused',
    'unsupported',
  ] as const)('%s', (code) => {
    const failure: Failure = { code, applied: 'no' }
    const { intent, effects } = play(refused(failure, 5))
    expect(intent).toEqual({ status: 'failed', request, failure })
    expect(sends(effects)).toBe(1)
  })
})

describe('an unknown outcome', () => {
  it('is tried again under the same request, at most three times, with full jitter doubling from 0.5 s', () => {
    const { intent, effects } = play(
      refused(unknown, 1_000),
      woke(1_250),
      refused(unknown, 2_000),
      woke(2_500),
      refused(unknown, 3_000),
    )
    expect(sends(effects)).toBe(3)
    expect(effects.filter((one) => one.type === 'wake').map((one) => one.at)).toEqual([60_000, 1_250, 2_500])
    expect(effects.at(-1)).toEqual({ type: 'read' })
    expect(intent).toMatchObject({ status: 'checking', request })
  })

  it('does not send again before its time', () => {
    expect(play(refused(unknown, 1_000), woke(1_249)).intent.status).toBe('waiting')
  })

  it('is not tried again later than 30 s after the press', () => {
    expect(play(refused(unknown, 29_900)).intent.status).toBe('checking')
  })

  it('is not tried again by a page that slept through the time of the next try', () => {
    const { intent, effects } = play(refused(unknown, 1_000), woke(45_000))
    expect(intent.status).toBe('checking')
    expect(sends(effects)).toBe(1)
    const busy: Failure = { code: 'rate_limited', applied: 'no', retryAfterMs: 2_000 }
    expect(play(refused(busy, 1_000), woke(45_000)).intent).toMatchObject({
      status: 'failed',
      failure: { code: 'timeout', applied: 'no' },
    })
  })

  it.each([
    ['is settled by our own request', [own], { status: 'settled', answer: { outcome: 'already_resolved' } }],
    ['is settled by another', [byMaya], { status: 'settled', answer: { outcome: 'already_resolved' } }],
    [
      'expired',
      [{ ...aCard(), status: 'expired', resolution: { at: 1 } } as const],
      { status: 'settled', answer: { outcome: 'gone', reason: 'expired' } },
    ],
    ['was changed', [aCard({ revision: 'rev_2' })], { status: 'settled', answer: { outcome: 'changed' } }],
    ['still waits', [aCard()], { status: 'failed', failure: { code: 'timeout', applied: 'unknown' } }],
  ] as const)('ends with one read when the call %s', (_title, interventions, end) => {
    const checked = play(refused(unknown, 29_900), { type: 'read', interventions, at: 30_000 })
    expect(checked.intent).toMatchObject(end)
  })

  it('takes a resolution that is seen meanwhile as the answer', () => {
    const { intent } = play(refused(unknown, 1_000), { type: 'observed', interventions: [own], at: 1_100 })
    expect(intent).toMatchObject({ status: 'settled', answer: { outcome: 'already_resolved' } })
  })

  it('reads again if the read fails, but ends 60 s after the press', () => {
    const { intent, effects } = play(
      refused(unknown, 29_900),
      { type: 'read_failed', at: 40_000, random: 0.5 },
      woke(41_000),
      { type: 'read_failed', at: 59_000, random: 0.5 },
      woke(60_000),
    )
    expect(effects.filter((one) => one.type === 'read')).toHaveLength(2)
    expect(intent).toEqual({ status: 'failed', request, failure: unknown })
  })

  it('stays unknown if a later try is finally refused', () => {
    const { intent } = play(
      refused(unknown, 1_000),
      woke(1_250),
      refused({ code: 'forbidden', applied: 'no' }, 1_500),
      {
        type: 'read',
        interventions: [aCard()],
        at: 2_000,
      },
    )
    expect(intent).toMatchObject({ status: 'failed', failure: { applied: 'unknown' } })
  })
})

describe('rule S11: Retry-After', () => {
  it('of zero is a try at once', () => {
    const failure: Failure = { code: 'rate_limited', applied: 'no', retryAfterMs: 0 }
    expect(play(refused(failure, 100)).intent).toMatchObject({ status: 'waiting', until: 100 })
  })

  it.each(['rate_limited', 'unavailable'] as const)('is obeyed by %s up to 20 s', (code) => {
    const failure: Failure = {
      code,
      applied: code === 'rate_limited' ? 'no' : 'unknown',
      retryAfterMs: 20_000,
    }
    expect(play(refused(failure, 1_000)).intent).toMatchObject({ status: 'waiting', until: 21_000 })
  })

  it('over 20 s ends automatic tries', () => {
    const failure: Failure = { code: 'rate_limited', applied: 'no', retryAfterMs: 20_001 }
    expect(play(refused(failure, 1_000)).intent).toEqual({ status: 'failed', request, failure })
    const doubtful: Failure = { code: 'unavailable', applied: 'unknown', retryAfterMs: 20_001 }
    expect(play(refused(doubtful, 1_000)).intent.status).toBe('checking')
  })
})

describe('while the answer is outstanding', () => {
  it('waits a second for it after the resolution was seen, because it names the new operation', () => {
    const seen = play({ type: 'observed', interventions: [own], at: 100 })
    expect(seen.intent.status).toBe('sending')
    expect(step(seen.intent, { type: 'answered', answer: accepted, at: 200 })[0]).toMatchObject({
      answer: accepted,
    })
    expect(step(seen.intent, woke(1_100))[0]).toMatchObject({ answer: { outcome: 'already_resolved' } })
  })
})

it('G2: has no state without an exit: it always ends within 60 s of the press', () => {
  const input = fc.oneof(
    fc.record({ type: fc.constant('answered' as const), answer: fc.constant(accepted) }),
    fc.record({
      type: fc.constant('refused' as const),
      failure: fc.record({
        code: fc.constantFrom('timeout', 'forbidden', 'rate_limited', 'in_progress' as const),
        applied: fc.constantFrom('no', 'unknown' as const),
        retryAfterMs: fc.nat(40_000),
      }),
      random: fc.double({ min: 0, max: 0.99, noNaN: true }),
    }),
    fc.record({
      type: fc.constantFrom('observed' as const, 'read' as const),
      interventions: fc.constantFrom([aCard()], [own], [byMaya], []),
    }),
    fc.record({
      type: fc.constant('read_failed' as const),
      random: fc.double({ min: 0, max: 0.99, noNaN: true }),
    }),
    fc.record({ type: fc.constant('woke' as const) }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(input, fc.nat(8_000)), { maxLength: 30 }), (script) => {
      let at = 0
      const { intent, effects } = play(
        ...script.map(([one, pause]) => ({ ...one, at: (at += pause) })),
        woke(Math.max(at, 60_000)),
      )
      expect(['settled', 'failed']).toContain(intent.status)
      expect(sends(effects)).toBeLessThanOrEqual(3)
    }),
    { seed: 11, numRuns: 2_000 },
  )
})
