import { definedFields, fieldsOf, survivesParsing } from '../backend/json.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { Question } from '../model/intervention.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { RouteCall } from './RouteAgent.ts'

/** The part of the params of `elicitation/create` that is used, in form or URL mode. */
export interface McpElicitation {
  /** `form`, `url`, or absent: a form. */
  readonly mode?: string | undefined
  /** The question, for people. */
  readonly message: string
  /** The schema of the answer, in form mode. */
  readonly requestedSchema?: object | undefined
  /** The address, in URL mode. */
  readonly url?: string | undefined
}

/** The result of an elicitation, as a client of MCP returns it. */
export interface McpElicitResult {
  [key: string]: unknown
  /** The decision in the words of MCP. */
  action: 'accept' | 'decline' | 'cancel'
  /** The answer, in form mode. */
  content?: Record<string, string | number | boolean | string[]>
}

/**
 * A question of an MCP server as a call of a route. The person answers, does not answer, or stops the run.
 *
 * @param from The name of the `server`, and the `toolCallId` of the call.
 * @example
 * client.setRequestHandler(ElicitRequestSchema, ({ params }) => askInBar(questionOfMcp(params, { toolCallId, server: 'calendar' })))
 */
export function questionOfMcp(
  { mode = 'form', message, requestedSchema, url }: McpElicitation,
  { toolCallId, server }: { readonly toolCallId: string; readonly server?: string },
): RouteCall {
  const from = server === undefined ? undefined : { server }
  const asked = { message, ...definedFields({ from }) }
  return {
    toolCallId,
    tool: null,
    argsText: null,
    question: { ...asked, ...answerOf(mode, requestedSchema, url) },
    decisions: ['answered', 'rejected_continue', 'rejected'],
    reason: 'none',
  }
}

type Answer = {
  readonly kind: 'form'
  readonly schema: NonNullable<Extract<Question, { kind: 'form' }>['schema']>
}

function answerOf(
  mode: string,
  schema: object | undefined,
  url: string | undefined,
): Answer | { readonly kind: 'url'; readonly url: string } {
  if (mode === 'url' && url !== undefined) return { kind: 'url', url }
  if (mode === 'form' && schema !== undefined) return { kind: 'form', schema: { ...schema } }
  // No part of the kit could answer it.
  throw new GatewayError({ code: 'unsupported', applied: 'no' }, `No elicitation of mode "${mode}".`)
}

/**
 * The result that the MCP server gets: an answer is `accept`, none is `decline`, and a run that was stopped is
 * `cancel`.
 *
 * @example
 * resultForMcp({ toolCallId: 'call_1', revision: '1', decision: 'answered', answerText: '{"day":"Friday"}' })
 * // { action: 'accept', content: { day: 'Friday' } }
 */
export function resultForMcp(made: DecisionRequest): McpElicitResult {
  if (made.decision === 'rejected') return { action: 'cancel' }
  if (made.decision !== 'answered') return { action: 'decline' }
  if (made.answerText === undefined) return { action: 'accept' }
  if (!survivesParsing(made.answerText)) {
    const message = 'The answer has a number that JavaScript cannot hold.'
    throw new GatewayError({ code: 'invalid', applied: 'no' }, message)
  }
  // SAFETY: the route has checked it against the schema, which allows such fields only.
  const content = fieldsOf(JSON.parse(made.answerText)) as NonNullable<McpElicitResult['content']>
  return { action: 'accept', content }
}
