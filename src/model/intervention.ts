import type { Decision, RememberScope } from './decision.ts'
import type { OperationId, RequestId, Revision, ToolCallId } from './ids.ts'

/** Any JSON Schema document. The kit does not interpret it in the core. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** What the tool says of itself. MCP words, untrusted: `destructiveHint` counts only as an explicit `true`. */
export interface ToolAnnotations {
  readonly readOnlyHint?: boolean
  readonly destructiveHint?: boolean
  readonly idempotentHint?: boolean
  readonly openWorldHint?: boolean
}

/** The tool an agent wants to run. */
export interface Tool {
  readonly name: string
  /** For people; falls back to `name`. */
  readonly title?: string
  /** Where the tool lives, such as the name of an MCP server. */
  readonly server?: string
  readonly inputSchema?: JsonSchema
  readonly annotations?: ToolAnnotations
}

/** How a call was settled, when, and by whom. */
export interface Resolution {
  /** Milliseconds since the epoch. The server's clock, or ours until the server has spoken. */
  readonly at: number
  readonly requestId?: RequestId
  readonly by?: { readonly id: string; readonly name?: string }
  /** Settled by a rule and not by a person. */
  readonly automatic?: boolean
  readonly reason?: string
  readonly argsText?: string
  readonly remember?: RememberScope
  readonly execution?: { readonly ok: boolean; readonly message?: string }
}

/** Every state a call can end in. */
export type SettledStatus = Decision | 'expired' | 'withdrawn'
/** Every state of a call. */
export type InterventionStatus = 'pending' | SettledStatus

interface InterventionBase {
  /** Its identity. Where a model reuses ids, the gateway qualifies them. */
  readonly toolCallId: ToolCallId
  readonly operationId: OperationId
  readonly revision: Revision
  readonly tool: Tool
  /** The raw JSON text of the arguments, byte for byte. Parsed for display only. */
  readonly argsText: string
  /** The agent's own words; untrusted, and shown as the agent's. */
  readonly why?: string
  /** What this backend really supports here. What it lacks is not drawn. */
  readonly decisions: readonly [Decision, ...Decision[]]
  readonly editable: boolean
  /** Whether a rejection carries words. */
  readonly reason: 'none' | 'optional' | 'required'
  readonly remember: readonly RememberScope[]
  /** Milliseconds since the epoch, server clock. */
  readonly requestedAt: number
  /** Milliseconds since the epoch, server clock. */
  readonly expiresAt?: number
}

/** A call that waits for a person. */
export type PendingIntervention = InterventionBase & { readonly status: 'pending' }
/** A call that no longer waits. */
export type SettledIntervention = InterventionBase & {
  readonly status: SettledStatus
  readonly resolution: Resolution
}
/** One tool call that waits, or waited, for a person. */
export type InterventionCall = PendingIntervention | SettledIntervention

/** The same call, settled. */
export function settle(
  intervention: InterventionCall,
  status: SettledStatus,
  resolution: Resolution,
): SettledIntervention {
  return { ...intervention, status, resolution }
}
