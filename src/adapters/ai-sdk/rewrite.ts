import type { AiSdkChat, AiSdkMessage, ToolPart } from '../../backend/aiSdk.ts'
import { type Fields, fieldsOf, definedFields } from '../../backend/json.ts'
import { mayHaveRun } from '../../backend/toldToAgent.ts'

export type EndedBy = 'rejected' | 'withdrawn'

/** For the model. */
export const unanswered = 'The person did not answer.'

/**
 * Denies calls in the history alone: nothing is sent, nothing runs, and the next message tells the model. `inDoubt`: an
 * approval of them was sent, and may have been taken.
 */
export function denyInChat(
  chat: AiSdkChat,
  { denied: parts, inDoubt }: { readonly denied: readonly ToolPart[]; readonly inDoubt: readonly ToolPart[] },
  endedBy: EndedBy,
  reason?: string,
): void {
  rewrite(chat, inDoubt, ['approval-responded'], (part) => ({
    ...part,
    state: 'output-error',
    errorText: mayHaveRun,
    approval: { ...fieldsOf(part['approval']), ...(endedBy === 'rejected' && { endedBy }) },
  }))
  const questions = parts.filter(({ question }) => question)
  const errorText = reason ?? unanswered
  rewrite(chat, questions, ['input-available'], (part) => ({ ...part, state: 'output-error', errorText }))
  const asked = parts.filter(({ question }) => !question)
  rewrite(chat, asked, ['approval-requested', 'approval-responded'], (part) => ({
    ...part,
    state: 'output-denied',
    approval: { ...fieldsOf(part['approval']), approved: false, endedBy, ...definedFields({ reason }) },
  }))
}

/** Takes back answers that no request has taken, so that the chat sends others. */
export function reopenInChat(chat: AiSdkChat, parts: readonly ToolPart[]): void {
  if (parts.every((part) => part.state === 'approval-requested')) return
  rewrite(chat, parts, ['approval-responded'], (part) => {
    const { approved: _approved, reason: _reason, ...approval } = fieldsOf(part['approval'])
    return { ...part, state: 'approval-requested', approval }
  })
}

/** Only calls in these states change, at the time of the change: whatever has run is the chat's. */
function rewrite(
  chat: AiSdkChat,
  parts: readonly ToolPart[],
  states: readonly unknown[],
  by: (part: Fields) => Fields,
): void {
  if (parts.length === 0) return
  const ids = new Set(parts.map(({ part }) => identityOf(part)))
  const last = chat.messages.at(-1)?.id
  const rewritten = (messages: readonly AiSdkMessage[]): never[] =>
    // SAFETY: messages and parts keep their types.
    messages.map((message) => {
      if (message.id !== last) return message
      const rewrittenParts = message.parts.map((part) => {
        const fields = fieldsOf(part)
        return ids.has(identityOf(fields)) && states.includes(fields['state']) ? by(fields) : part
      })
      return { ...message, parts: rewrittenParts }
    }) as never[]
  if (chat.setMessages) chat.setMessages(rewritten)
  else Object.assign(chat, { messages: rewritten(chat.messages) })
}

/** A model may use a call id twice in one message. */
function identityOf(part: Fields): unknown {
  return fieldsOf(part['approval'])['id'] ?? part['toolCallId']
}
