import { Validator } from '@cfworker/json-schema'
import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import type { ResumeRequest } from '../model/decision.ts'
import type { InterventionCall, JsonSchema } from '../model/intervention.ts'
import { createSchemaCheck } from '../model/schemaProblems.ts'

type Fields = NonNullable<GatewayError['fields']>

/** Throws `invalid` if its schema refuses edited arguments or an answer. `calls`: those of the request, in its revisions. */
export function checkSchemas({ decisions }: ResumeRequest, calls: readonly InterventionCall[]): void {
  const fields = decisions.flatMap((made, index): Fields => {
    const card = findCall(calls, made.toolCallId)
    const at = `/decisions/${index}`
    if (made.decision === 'approved' && made.argsText !== undefined) {
      const messages = brokenBy(card?.tool?.inputSchema, made.argsText, card?.argsText ?? '')
      return messages.map((message) => ({ path: `${at}/argsText`, message }))
    }
    if (made.decision === 'answered' && card?.question?.kind === 'form') {
      const messages = brokenBy(card.question.schema, made.answerText ?? '', '')
      return messages.map((message) => ({ path: `${at}/answerText`, message }))
    }
    return []
  })
  if (fields.length > 0) throw new GatewayError({ code: 'invalid', applied: 'no', fields })
}

/** Why a JSON text cannot take the place of `from`, one message per value. None: it can. */
export function brokenBy(schema: JsonSchema | undefined, text: string, from: string): readonly string[] {
  try {
    return createSchemaCheck(
      schema,
      from,
      Validator,
    )(text).map(({ pointer, keyword, limit }) =>
      [
        pointer,
        keyword === 'required' || limit === undefined
          ? `${keyword}.`
          : `${keyword} ${JSON.stringify(limit)}.`,
      ]
        .filter(Boolean)
        .join(': '),
    )
  } catch {
    // A schema that cannot be used refuses nothing, just as in the form.
    return []
  }
}
