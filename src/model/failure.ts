/** The kinds of failures between a press and its answer. */
export type FailureCode =
  | 'offline'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'key_reused'
  | 'unsupported'
  | 'in_progress'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'protocol'

/** A failure, and whether the decision may have taken effect all the same. Thrown as `GatewayError`. */
export interface Failure {
  /** Names the failure. */
  readonly code: FailureCode
  /** `no`: nothing happened on the server. `unknown`: it may have. */
  readonly applied: 'no' | 'unknown'
  /** Milliseconds after which the gateway wants to be asked again. */
  readonly retryAfterMs?: number
  /** Only on `invalid`. `path`: a JSON Pointer into the request body. `message`: for people. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** Only on `protocol`: a JSON Pointer into the gateway's answer, to what is wrong. */
  readonly path?: string
}
