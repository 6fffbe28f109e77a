import type { Revision, ToolCallId } from './ids.ts'

/**
 * A decision on a call: `approved` runs the tool, `rejected` stops the run, `rejected_continue` tells the agent
 * and lets it go on.
 */
export type Decision = 'approved' | 'rejected' | 'rejected_continue'

/** The scope in which an approval holds beyond this one call, if the backend offers it. */
export type RememberScope = 'operation' | 'session' | 'always'

/** One decision on one call, valid only for the revision that was shown. */
export type DecisionRequest = { readonly toolCallId: ToolCallId; readonly revision: Revision } & (
  | {
      readonly decision: 'approved'
      /** Raw JSON text, only when the person edited the arguments. */
      readonly argsText?: string
      /** One of the scopes that the call offers. */
      readonly remember?: RememberScope
    }
  | {
      readonly decision: 'rejected' | 'rejected_continue'
      /** The person's words. */
      readonly reason?: string
    }
)
