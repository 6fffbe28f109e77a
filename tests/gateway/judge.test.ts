import { describe, expect, it } from 'vitest'
import type { DecisionRequest, PendingIntervention, Question, ResumeRequest } from 'intervention-bar/core'
import { answeredIn, withAnswer } from '../../src/backend/answers.ts'
import { judge, judgeTurn } from '../../src/backend/judge.ts'
import {
  emptyLedger,
  expired,
  type Ledger,
  turnOf,
  withCalls,
  withDecisions,
  withEndOf,
  withOperation,
  withWithdrawn,
} from '../../src/backend/ledger.ts'
import { aCard, approval, parked, running } from '../support/fixtures.ts'

const [a, b, c] = ['a', 'b', 'c'].map((toolCallId) => aCard({ toolCallId })) as [
  PendingIntervention,
  PendingIntervention,
  PendingIntervention,
]
const accepted = { outcome: 'accepted', operationId: 'op_2' } as const

function failureOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    return thrown
  }
}

function ledgerOf(answering: 'any' | 'together' | 'in_order', ...cards: PendingIntervention[]): Ledger {
  const operation = { ...parked(), pause: { answering, siblings: 'independent' } } as const
  return withCalls(withOperation(emptyLedger, operation), cards)
}

function requestOf(...cards: PendingIntervention[]): ResumeRequest {
  const decisions = cards.flatMap((card) => approval(card).decisions)
  return { ...approval(), decisions: decisions as [(typeof decisions)[0]] }
}

