import { GatewayError } from '../../gateway/GatewayError.ts'
import type { Refusal } from './refusal.ts'

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
