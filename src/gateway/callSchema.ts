import * as v from 'valibot'
import type { Decision } from '../model/decision.ts'
import type {
  Asker,
  InterventionCall,
  JsonSchema,
  Question,
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
  listOf,
  nullable,
  oneOf,
  optional,
  type Optional,
  type Schema,
  string,
  text,
  time,
} from './schema.ts'

const decisionNames = ['approved', 'rejected', 'rejected_continue', 'answered'] as const
const decision = oneOf(...decisionNames)
const scope = oneOf('operation', 'session', 'always')
export const settledStatus: Schema<SettledStatus> = oneOf(...decisionNames, 'expired', 'withdrawn')

export const resolution: Schema<Resolution> = v.object({
  at: time,
  requestId: text,
  by: optional(v.object({ id: string, name: text })),
  automatic: optional(v.object({ by: oneOf('rule', 'mode', 'remembered'), name: text })),
  reason: text,
  note: text,
  answerText: text,
  argsText: text,
  remember: optional(scope),
  execution: optional(v.object({ ok: flagged, message: text })),
})

// An empty list has no first decision.
const decisions: Schema<[Decision, ...Decision[]]> = byInput((input) =>
  Array.isArray(input) && input.length === 0
    ? (v.object({ 0: decision }) as never)
    : (listOf(decision) as never),
)

const jsonSchema = leaf<JsonSchema>((input) => typeof input === 'object' && input !== null, 'a JSON Schema')
const tool = v.object({
  name: string,
  title: text,
  server: text,
  inputSchema: optional(jsonSchema),
  annotations: optional(
    v.object({
      readOnlyHint: flag,
      destructiveHint: flag,
      idempotentHint: flag,
      openWorldHint: flag,
    }),
  ),
})

const asked = { message: string, from: optional(v.object({ server: text, agent: text })) }
const questions = {
  text: v.object({ ...asked, kind: oneOf('text') }),
  form: v.object({ ...asked, kind: oneOf('form'), schema: jsonSchema }),
  url: v.object({ ...asked, kind: oneOf('url'), url: string }),
}
const noQuestion = v.object({ ...asked, kind: oneOf('text', 'form', 'url') }) as never
const question = byInput<Question>((input) => {
  const { kind } = Object(input) as { readonly kind?: unknown }
  return isText(kind) && Object.hasOwn(questions, kind) ? questions[kind as Question['kind']] : noQuestion
})

function whyOf(why: string | Partial<Why>): Why {
  const { text: words = '', by = 'unknown' } = isText(why) ? { text: why } : why
  return { text: words, by: by === 'agent' || by === 'policy' ? by : 'unknown' }
}

export const agent: Optional<Asker> = optional(
  v.object({
    name: string,
    id: text,
    relation: oneOf('sub_agent', 'handoff'),
    path: listOf(string),
  }),
)

const call = {
  toolCallId: string,
  operationId: string,
  revision: string,
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
  approvalNote: optional(oneOf('agent', 'record')),
  editable: flagged,
  reason: oneOf('none', 'optional', 'required'),
  remember: listOf(scope),
  requestedAt: time,
  expiresAt: optional(time),
}

export function statusOf(input: unknown): unknown {
  return (Object(input) as { readonly status?: unknown }).status
}

const withTool = { ...call, tool, question: optional(question) }
const withoutTool = { ...call, tool: leaf<null>((input) => input === null, 'null'), question }
const waits = { status: oneOf('pending') }
const isOver = { status: settledStatus, resolution }
const schemas = {
  pending: [v.object({ ...withTool, ...waits }), v.object({ ...withoutTool, ...waits })],
  settled: [v.object({ ...withTool, ...isOver }), v.object({ ...withoutTool, ...isOver })],
} as const
export const intervention: Schema<InterventionCall> = byInput<InterventionCall>((input) => {
  const [ofTool, ofQuestion] = schemas[statusOf(input) === 'pending' ? 'pending' : 'settled']
  return (Object(input) as { readonly tool?: unknown }).tool === null ? ofQuestion : ofTool
})