describe('a verdict on a resume', () => {
  it('accepts an offered decision on the revision that was shown', () => {
    expect(judge(ledgerOf('any', a, b), requestOf(b))).toEqual({ calls: [b] })
  })

  it.each<
    [name: string, question: Question | undefined, answerText: string | undefined, path: string | null]
  >([
    ['a text', { kind: 'text', message: '' }, 'Friday', null],
    ['an empty text', { kind: 'text', message: '' }, '', null],
    ['nothing', { kind: 'text', message: '' }, undefined, '/decisions/0/answerText'],
    ['JSON', { kind: 'form', message: '', schema: {} }, '{}', null],
    ['no JSON', { kind: 'form', message: '', schema: {} }, '{', '/decisions/0/answerText'],
    ['consent', { kind: 'url', message: '', url: '' }, undefined, null],
    ['a text', { kind: 'url', message: '', url: '' }, 'yes', '/decisions/0/answerText'],
    ['a text in the place of a tool', undefined, 'Friday', null],
  ])('on %s for the question %j', (_name, question, answerText, path) => {
    const card = aCard({ ...(question ? { tool: null, question } : {}), decisions: ['answered'] })
    const { toolCallId, revision } = card
    const answered = { decision: 'answered', ...(answerText === undefined ? {} : { answerText }) } as const
    const request: ResumeRequest = { ...approval(card), decisions: [{ toolCallId, revision, ...answered }] }
    const verdict = failureOf(() => judge(ledgerOf('any', card), request))
    if (path === null) expect(verdict).toEqual({ calls: [card] })
    else expect(verdict).toMatchObject({ code: 'invalid', fields: [{ path }] })
  })

  it.each([undefined, '', ' \n\t'])('refuses a rejection without the reason that it needs: %j', (reason) => {
    const card = aCard({ reason: 'required', decisions: ['rejected'] })
    const { toolCallId, revision } = card
    const rejected = {
      toolCallId,
      revision,
      decision: 'rejected',
      ...(reason !== undefined && { reason }),
    } as const
    const request: ResumeRequest = { ...approval(card), decisions: [rejected] }
    expect(failureOf(() => judge(ledgerOf('any', card), request))).toMatchObject({
      code: 'invalid',
      fields: [{ path: '/decisions/0/reason' }],
    })
  })

  it('refuses an answer to no question, and a note that nobody keeps', () => {
    const { toolCallId, revision } = a
    const answered = { toolCallId, revision, decision: 'answered', answerText: 'Friday' } as const
    const noted = { toolCallId, revision, decision: 'approved', note: 'Once.' } as const
    const verdict = (made: DecisionRequest, card = a) =>
      failureOf(() => judge(ledgerOf('any', card), { ...approval(card), decisions: [made] }))
    expect(verdict(answered)).toMatchObject({ code: 'invalid', fields: [{ path: '/decisions/0/decision' }] })
    expect(verdict(noted)).toMatchObject({ code: 'invalid', fields: [{ path: '/decisions/0/note' }] })
    const keeping = aCard({ toolCallId, approvalNote: 'record' })
    expect(verdict(noted, keeping)).toEqual({ calls: [keeping] })
  })

  it('refuses to approve a question', () => {
    const question = { kind: 'text', message: 'Which?' } as const
    const card = aCard({ tool: null, question, decisions: ['approved', 'answered'] })
    const fields = [{ path: '/decisions/0/decision' }]
    expect(failureOf(() => judge(ledgerOf('any', card), requestOf(card)))).toMatchObject({ fields })
  })

  it('gives the same answer to the same request id, and refuses other decisions under it', () => {
    const ledger = withDecisions(ledgerOf('any', a, b), requestOf(a), accepted, { at: 5 })
    expect(answeredIn(ledger, requestOf(a))).toEqual(accepted)
    expect(answeredIn(ledger, { ...requestOf(a), requestId: 'req_2' })).toBe(undefined)
    expect(failureOf(() => answeredIn(ledger, requestOf(b)))).toMatchObject({
      code: 'key_reused',
      applied: 'no',
    })
  })

  it('tells a later request which decision was first', () => {
    const ledger = withDecisions(ledgerOf('any', a), requestOf(a), accepted, { at: 5, by: { id: 'maya' } })
    expect(judge(ledger, { ...requestOf(a), requestId: 'req_2' })).toMatchObject({
      answer: {
        outcome: 'already_resolved',
        interventions: [
          { status: 'approved', resolution: { requestId: 'req_1', by: { id: 'maya' }, at: 5 } },
        ],
      },
    })
  })

  it('answers "changed" for another revision, "gone" for a call that was withdrawn or has expired', () => {
    const ledger = ledgerOf('any', { ...a, expiresAt: 100 })
    expect(judge(ledger, requestOf({ ...a, revision: 'old' }))).toMatchObject({
      answer: { outcome: 'changed' },
    })
    expect(judge(withWithdrawn(ledger, ['op_1'], 5), requestOf(a))).toMatchObject({
      answer: { outcome: 'gone', reason: 'withdrawn' },
    })
    expect(
      judge({ ...ledger, interventions: expired(ledger.interventions, 100) }, requestOf(a)),
    ).toHaveProperty('calls')
    expect(
      judge({ ...ledger, interventions: expired(ledger.interventions, 101) }, requestOf(a)),
    ).toMatchObject({ answer: { reason: 'expired' } })
  })

  it('refuses an unknown call', () => {
    expect(failureOf(() => judge(ledgerOf('any', a), requestOf(b)))).toMatchObject({ code: 'not_found' })
  })

  it.each([
    [{ decisions: ['approved'] as const }, { decision: 'rejected' }, '/decisions/0/decision'],
    [{}, { decision: 'approved', argsText: '{}' }, '/decisions/0/argsText'],
    [{ editable: true }, { decision: 'approved', argsText: '{' }, '/decisions/0/argsText'],
    [{}, { decision: 'approved', remember: 'always' }, '/decisions/0/remember'],
    [{ reason: 'required' as const }, { decision: 'rejected' }, '/decisions/0/reason'],
  ] as const)('refuses a decision that the card %j does not offer: %j', (card, made, path) => {
    const request = requestOf(a)
    const decisions = [{ ...request.decisions[0], ...made }] as unknown as ResumeRequest['decisions']
    const ledger = ledgerOf('any', { ...a, ...card })
    expect(failureOf(() => judge(ledger, { ...request, decisions }))).toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path }],
    })
  })

  it('requires all calls together, or the first one first, as the pause says', () => {
    const together = ledgerOf('together', a, b, c)
    expect(failureOf(() => judge(together, requestOf(a, c)))).toMatchObject({ code: 'invalid' })
    expect(judge(together, requestOf(c, b, a))).toHaveProperty('calls')
    const inOrder = ledgerOf('in_order', a, b, c)
    expect(failureOf(() => judge(inOrder, requestOf(b)))).toMatchObject({ code: 'invalid' })
    expect(judge(inOrder, requestOf(a))).toHaveProperty('calls')
  })
})

