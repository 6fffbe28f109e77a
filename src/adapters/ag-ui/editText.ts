import { parsed } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import { jsonTokens } from '../../model/jsonTokens.ts'
import type { StartRun } from './options.ts'

const exactRuns = new WeakSet<StartRun>()

/** Marks a transport that sends what `readExact` read byte for byte. Any other uses `JSON.stringify`. */
export function sendingText(run: StartRun): StartRun {
  exactRuns.add(run)
  return run
}

/** Throws `invalid` for edited arguments that the transport would change on the way: the digits of a large number. */
export function demandSendable(run: StartRun, decisions: readonly DecisionRequest[]): void {
  for (const [index, made] of decisions.entries()) {
    if (made.decision !== 'approved' || made.argsText === undefined) continue
    if (exactRuns.has(run) || survives(made.argsText)) continue
    const message =
      'This chat cannot send these arguments as they are written: a number or a name would change.'
    const fields = [{ path: `/decisions/${index}/argsText`, message }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields }, message)
  }
}

function survives(text: string): boolean {
  const before = meaningsIn(text)
  const after = meaningsIn(JSON.stringify(parsed(text)))
  return before.length === after.length && before.every((meaning, index) => meaning === after[index])
}

function meaningsIn(text: string): readonly string[] {
  return [...jsonTokens(text)].map(({ kind, start, end }) => {
    const token = text.slice(start, end)
    if (kind === 'number') return decimalOf(token)
    return kind === 'string' || kind === 'name' ? JSON.stringify(parsed(token)) : token
  })
}

/** A number without the ways to write it: its digits, and the power of ten of the last one. */
function decimalOf(token: string): string {
  const [mantissa = '', power = '0'] = token.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  const exponent = Number(power) - fraction.length + digits.length - significant.length
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${significant ? exponent : 0}`
}
