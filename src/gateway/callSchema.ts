import * as v from 'valibot'
import type { Decision } from '../model/decision.ts'
import type {
  Asker,
  InterventionCall,
  JsonSchema,
  Resolution,
  SettledStatus,
  Why,
} from '../model/intervention.ts'
import {
  byInput,
  flag,
  flagged,
  isText,
  leaf,
  nullable,
  oneOf,
  optional,
  type Optional,
  type Schema,
  string,
  text,
  time,
} from './schema.ts'

const decision = oneOf('approved', 'rejected', 'rejected_continue')
const scope = oneOf('operation', 'session', 'always')
export const settledStatus: Schema<SettledStatus> = oneOf(
  'approved',
  'rejected',
  'rejected_continue',
  'expired',
  'withdrawn',
)

export const resolution: Schema<Resolution> = v.object({
  at: time,
  requestId: text,
  by: optional(v.object({ id: string, name: text })),
  automatic: flag,
  reason: text,
  argsText: text,
  remember: optional(scope),
  execution: optional(v.object({ ok: flagged, message: text })),
})

// An empty list has no first decision.
const decisions: Schema<[Decision, ...Decision[]]> = byInput((input) =>
  Array.isArray(input) && input.length === 0
    ? (v.object({ 0: decision }) as never)
    : (v.array(decision) as never),
)

function whyOf(why: string | Partial<Why>): Why {
  const { text: words = '', by = 'unknown' } = isText(why) ? { text: why } : why
  return { text: words, by: by === 'agent' || by === 'policy' ? by : 'unknown' }
}

export const agent: Optional<Asker> = optional(
  v.object({
    name: string,
    id: text,
    relation: oneOf('sub_agent', 'handoff'),
    path: v.array(string),
  }),
)

const call = {
  toolCallId: string,
  operationId: string,
  revision: string,
  tool: v.object({
    name: string,
    title: text,
    server: text,
    inputSchema: optional(
      leaf<JsonSchema>((input) => typeof input === 'object' && input !== null, 'a JSON Schema'),
    ),
    annotations: optional(
      v.object({
        readOnlyHint: flag,
        destructiveHint: flag,
        idempotentHint: flag,
        openWorldHint: flag,
      }),
    ),
  }),
  argsText: nullable(string),
  why: optional(
    v.pipe(
      leaf<string | Partial<Why>>(
        (input) => isText(input) || isText((Object(input) as Partial<Why>).text),
        'text, or an object with text',
      ),
      v.transform(whyOf),
    ),
  ),
  agent,
  decisions,
  editable: flagged,
  reason: oneOf('none', 'optional', 'required'),
  remember: v.array(scope),
  requestedAt: time,
  expiresAt: optional(time),
}

export function statusOf(input: unknown): unknown {
  return (Object(input) as { readonly status?: unknown }).status
}

const pending: Schema<InterventionCall> = v.object({ ...call, status: oneOf('pending') })
const settled: Schema<InterventionCall> = v.object({ ...call, status: settledStatus, resolution })
export const intervention: Schema<InterventionCall> = byInput((input) =>
  statusOf(input) === 'pending' ? pending : settled,
)
