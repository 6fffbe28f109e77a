import { expect, it } from 'vitest'
import type { ResumeAnswer } from '../../src/model/decision.ts'
import { retire } from '../../src/model/retire.ts'
import { aCard, approval, parkedState } from '../support/fixtures.ts'

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
