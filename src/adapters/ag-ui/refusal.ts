import { fieldsOf, textOf } from '../../backend/json.ts'

/** Why a producer did not take a run, or broke it off. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** What a `RUN_ERROR` says. */
export function refusalIn(event: unknown): Refusal {
  const { code, message } = fieldsOf(event)
  return { code: textOf(code) ?? '', message: textOf(message) ?? '' }
}
