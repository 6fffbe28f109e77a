import { expect, it } from 'vitest'
import type { ResumeAnswer } from '../../src/model/decision.ts'
import { retire } from '../../src/model/retire.ts'
import { aCard, approval, aState, parked, parkedState } from '../support/fixtures.ts'

const newer = aCard({ revision: 'rev_2', argsText: '{"to":"eve@example.com"}' })
const settled = { ...aCard(), status: 'approved', resolution: { at: 1 } } as const

it.each<ResumeAnswer>([
  { outcome: 'accepted', operationId: 'op_2' },
  { outcome: 'already_resolved', interventions: [settled] },
  { outcome: 'changed', interventions: [aCard()] },
  { outcome: 'gone', reason: 'expired', interventions: [] },
])('an answer that comes after a newer revision was shown leaves it as it is: $outcome', (answer) => {
  const state = parkedState(newer)
  const next = retire(state, approval(aCard()), answer, { captured: ['op_1'], at: 0 })
  expect(next.interventions).toEqual([newer])
})

const question = { kind: 'text', message: 'Which day?' } as const
const asked = aCard({ tool: null, question, decisions: ['answered', 'rejected_continue'] })
const answer = {
  toolCallId: 'call_1',
  revision: 'rev_1',
  decision: 'answered',
  answerText: 'Friday',
} as const
const accepted: ResumeAnswer = { outcome: 'accepted', operationId: 'op_2' }

it('an accepted answer is kept with its text', () => {
  const request = { ...approval(asked), decisions: [answer] } as const
  const next = retire(parkedState(asked), request, accepted, { captured: ['op_1'], at: 7 })
  const resolution = { at: 7, requestId: request.requestId, answerText: 'Friday' }
  expect(next.interventions).toEqual([{ ...asked, status: 'answered', resolution }])
})

it('an answer is no rejection, so the approvals of its pause hold', () => {
  const other = aCard({ toolCallId: 'call_2' })
  const operation = { ...parked(), pause: { answering: 'any', siblings: 'reject_voids_approvals' } } as const
  const state = aState({ operations: [operation], interventions: [asked, other] })
  const decisions = [answer, approval(other).decisions[0]] as const
  const request = { ...approval(asked), decisions }
  const next = retire(state, request, accepted, { captured: ['op_1'], at: 7 })
  expect(next.interventions.map(({ status }) => status)).toEqual(['answered', 'approved'])
})

it('a decision and the end of its run are told in the time of the server, which may be hours from ours', () => {
  const hour = 3_600_000
  const state = parkedState()
  const next = retire({ ...state, now: hour }, approval(), accepted, { captured: ['op_1'], at: 7 })
  expect(next.interventions[0]).toMatchObject({ resolution: { at: hour + 7 } })
  expect(next.operations[0]).toMatchObject({ status: 'done', endedAt: hour + 7, at: 7 })
})
