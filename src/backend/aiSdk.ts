import type { Asker, Why } from '../model/intervention.ts'
import { askerIn } from './asker.ts'
import { whyOf } from './cards.ts'
import { argsTextOfValue, type Fields, fieldsOf, itemsOf, textOf } from './json.ts'

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
  stop(): unknown
  /** Takes messages of the chat's own type only. */
  setMessages?(change: (messages: readonly AiSdkMessage[]) => never[]): void
}

export interface ToolPart {
  readonly message: AiSdkMessage
  readonly approvalId: string
  readonly toolCallId: string
  readonly name: string
  readonly argsText: string | null
  readonly why: Why | undefined
  readonly agent: Asker | undefined
  readonly state: string
  readonly approval: Fields
  readonly errorText: string | undefined
  readonly part: Fields
}

export function toolPartsOf(messages: readonly AiSdkMessage[]): readonly ToolPart[] {
  const seen = new Set<string>()
  return messages.flatMap((message) =>
    itemsOf(message.parts).flatMap((one) => {
      const part = fieldsOf(one)
      const type = textOf(part['type']) ?? ''
      const isTool = type === 'dynamic-tool' || type.startsWith('tool-')
      const approval = fieldsOf(part['approval'])
      if (!isTool || (part['approval'] === undefined && part['state'] !== 'approval-requested')) return []
      // A rule of the server answers it in the same stream.
      if (part['state'] === 'approval-requested' && approval['isAutomatic'] === true) return []
      const id = textOf(part['toolCallId']) ?? message.id
      let toolCallId = id
      while (seen.has(toolCallId)) toolCallId += `@${message.id}`
      seen.add(toolCallId)
      const approvalId = textOf(approval['id']) ?? ''
      return {
        message,
        approvalId,
        toolCallId,
        name: textOf(part['toolName']) ?? type.replace(/^tool-/, ''),
        // A part of unknown shape is shown as raw data.
        argsText: argsTextOfValue(approvalId ? part['input'] : part),
        why: whyOf(textOf(approval['requestReason']), 'policy'),
        agent: agentIn(part['toolMetadata']) ?? agentIn(message.metadata),
        state: String(part['state']),
        approval,
        errorText: textOf(part['errorText']),
        part,
      }
    }),
  )
}

// The SDK has no field for it, so that a host names the agent in the metadata of its tool or of the message.
function agentIn(metadata: unknown): Asker | undefined {
  return askerIn(fieldsOf(metadata)['agent'])
}
