import { fieldsOf, textOf } from '../backend/json.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { RouteCall, RouteDecision } from './RouteAgent.ts'
import { type McpElicitation, type McpElicitResult, questionOfMcp, resultForMcp } from './mcpElicitation.ts'

/** The part of an `input_required` result that is used (revision 2026-07-28 of MCP). */
export interface McpInputRequired {
  /** The requests of the server, by its own keys. */
  readonly inputRequests?: Readonly<Record<string, unknown>>
}

/**
 * The questions of an `input_required` result as calls of a route, one per elicitation. Throws `unsupported` if the server
 * asks for something that no person answers, such as a sample of a model.
 *
 * @param of The `toolCallId` of the call that the server answered so, and the name of the `server`.
 * @example
 * const result = await client.callTool(call, { allowInputRequired: true })
 * const calls = questionsOfMcp(result, { toolCallId, server: 'calendar' })
 */
export function questionsOfMcp(
  { inputRequests = {} }: McpInputRequired,
  { toolCallId, server }: { readonly toolCallId: string; readonly server?: string },
): readonly RouteCall[] {
  return Object.entries(inputRequests).map(([key, request]) => {
    const { method, params } = fieldsOf(request)
    if (method !== 'elicitation/create') {
      const message = `No person answers "${String(method)}".`
      throw new GatewayError({ code: 'unsupported', applied: 'no' }, message)
    }
    const of = { toolCallId: idOf(toolCallId, key), ...(server === undefined ? {} : { server }) }
    return questionOfMcp(elicitationIn(fieldsOf(params)), of)
  })
}

/**
 * The `inputResponses` of the call that is made again, by the server's own keys. Pass the `requestState` of the result with
 * it, as it is.
 *
 * @example
 * await client.callTool({ ...call, inputResponses: responsesForMcp(decisions, toolCallId), requestState })
 */
export function responsesForMcp(
  decisions: readonly RouteDecision[],
  toolCallId: string,
): Record<string, McpElicitResult> {
  const start = idOf(toolCallId, '').length
  return Object.fromEntries(decisions.map((made) => [made.toolCallId.slice(start), resultForMcp(made)]))
}

function idOf(toolCallId: string, key: string): string {
  return `${toolCallId}/${key}`
}

function elicitationIn(params: ReturnType<typeof fieldsOf>): McpElicitation {
  const { requestedSchema } = params
  return {
    message: textOf(params['message']) ?? '',
    mode: textOf(params['mode']),
    url: textOf(params['url']),
    ...(typeof requestedSchema === 'object' && requestedSchema !== null ? { requestedSchema } : {}),
  }
}