describe('a verdict in a turn', () => {
  const later = {
    ...parked('op_2', 'op_1'),
    pause: { answering: 'in_order', siblings: 'independent' },
  } as const
  const ended = withEndOf(ledgerOf('in_order', b, c), 'op_1', { status: 'done', endedAt: 5 })
  const ledger = withOperation(ended, later)

  it('applies the pause of the operation that carries on the one that asked', () => {
    expect(failureOf(() => judgeTurn(ledger, requestOf(c)))).toMatchObject({ code: 'invalid' })
    expect(judgeTurn(ledger, requestOf(b))).toEqual({ calls: [b] })
  })

  it('accepts every operation of the turn, but no other and no unknown one', () => {
    const of = (operationId: string): unknown =>
      failureOf(() => judgeTurn(withOperation(ledger, parked('op_3')), { ...requestOf(b), operationId }))
    expect([of('op_1'), of('op_2')]).toEqual([{ calls: [b] }, { calls: [b] }])
    for (const other of ['op_3', 'op_4'])
      expect(of(other)).toMatchObject({ code: 'not_found', applied: 'no' })
  })

  it('refuses decisions of several operations, and names those of another', () => {
    const other = aCard({ toolCallId: 'd', operationId: 'op_3' })
    const mixed = withOperation(withCalls(ledger, [b, other]), parked('op_3'))
    expect(failureOf(() => judgeTurn(mixed, requestOf(b, other)))).toMatchObject({
      code: 'invalid',
      applied: 'no',
      fields: [{ path: '/decisions/1/toolCallId' }],
    })
  })

  it('accepts a call whose operation is forgotten', () => {
    expect(judgeTurn({ ...ledger, operations: [] }, requestOf(c))).toEqual({ calls: [c] })
  })
})

describe('a ledger', () => {
  it('never ends an operation twice', () => {
    const ended = withEndOf(ledgerOf('any'), 'op_1', { status: 'done', endedAt: 5 })
    expect(withEndOf(ended, 'op_1', { status: 'interrupted', endedAt: 6 })).toBe(ended)
  })

  it('keeps its operations in the order of their start', () => {
    const ledger = withOperation(withOperation(emptyLedger, running('op_1')), running('op_2', 'op_1'))
    const ended = withEndOf(ledger, 'op_1', { status: 'done', endedAt: 5 })
    expect(ended.operations.map((one) => [one.id, one.status])).toEqual([
      ['op_1', 'done'],
      ['op_2', 'running'],
    ])
  })

  it('tells the operations of one turn from those of another', () => {
    const operations = [parked('op_1'), running('op_2', 'op_1'), running('op_3'), running('op_4', 'op_2')]
    const ledger = { ...emptyLedger, operations }
    expect(turnOf(ledger, 'op_2').map((one) => one.id)).toEqual(['op_1', 'op_2', 'op_4'])
    expect(turnOf(ledger, 'op_3').map((one) => one.id)).toEqual(['op_3'])
  })

  it('keeps a bounded number of operations and calls', () => {
    let ledger: Ledger = emptyLedger
    for (let round = 0; round < 150; round += 1) {
      const card = aCard({ toolCallId: `call_${round}` })
      ledger = withCalls(withOperation(ledger, running(`op_${round}`)), [card])
      ledger = withDecisions(ledger, approval(card, `req_${round}`), accepted, { at: round })
    }
    expect([ledger.operations.length, ledger.interventions.length]).toEqual([100, 100])
    expect(answeredIn(ledger, approval(aCard({ toolCallId: 'call_0' }), 'req_0'))).toEqual(accepted)
  })

  describe('keeps answers', () => {
    const day = 24 * 60 * 60 * 1_000
    const answered = (count: number, every: number): Ledger => {
      const keys = Array.from({ length: count }, (_, index) => index)
      return keys.reduce<Ledger>(
        (ledger, index) => withAnswer(ledger, approval(a, `req_${index}`), accepted, index * every),
        emptyLedger,
      )
    }

    it('for a day', () => {
      const { answers } = answered(48, day / 24)
      expect([answers.length, answers[0]?.requestId]).toEqual([24, 'req_24'])
    })

    it('at most a thousand', () => {
      expect(answered(1_200, 1).answers).toHaveLength(1_000)
    })

    it('of stops and resumes separately', () => {
      const stop = { requestId: 'req_1', operationId: 'op_1' }
      const ledger = withAnswer(emptyLedger, stop, accepted, 5)
      expect(answeredIn(ledger, stop)).toEqual(accepted)
      expect(failureOf(() => answeredIn(ledger, approval(a)))).toMatchObject({ code: 'key_reused' })
      expect(failureOf(() => answeredIn(ledger, { ...stop, operationId: 'op_2' }))).toMatchObject({
        code: 'key_reused',
      })
    })

    it('as they were first given', () => {
      const ledger = withAnswer(
        answered(1, 1),
        approval(a, 'req_0'),
        { outcome: 'changed', interventions: [] },
        5,
      )
      expect(answeredIn(ledger, approval(a, 'req_0'))).toEqual(accepted)
    })
  })
})
