import { GatewayError } from '../../gateway/GatewayError.ts'
import { fieldsOf, textOf } from '../json.ts'

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

/** What a refused run means for its calls: they are gone. Throws for anything else a producer may say. */
export function lapseOf({ code, message }: Refusal): 'expired' | 'withdrawn' {
  if (/^expired$/i.test(code)) return 'expired'
  if (/^(unknown.interrupt|stale|conflict)$/i.test(code)) return 'withdrawn'
  const isInvalid = /invalid|incomplete/i.test(code)
  throw new GatewayError(
    isInvalid ? { code: 'invalid', applied: 'no' } : { code: 'unavailable', applied: 'unknown' },
    `${code}: ${message}`,
  )
}
