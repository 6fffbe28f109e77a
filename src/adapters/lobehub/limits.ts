import { parsed } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { DecisionRequest } from '../../model/decision.ts'

const maxReason = 2_000
const maxArguments = 100
const maxNameLength = 500
const maxBytes = 64 * 1_024
// The id of the message stands before the arguments.
const envelope = 100

/** Throws `invalid` for what a server of LobeHub refuses, or takes in part, before anything is sent. */
export function checkLimits(decisions: readonly DecisionRequest[]): void {
  const fields = decisions.flatMap((made, index) => {
    const at = `/decisions/${index}`
    if (made.decision !== 'approved') {
      const isLong = (made.reason?.trim().length ?? 0) > maxReason
      return isLong ? [{ path: `${at}/reason`, message: 'At most 2,000 characters.' }] : []
    }
    const message = made.argsText === undefined ? undefined : faultOf(made.argsText)
    return message === undefined ? [] : [{ path: `${at}/argsText`, message }]
  })
  const [first] = fields
  if (first) throw new GatewayError({ code: 'invalid', applied: 'no', fields }, first.message)
}

function faultOf(argsText: string): string | undefined {
  const args = parsed(argsText)
  if (args === undefined) return 'Not JSON.'
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return 'Not an object.'
  const names = Object.keys(args)
  if (names.length > maxArguments) return 'At most 100 arguments.'
  if (names.some((name) => name === '' || name.length > maxNameLength)) {
    return 'The name of an argument has 1 to 500 characters.'
  }
  const bytes = new TextEncoder().encode(JSON.stringify(args)).byteLength + envelope
  return bytes > maxBytes ? 'At most 64 kB.' : undefined
}
