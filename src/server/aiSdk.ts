import { type AiSdkMessage, executionOf, type ToolPart, toolPartsOf } from '../backend/aiSdk.ts'
import { reasonOf } from '../backend/cards.ts'
import { fieldsOf, definedFields } from '../backend/json.ts'
import { findCall } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import type { RouteAgent, RouteDecision, RouteStep } from './RouteAgent.ts'
import { fateOf } from './untold.ts'

/** Options of `aiSdk`. */
export interface AiSdkAgentOptions<Message extends AiSdkMessage> {
  /** Streams an answer to the messages of a conversation, and resolves with all messages once it is over. */
  readonly run: (
    messages: Message[],
    signal: AbortSignal,
    conversationId: ConversationId,
  ) => Promise<readonly Message[]>
}

/**
 * Runs chats of AI SDK 6 and 7 behind a route, which keeps their history. Several calls are answered together.
 * Nothing can be edited. An old history that is sent again runs nothing.
 *
 * @example
 * aiSdk({
 *   run: async (messages, abortSignal, id) => {
 *     const result = streamText({ model, tools, abortSignal, messages: await convertToModelMessages(messages) })
 *     return new Promise((resolve, reject) => {
 *       const stream = result.toUIMessageStream({ originalMessages: messages, onFinish: (end) => resolve(end.messages) })
 *       publish(id, stream).catch(reject)
 *     })
 *   },
 * })
 */
export function aiSdk<Message extends AiSdkMessage>({ run }: AiSdkAgentOptions<Message>): RouteAgent {
  const parse = (state: string | undefined): readonly Message[] =>
    // SAFETY: only this file writes the state.
    JSON.parse(state ?? '[]') as readonly Message[]
  return {
    start: async (text, { state, untold, signal, conversationId }) => {
      const before = rewritten(parse(state), (part) =>
        hasResult(part)
          ? undefined
          : (told(part, untold) ?? {
              state: 'output-denied',
              approval: { ...part.approval, approved: false, reason: 'No decision.' },
            }),
      )
      const said = { id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text }] }
      // SAFETY: a message of a person, in the shape both versions have.
      return stepOf(await run([...before, said as unknown as Message], signal, conversationId))
    },
    resume: async (decisions, { state, untold, signal, conversationId }) => {
      const messages = rewritten(parse(state), (part) => {
        const made = findCall(decisions, part.toolCallId)
        if (!made) return hasResult(part) ? undefined : told(part, untold)
        const answer = {
          approved: made.decision === 'approved',
          ...definedFields({ reason: reasonOf(made) }),
        }
        return { state: 'approval-responded', approval: { ...part.approval, ...answer } }
      })
      return stepOf(await run(messages, signal, conversationId))
    },
  }
}

function hasResult({ state }: ToolPart): boolean {
  return state === 'output-available' || state === 'output-error' || state === 'output-denied'
}

/** An earlier decision whose run broke off. Without it the model is told that nobody decided. */
function told({ toolCallId, approval }: ToolPart, untold: readonly RouteDecision[] = []): object | undefined {
  const made = findCall(untold, toolCallId)
  if (!made) return undefined
  return made.decision === 'approved'
    ? { state: 'output-error', errorText: fateOf(made), approval: { ...approval, approved: true } }
    : { state: 'output-denied', approval: { ...approval, approved: false, reason: fateOf(made) } }
}

function rewritten<Message extends AiSdkMessage>(
  messages: readonly Message[],
  by: (part: ToolPart) => object | undefined,
): Message[] {
  const parts = toolPartsOf(messages)
  return messages.map((message) => ({
    ...message,
    parts: message.parts.map((one) => {
      const found = parts.find((part) => part.message === message && part.part === fieldsOf(one))
      return found ? { ...one, ...by(found) } : one
    }),
  }))
}

function stepOf(messages: readonly AiSdkMessage[]): RouteStep {
  const parts = toolPartsOf(messages)
  const waiting = parts.filter(
    (part) => part.state === 'approval-requested' && part.message === messages.at(-1),
  )
  const ran = parts.filter(({ state }) => state === 'output-available' || state === 'output-error')
  return {
    state: JSON.stringify(messages),
    calls: waiting.map(({ toolCallId, tool, argsText, why, agent }) => ({
      toolCallId,
      tool,
      argsText,
      ...definedFields({ why, agent }),
    })),
    pause: { answering: 'together', siblings: 'independent' },
    executions: Object.fromEntries(ran.map((part) => [part.toolCallId, executionOf(part)])),
  }
}
