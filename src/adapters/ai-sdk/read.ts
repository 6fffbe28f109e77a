import {
  type AiSdkChat,
  type AiSdkQuestions,
  executionOf,
  type ToolPart,
  toolPartsOf,
} from '../../backend/aiSdk.ts'
import { pendingCard } from '../../backend/cards.ts'
import { argsTextOfValue, definedFields, textOf } from '../../backend/json.ts'
import type { Decidable } from '../../backend/judge.ts'
import type { OperationId, RequestId } from '../../model/ids.ts'
import {
  type InterventionCall,
  type Resolution,
  settle,
  type SettledStatus,
} from '../../model/intervention.ts'
import type { EndedBy } from './rewrite.ts'
import type { Operation } from '../../model/operation.ts'

export interface ChatMemory {
  /** Milliseconds, our clock: when a call, or an operation, was first seen. */
  readonly seenAt: Map<string, number>
  readonly requests: Map<string, RequestId>
  /** Answers that are in the history, and that no request of the chat has taken: it failed, or is yet to be made. */
  readonly untaken: Map<string, 'no' | 'unknown'>
  /** Questions that ended here without an answer. */
  readonly ended: Map<string, EndedBy>
  readonly questions: AiSdkQuestions
}

export function createChatMemory(questions: AiSdkQuestions): ChatMemory {
  return { seenAt: new Map(), requests: new Map(), untaken: new Map(), ended: new Map(), questions }
}

/** True if the call waits for an answer, or its answer can be taken back. One that went on is settled for good. */
export function isOpen({ state, approvalId }: ToolPart, { untaken }: ChatMemory): boolean {
  return state === 'approval-requested' || (state === 'approval-responded' && untaken.has(approvalId))
}

/** A chat as the kit reads it, and the parts behind its calls. The history is the truth; nothing else is kept. */
export function readChat(
  chat: AiSdkChat,
  memory: ChatMemory,
): Decidable & { readonly parts: readonly ToolPart[] } {
  const { messages } = chat
  const parts = toolPartsOf(messages, memory.questions)
  const isWaiting = (part: ToolPart): boolean => isOpen(part, memory) && part.message === messages.at(-1)
  const asked = messages.findLastIndex((message) => message.role === 'user')
  const decided = parts.filter((part) => !isOpen(part, memory) && messages.indexOf(part.message) > asked)
  // The id of a run is derived from its message and the number of decisions: the same on every page, another after each decision.
  const id = `${messages[asked]?.id ?? chat.id}:${decided.length}`
  return {
    parts,
    operations: messages.length > 0 ? [operationOf(id, chat, memory, parts.some(isWaiting))] : [],
    interventions: parts.map((part) => {
      const card = cardOf(part, id, memory)
      if (isWaiting(part)) return card
      // A call whose request broke off may have run.
      const isGone = isOpen(part, memory) && memory.untaken.get(part.approvalId) !== 'unknown'
      return isGone
        ? settle(card, 'withdrawn', { at: card.requestedAt })
        : settle(card, statusOf(part, memory), resolutionOf(part, memory))
    }),
  }
}

function operationOf(id: OperationId, chat: AiSdkChat, memory: ChatMemory, isWaiting: boolean): Operation {
  const base = { id, startedAt: seen(memory, id) }
  // The SDK may not have closed the stream that asked.
  if (isWaiting) {
    const pause = { answering: 'together', siblings: 'independent' } as const
    return { ...base, status: 'waiting_for_human', pause }
  }
  if (isBusy(chat)) return { ...base, status: 'running' }
  const endedAt = seen(memory, `${id} ended`)
  if (chat.status !== 'error') return { ...base, status: 'done', endedAt }
  const error = { code: 'chat_failed', message: chat.error?.message ?? '' }
  return { ...base, status: 'error', endedAt, error }
}

export function isBusy({ status }: AiSdkChat): boolean {
  return status === 'submitted' || status === 'streaming'
}

function cardOf(part: ToolPart, operationId: OperationId, memory: ChatMemory): InterventionCall {
  const { toolCallId, tool, argsText, why, agent, question, approvalId } = part
  return pendingCard({
    toolCallId,
    operationId,
    tool,
    argsText,
    decisions: approvalId
      ? [question ? 'answered' : 'approved', 'rejected_continue', 'rejected']
      : ['rejected'],
    requestedAt: seen(memory, approvalId || toolCallId),
    ...definedFields({ why, agent, question }),
  })
}

function hasOutput({ state }: ToolPart): boolean {
  return state === 'output-available' || state === 'output-error'
}

function statusOf(part: ToolPart, { ended }: ChatMemory): SettledStatus {
  const { approval, question, state, toolCallId } = part
  if (question) {
    return state === 'output-available' ? 'answered' : (ended.get(toolCallId) ?? 'rejected_continue')
  }
  const endedBy = approval['endedBy']
  if (endedBy === 'rejected' || endedBy === 'withdrawn') return endedBy
  return approval['approved'] === true || hasOutput(part) ? 'approved' : 'rejected_continue'
}

function resolutionOf(tool: ToolPart, memory: ChatMemory): Resolution {
  const { approval, approvalId, question, part } = tool
  const at = seen(memory, `${approvalId} decided`)
  const requestId = memory.requests.get(approvalId)
  if (question) return { at, ...definedFields({ requestId, ...wordsOf(tool) }) }
  // A tool that streams its result is still at work.
  const ran = hasOutput(tool) && part['preliminary'] !== true && approval['endedBy'] === undefined
  return {
    at,
    ...definedFields({
      requestId,
      automatic: approval['isAutomatic'] === true ? ({ by: 'rule' } as const) : undefined,
      reason: textOf(approval['reason']),
      execution: ran ? executionOf(tool) : undefined,
    }),
  }
}

function wordsOf({ state, errorText, part, question }: ToolPart): Pick<Resolution, 'answerText' | 'reason'> {
  if (state !== 'output-available') return definedFields({ reason: errorText })
  const { output } = part
  const isText = typeof output === 'string' && question?.kind !== 'form'
  return { answerText: isText ? output : (argsTextOfValue(output) ?? '') }
}

function seen({ seenAt }: ChatMemory, what: string): number {
  const at = seenAt.get(what) ?? Date.now()
  seenAt.set(what, at)
  return at
}
