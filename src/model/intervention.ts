import type { OperationId, RequestId, Revision, ToolCallId } from './ids.ts'

/**
 * A decision on a call: `approved` runs the tool, `rejected` stops the run, `rejected_continue` tells the agent
 * and lets it go on, `answered` gives a question its answer.
 */
export type Decision = 'approved' | Rejection | 'answered'

/** The decisions that run nothing. */
export type Rejection = 'rejected' | 'rejected_continue'

/** The scope in which an approval holds beyond this one call, if the backend offers it. */
export type RememberScope = 'operation' | 'session' | 'always'

/** Any JSON Schema document. The kit does not interpret it in the core. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** The tool's own hints, in the words of MCP. They are untrusted. */
export interface ToolAnnotations {
  /** The tool changes nothing. */
  readonly readOnlyHint?: boolean
  /** The tool may destroy something. Counts only as an explicit `true`. */
  readonly destructiveHint?: boolean
  /** Running it twice does no more than running it once. */
  readonly idempotentHint?: boolean
  /** The tool reaches beyond its own system, such as the internet. */
  readonly openWorldHint?: boolean
}

/** The tool an agent wants to run. */
export interface Tool {
  /** The name that the model calls it by. */
  readonly name: string
  /** For people; falls back to `name`. */
  readonly title?: string
  /** The server of the tool, such as the name of an MCP server. */
  readonly server?: string
  /** The schema of its arguments. */
  readonly inputSchema?: JsonSchema
  /** Its own hints. */
  readonly annotations?: ToolAnnotations
}

/** A question of the agent. Untrusted. */
export type Question = {
  /** The question, for people. */
  readonly message: string
  /** The asking `server` or `agent`, if it is not the assistant itself. */
  readonly from?: { readonly server?: string; readonly agent?: string }
} & (
  | {
      /** `text`: the answer is a text. */
      readonly kind: 'text'
    }
  | {
      /** `form`: the answer is JSON. */
      readonly kind: 'form'
      /** The schema of the answer. Several questions are the properties of one object, in their order. */
      readonly schema: JsonSchema
    }
  | {
      /** `url`: the person agrees to open an address, and no answer is sent. */
      readonly kind: 'url'
      /** The address. */
      readonly url: string
    }
)

/** The settlement of a call: the time, the person, and their words. */
export interface Resolution {
  /** Milliseconds since the epoch. The server's clock, or ours until the server has answered. */
  readonly at: number
  readonly requestId?: RequestId
  /** The `id` of the person who decided, and the `name` to show. */
  readonly by?: { readonly id: string; readonly name?: string }
  /** Settled without a person, `by` a rule, by the mode of the conversation, or by what was remembered. `name`: for people. */
  readonly automatic?: { readonly by: 'rule' | 'mode' | 'remembered'; readonly name?: string }
  /** The person's words with a rejection. */
  readonly reason?: string
  /** The person's words with an approval. */
  readonly note?: string
  /** The answer to a question. */
  readonly answerText?: string
  /** The arguments as edited; absent: as they were asked for. */
  readonly argsText?: string
  /** The scope in which the approval holds beyond this call. */
  readonly remember?: RememberScope
  /** The result of the tool: `ok`, and a `message` for people. */
  readonly execution?: { readonly ok: boolean; readonly message?: string }
}

/** Every state a call can end in. */
export type SettledStatus = Decision | 'expired' | 'withdrawn'
/** Every state of a call. */
export type InterventionStatus = 'pending' | SettledStatus

/** The reason of a call, and the source of its words. */
export interface Why {
  /** Untrusted. */
  readonly text: string
  /** `agent`: the model's own words. `policy`: those of a rule. `unknown`: the backend does not say. */
  readonly by: 'agent' | 'policy' | 'unknown'
}

/** An agent that works for the assistant, or that the conversation was handed to. Untrusted. */
export interface Asker {
  /** For people. */
  readonly name: string
  /** For programs, where the backend has one. */
  readonly id?: string
  /** `sub_agent`: it works for the assistant. `handoff`: the conversation was handed to it. */
  readonly relation: 'sub_agent' | 'handoff'
  /** The agents above it, outermost first, without itself. Empty for a handoff. */
  readonly path: readonly string[]
}

/** The tool that would run, or the question that is asked. Without a tool there is a question. */
export type Subject =
  | {
      readonly tool: Tool
      /** The agent wants an answer. */
      readonly question?: Question
    }
  | {
      /** Null: nothing would run, the agent only asks. */
      readonly tool: null
      readonly question: Question
    }

interface InterventionFields {
  /** Its identity. Where a model reuses ids, the gateway qualifies them. */
  readonly toolCallId: ToolCallId
  /** The operation that asked. */
  readonly operationId: OperationId
  readonly revision: Revision
  /**
   * The raw JSON text of the arguments, byte for byte. Parsed for display only. Null: the backend has not told them; then
   * the call can be rejected and not approved.
   */
  readonly argsText: string | null
  /** The reason of the call; untrusted, and shown with its source. */
  readonly why?: Why
  /** The agent that asks, if it is not the assistant itself. */
  readonly agent?: Asker
  /** The decisions that this backend supports for this call. The bar shows no others. */
  readonly decisions: readonly [Decision, ...Decision[]]
  /** Words may go with an approval: the `agent` reads them, or they are only kept in the `record`. Absent: none can. */
  readonly approvalNote?: 'agent' | 'record'
  /** The person may change the arguments before approving. */
  readonly editable: boolean
  /** The reason of a rejection: none can be given, one can, or one must. */
  readonly reason: 'none' | 'optional' | 'required'
  /** The scopes that an approval can be remembered for. Empty: this call only. */
  readonly remember: readonly RememberScope[]
  /** Milliseconds since the epoch, server clock. */
  readonly requestedAt: number
  /** Milliseconds since the epoch, server clock. It cannot be decided after this. */
  readonly expiresAt?: number
}

/** The fields of every call, whatever its status. */
export type InterventionBase = InterventionFields & Subject

/** A call that waits for a person. The page Protocol explains the fields of `InterventionBase`, under "The conversation". */
export type PendingIntervention = InterventionBase & { readonly status: 'pending' }
/** A call that no longer waits. */
export type SettledIntervention = InterventionBase & {
  /** The way it was settled. */
  readonly status: SettledStatus
  readonly resolution: Resolution
}
/** One tool call that waits, or waited, for a person. The page Protocol shows all its fields, as those of `interventions`. */
export type InterventionCall = PendingIntervention | SettledIntervention

/** True if the backend supports the decision. A call without a tool, or whose arguments were not told, cannot be approved. */
export function offers({ decisions, argsText, tool }: InterventionCall, decision: Decision): boolean {
  return decisions.includes(decision) && (decision !== 'approved' || (argsText !== null && tool !== null))
}

// Some servers send a blank title, which names nothing.
export function nameOfTool({ title, name }: Tool): string {
  return [title, name].find((one) => one?.trim()) ?? JSON.stringify(name)
}

/** The question that the call is; undefined: it asks for a permission, perhaps beside a question. */
export function questionOf({ tool, question, decisions }: InterventionCall): Question | undefined {
  return tool && decisions.includes('approved') ? undefined : question
}

/** True if a person may answer in the place of the tool. */
export function mayAnswerInstead(call: InterventionCall): boolean {
  const { status, decisions } = call
  return status === 'pending' && decisions.includes('answered') && questionOf(call) === undefined
}

export function settle(
  intervention: InterventionCall,
  status: SettledStatus,
  resolution: Resolution,
): SettledIntervention {
  return { ...intervention, status, resolution }
}
