import type { QueryClient, UseMutationOptions } from '@tanstack/react-query'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { OperationId, RequestId } from '../model/ids.ts'
import type { ConversationAddress } from './cache.ts'

/** Tells `onDecide` where a decision comes from, and lets it cancel the decision. */
export interface DecideDetails {
  /** `press`: a button of the kit. `shortcut`: a key chord. `hook`: the host's own code. */
  readonly source: 'press' | 'shortcut' | 'hook'
  /** The event of the press, where a button of the kit was used. */
  readonly event?: Event | undefined
  /** Cancels the decision: nothing is sent, and the card stays as it is. */
  cancel(): void
}

/**
 * Called before anything is sent, and awaited. Call `details.cancel()` to cancel the decision. Throwing, or taking
 * longer than 60 s, cancels it too. Hidden values are not in it.
 */
export type OnDecide = (decisions: readonly DecisionRequest[], details: DecideDetails) => void | Promise<void>

/**
 * Called once for each accepted resume, never for a failure. `operationId`: the new operation; null: no operation carries
 * on. `decisions`: all that were sent, without hidden values.
 */
export type OnResumed = (resumed: {
  readonly operationId: OperationId | null
  readonly requestId: RequestId
  readonly decisions: readonly DecisionRequest[]
}) => void

/** One press, with everything that the decision needs. */
export interface Press extends ConversationAddress {
  /** The paused operation. @default that of the first call */
  readonly operationId?: OperationId
  /** The decisions of the resume, one per call. */
  readonly decisions: readonly [DecisionRequest, ...DecisionRequest[]]
  readonly source: DecideDetails['source']
  /** The event that the press came with. */
  readonly event?: Event | undefined
  readonly onDecide?: OnDecide | undefined
  readonly onResumed?: OnResumed | undefined
  /**
   * Names of arguments that are hidden from `onDecide` and `onResumed`, with what the schema of the tool marks. What stands
   * for them in the decisions is replaced by the values. @default nothing is hidden
   */
  readonly secretKeys?: readonly string[] | undefined
}

// No default of a host sends anything twice, late, or not at all.
export const sentOnce = { networkMode: 'always', retry: false, throwOnError: false } as const

/** Runs a mutation without an observer. */
export function execute<Answer, Variables>(
  client: QueryClient,
  options: UseMutationOptions<Answer, GatewayError, Variables>,
  variables: Variables,
): Promise<Answer> {
  return client.getMutationCache().build(client, client.defaultMutationOptions(options)).execute(variables)
}

/** Calls a function of the host. Its errors are reported, and change nothing here. */
export function callHost(call: () => unknown): void {
  try {
    const result = call()
    if (result instanceof Promise) result.catch(report)
  } catch (thrown) {
    report(thrown)
  }
}

function report(thrown: unknown): void {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(thrown)
  else console.error(thrown)
}
