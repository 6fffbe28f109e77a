import { reasonOf } from '../backend/cards.ts'
import {
  argsTextOfValue,
  argsTextOfJson,
  definedFields,
  type Fields,
  fieldsOf,
  textOf,
  wordOf,
} from '../backend/json.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { findCall } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import type { RouteAgent, RouteCall, RouteDecision, RouteStep } from './RouteAgent.ts'
import { openAiAskers } from './openAiAsker.ts'
import { decisionsOn } from './callIds.ts'
import { fateOf } from './untold.ts'

export interface OpenAiApproval {
  readonly rawItem: object
  readonly name?: string | undefined
  readonly arguments?: string | undefined
}

export interface OpenAiRunState {
  readonly history: readonly object[]
  getInterruptions(): readonly OpenAiApproval[]
  approve(item: OpenAiApproval): void
  reject(item: OpenAiApproval, options?: { message?: string }): void
  toString(): string
}

/** Options of `openAiAgents`. */
export interface OpenAiAgentsOptions<State extends OpenAiRunState> {
  /** `(text) => RunState.fromString(agent, text)`. */
  readonly revive: (text: string) => Promise<State>
  /** `(input) => run(agent, input)`. It may stream to the chat, too, and then resolves with the `state` once the stream is over. */
  readonly run: (
    input: string | State['history'] | NoInfer<State>,
    signal: AbortSignal,
    conversationId: ConversationId,
  ) => Promise<{ readonly state: OpenAiRunState }>
}

/**
 * Runs OpenAI Agents behind a route. Calls are answered one by one. _Reject and stop_ ends the run. Nothing can be
 * edited.
 *
 * @example
 * openAiAgents({
 *   revive: (text) => RunState.fromString(agent, text),
 *   run: (input, signal) => run(agent, input, { signal }),
 * })
 */
export function openAiAgents<State extends OpenAiRunState>({
  run,
  revive,
}: OpenAiAgentsOptions<State>): RouteAgent {
  return {
    start: async (text, { state, untold, signal, conversationId }) => {
      if (state === undefined) return stepOf((await run(text, signal, conversationId)).state)
      const history = answered((await revive(state)).history, untold)
      // SAFETY: a run accepts the items of a history.
      return stepOf(
        (await run([...history, { role: 'user', content: text }] as State['history'], signal, conversationId))
          .state,
      )
    },
    resume: async (decisions, { state, untold = [], signal, conversationId }) => {
      const revived = await revive(state ?? '')
      const items = revived.getInterruptions()
      const callId = (item: OpenAiApproval): string => callIdOf(item.rawItem)
      const [each, lost] = [decisions, untold].map((some) => decisionsOn(items, callId, some))
      for (const [index, item] of items.entries()) {
        const [made, before] = [each?.[index], lost?.[index]]
        if (made?.decision === 'approved') revived.approve(item)
        else if (made) revived.reject(item, definedFields({ message: reasonOf(made) }))
        // A run that broke off had it, and it runs no second time.
        else if (before) revived.reject(item, { message: fateOf(before) })
      }
      return stepOf((await run(revived, signal, conversationId)).state)
    },
  }
}

function stepOf(state: OpenAiRunState): RouteStep {
  if (typeof state?.getInterruptions !== 'function') {
    throw new GatewayError(
      { code: 'unsupported', applied: 'unknown' },
      'Expected OpenAI Agents 0.3 or newer.',
    )
  }
  const text = state.toString()
  const askerOf = openAiAskers(text)
  const calls = state.getInterruptions().map((item) => {
    const call = callOf(item)
    return { ...call, ...definedFields({ agent: askerOf(call.toolCallId) }) }
  })
  return { state: text, calls }
}

// The name of a question about a tool of a hosted server.
const envelope = 'mcp_approval_request'

function callOf(item: OpenAiApproval): RouteCall {
  const { type, providerData } = fieldsOf(item.rawItem)
  const isHosted = type === 'hosted_tool_call'
  const hosted = isHosted ? fieldsOf(providerData) : {}
  const named = textOf(item.name)
  const name = textOf(hosted['name']) ?? (isHosted && named === envelope ? undefined : named) ?? 'unknown'
  const server = textOf(hosted['server_label']) ?? textOf(hosted['serverLabel'])
  return {
    toolCallId: callIdOf(item.rawItem),
    tool: { name, ...definedFields({ server }) },
    argsText: argsOf(item, hosted),
  }
}

/** The arguments of a function or of a tool of a hosted server; of a built-in tool what it does. */
function argsOf({ arguments: text, rawItem }: OpenAiApproval, hosted: Fields): string | null {
  const raw = fieldsOf(rawItem)
  const told = hosted['arguments'] ?? text ?? raw['arguments']
  if (typeof told === 'string') return argsTextOfJson(told)
  if (told !== undefined) return argsTextOfValue(told)
  const builtIn = ['action', 'actions', 'operation'].find((field) => raw[field] !== undefined)
  return builtIn === undefined ? null : argsTextOfValue(raw[builtIn])
}

function callIdOf(item: object): string {
  const { callId, id, providerData } = fieldsOf(item)
  const hosted = fieldsOf(providerData)
  return textOf(callId) ?? textOf(id) ?? textOf(hosted['id']) ?? wordOf(hosted['itemId'])
}

/** A model rejects a history with a call that has no result, so the open ones get one that says so. */
function answered(history: readonly object[], untold: readonly RouteDecision[] = []): readonly object[] {
  const items = history.map(fieldsOf)
  const isOpen = (callId: unknown): boolean =>
    !items.some((item) => item['type'] === 'function_call_result' && item['callId'] === callId)
  return history.flatMap((item) => {
    const { type, name, callId } = fieldsOf(item)
    if (type !== 'function_call' || !isOpen(callId)) return [item]
    const made = findCall(untold, wordOf(callId))
    const text = made ? fateOf(made) : 'No result: it was not approved, or the run ended before.'
    const output = { type: 'text', text }
    return [item, { type: 'function_call_result', name, callId, status: 'completed', output }]
  })
}
