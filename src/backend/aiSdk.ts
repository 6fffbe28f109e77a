import type { Asker, Question, Resolution, Tool, Why } from '../model/intervention.ts'
import { whyOf } from './cards.ts'
import { failureIn } from './mcpResult.ts'
import { argsTextOfValue, definedFields, type Fields, fieldsOf, itemsOf, textOf, wordOf } from './json.ts'

/** The part of a `UIMessage` of AI SDK 6 or 7 that is used. */
export interface AiSdkMessage {
  readonly id: string
  readonly role: string
  readonly metadata?: unknown
  readonly parts: readonly { readonly type: string }[]
}

/** The part of a `Chat`, or of the result of `useChat`, that is used. */
export interface AiSdkChat {
  readonly id: string
  readonly messages: readonly AiSdkMessage[]
  /** `submitted`, `streaming`, `ready` or `error`. */
  readonly status: string
  readonly error?: Error | undefined
  addToolApprovalResponse(response: {
    id: string
    approved: boolean
    reason?: string
    options?: { headers: Record<string, string> }
  }): unknown
  /** The result of a tool that a person answers. */
  addToolOutput?(
    output: { tool: string; toolCallId: string; options?: { headers: Record<string, string> } } & (
      | { output: unknown }
      | { state: 'output-error'; errorText: string }
    ),
  ): unknown
  stop(): unknown
  /** Takes messages of the chat's own type only. */
  setMessages?(change: (messages: readonly AiSdkMessage[]) => never[]): void
}

/** The questions of the tools that a person answers, by the name of the tool. They have no `execute`. */
export type AiSdkQuestions = Readonly<Record<string, (input: unknown) => Question>>

export interface ToolPart {
  readonly message: AiSdkMessage
  readonly approvalId: string
  readonly toolCallId: string
  /** As the chat calls it. */
  readonly name: string
  readonly tool: Tool
  readonly argsText: string | null
  readonly why: Why | undefined
  readonly agent: Asker | undefined
  /** A person answers it, in the place of the tool. */
  readonly question: Question | undefined
  /** A question that waits is `approval-requested` too. */
  readonly state: string
  readonly approval: Fields
  readonly errorText: string | undefined
  readonly part: Fields
}

export function toolPartsOf(
  messages: readonly AiSdkMessage[],
  questions: AiSdkQuestions = {},
): readonly ToolPart[] {
  const seen = new Set<string>()
  return messages.flatMap((message) =>
    itemsOf(message.parts).flatMap((one) => {
      const part = fieldsOf(one)
      const type = textOf(part['type']) ?? ''
      const isTool = type === 'dynamic-tool' || type.startsWith('tool-')
      const approval = fieldsOf(part['approval'])
      const name = textOf(part['toolName']) ?? type.replace(/^tool-/, '')
      const question =
        isTool && part['approval'] === undefined ? questionIn(part, name, questions) : undefined
      const isAsking = part['approval'] !== undefined || part['state'] === 'approval-requested'
      if (!isTool || !(isAsking || question)) return []
      // A rule of the server answers it in the same stream.
      if (part['state'] === 'approval-requested' && approval['isAutomatic'] === true) return []
      const id = textOf(part['toolCallId']) ?? message.id
      let toolCallId = id
      while (seen.has(toolCallId)) toolCallId += `@${message.id}`
      seen.add(toolCallId)
      const approvalId = question ? toolCallId : (textOf(approval['id']) ?? '')
      return {
        message,
        approvalId,
        toolCallId,
        name,
        tool: toolOf(part, name),
        // A part whose shape is unknown is shown as raw data.
        argsText: argsTextOfValue(approvalId ? part['input'] : part),
        why: whyOf(textOf(approval['requestReason']), 'policy', name),
        agent: agentIn(part['toolMetadata']) ?? agentIn(message.metadata),
        question,
        state: question && part['state'] === 'input-available' ? 'approval-requested' : wordOf(part['state']),
        approval,
        errorText: textOf(part['errorText']),
        part,
      }
    }),
  )
}

/** The tool of an MCP server is shown as that, and not by the envelope that a provider or a client puts it in. */
function toolOf(part: Fields, name: string): Tool {
  const isHosted = part['type'] === 'dynamic-tool' && part['providerExecuted'] === true
  // As the SDK's client of MCP writes it.
  const { clientName, title, annotations } = fieldsOf(part['toolMetadata'])
  const server = textOf(clientName)
  const hints = hintNames.filter((hint) => typeof fieldsOf(annotations)[hint] === 'boolean')
  return {
    name: isHosted ? name.replace(/^mcp\./, '') || name : name,
    ...definedFields({
      server: server === unnamedClient ? undefined : server,
      title: textOf(title),
      annotations:
        hints.length === 0
          ? undefined
          : Object.fromEntries(hints.map((hint) => [hint, fieldsOf(annotations)[hint] === true])),
    }),
  }
}

const hintNames = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const
// The name that the SDK gives to a client of MCP without one.
const unnamedClient = 'ai-sdk-mcp-client'

/** The end of a tool that has run. */
export function executionOf({ state, errorText, part }: ToolPart): NonNullable<Resolution['execution']> {
  const message = state === 'output-error' ? errorText : failureIn(part['output'])
  return { ok: state === 'output-available' && message === undefined, ...definedFields({ message }) }
}

// The SDK has no field for it, so that a host names the agent in the metadata of its tool or of the message.
function agentIn(metadata: unknown): Asker | undefined {
  return askerIn(fieldsOf(metadata)['agent'])
}

function questionIn(part: Fields, name: string, questions: AiSdkQuestions): Question | undefined {
  // Before that the input is not complete.
  if (part['state'] === 'input-streaming' || !Object.hasOwn(questions, name)) return undefined
  try {
    return questions[name]?.(part['input'])
  } catch {
    // SAFETY: without a kind, the port leaves this call out alone and says so.
    return { message: '' } as Question
  }
}

// The agent that a producer names: a text, or an object with a name.
function askerIn(told: unknown): Asker | undefined {
  const { name, id, relation, path } = fieldsOf(told)
  const known = textOf(told) ?? textOf(name)
  if (known === undefined) return undefined
  return {
    name: known,
    relation: relation === 'handoff' ? relation : 'sub_agent',
    path: itemsOf(path).flatMap((one) => textOf(one) ?? []),
    ...definedFields({ id: textOf(id) }),
  }
}
