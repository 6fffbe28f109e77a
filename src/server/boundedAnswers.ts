import type { KeptAnswer } from '../backend/ledger.ts'

const maxCharacters = 1_000_000

/** The newest answers, and no more of them than a store holds: a refusal brings calls along, with all their arguments. */
export function boundedAnswers(answers: readonly KeptAnswer[]): readonly KeptAnswer[] {
  let room = maxCharacters
  const tooMuch = answers.findLastIndex((one) => (room -= lengthOf(one)) < 0)
  return answers.slice(Math.min(tooMuch + 1, answers.length - 1))
}

function lengthOf({ payload, answer }: KeptAnswer): number {
  return payload.length + ('interventions' in answer ? JSON.stringify(answer.interventions).length : 0)
}
