declare const kind: unique symbol

/**
 * A string that names one kind of thing. Plain strings are accepted where an id is asked for, but an id of one kind
 * is never accepted where another kind is meant.
 */
export type Id<Kind extends string> = string & { readonly [kind]?: Kind }

/** Names one chat. Everything in the kit is scoped by it. */
export type ConversationId = Id<'conversation'>
/** Names one run of the agent on the server. */
export type OperationId = Id<'operation'>
/** Names one tool call. Unique in its conversation. */
export type ToolCallId = Id<'tool_call'>
/** Minted once per intent and kept over every retry of it: the idempotency key. */
export type RequestId = Id<'request'>
/** Opaque token that changes whenever what would run changes. */
export type Revision = Id<'revision'>
