import type { Failure, FailureCode } from '../model/decision.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

const meanings: Record<FailureCode, string> = {
  offline: 'The browser is offline.',
  unauthenticated: 'The gateway does not know who is asking.',
  forbidden: 'The gateway refused: not allowed.',
  not_found: 'No such conversation, operation or call.',
  invalid: 'The gateway found the request invalid.',
  key_reused: 'The request id was used before with other decisions.',
  unsupported: 'The gateway cannot do this.',
  in_progress: 'A decision on this call is already on its way.',
  rate_limited: 'The gateway asks to slow down.',
  unavailable: 'The gateway could not be reached, or failed.',
  timeout: 'The gateway did not answer in time.',
  protocol: 'The gateway answered with something that is not the contract.',
}

/**
 * The failures that a gateway throws. Outcomes such as `changed` or `gone` are values and never errors.
 *
 * @example
 * throw new GatewayError({ code: 'forbidden', applied: 'no' })
 */
export class GatewayError extends Error implements Failure {
  declare readonly code: Failure['code']
  declare readonly applied: Failure['applied']
  /** Milliseconds after which the gateway wants to be asked again. */
  declare readonly retryAfterMs?: number
  declare readonly fields?: NonNullable<Failure['fields']>
  /** Only on `protocol`: a JSON Pointer to the invalid value in the gateway's answer. */
  declare readonly path?: string

  /** @param message For developers; the bar has its own words for people. Defaults to a sentence per code. */
  constructor(failure: Failure, message: string = meaningOf(failure), options?: ErrorOptions) {
    super(message, options)
    Object.assign(this, failure, { name: 'GatewayError' })
  }

  /** Wraps anything that was thrown. Anything but a `GatewayError` becomes `unavailable`. */
  static from(thrown: unknown, applied: Failure['applied']): GatewayError {
    const cause = readable(thrown)
    if (cause instanceof GatewayError) return cause
    return new GatewayError({ code: 'unavailable', applied }, undefined, { cause })
  }
}

// A revoked proxy throws when it is asked what it is, and whoever handles it would not come to an end.
export function readable(thrown: unknown): unknown {
  try {
    return thrown instanceof Error ? thrown : thrown
  } catch {
    return new Error('Something that cannot be read was thrown.')
  }
}

function meaningOf({ code, path }: Failure): string {
  const meaning = process.env.NODE_ENV === 'production' ? code : meanings[code]
  return path === undefined ? meaning : `${meaning} At "${path}".`
}
