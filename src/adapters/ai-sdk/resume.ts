import { type AiSdkChat, type ToolPart, toolPartsOf } from '../../backend/aiSdk.ts'
import { reasonOf } from '../../backend/cards.ts'
import { type Subscribe, until } from '../../backend/changes.ts'
import { definedFields, fieldsOf, itemsOf, parsed, survivesParsing } from '../../backend/json.ts'
import type { ResumeOptions } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { pause, withTimeLimit } from '../../gateway/timeLimit.ts'
import type { DecisionRequest, ResumeRequest } from '../../model/decision.ts'
import { type ChatMemory, isBusy } from './read.ts'
import { reopenInChat, unanswered } from './rewrite.ts'

export interface LiveChat {
  readonly memory: ChatMemory
  readonly subscribe: Subscribe
  readonly now: () => AiSdkChat
}

/** A route refuses within this many ms, or its first tool is slow: the chat hears nothing before the tool is done. */
const graceMs = 3_000

/** The tools of the step that asked may be slow, and the chat sends only after them. */
const patienceMs = 25_000
/** The rest is for the request of the chat. */
export const resumeTimeoutMs = 30_000

/** A call can be shown while the stream that asked goes on, but the chat sends only after that. */
export async function untilFree(
  { now, subscribe }: LiveChat,
  { signal, onNotTaken }: ResumeOptions,
): Promise<void> {
  const isFree = (): boolean => !isBusy(now())
  if (isFree()) return
  onNotTaken?.()
  try {
    await withTimeLimit(patienceMs, { signal, applied: 'no' }, (inTime) => until(subscribe, isFree, inTime))
  } catch (thrown) {
    if (!(thrown instanceof GatewayError) || thrown.code !== 'timeout' || signal.aborted) throw thrown
    throw new GatewayError({ code: 'unavailable', applied: 'no' }, 'The chat has not finished its answer.')
  }
}

/**
 * Answers every call of the request, and waits until the chat has taken the answers: its request goes on, or the calls
 * have moved on. Throws `unavailable` when the request failed before that.
 */
export async function decideInChat(
  { memory, subscribe, now }: LiveChat,
  { requestId, decisions }: ResumeRequest,
  parts: readonly ToolPart[],
  signal: AbortSignal,
): Promise<void> {
  const ids = parts.map((part) => part.approvalId)
  reopenInChat(now(), parts)
  // A `Chat` is the same object all the time.
  const {
    error: errorBefore,
    messages: { length: lengthBefore },
  } = now()
  const given = ids.map((id, index) => {
    const made = decisions[index]!
    memory.requests.set(id, requestId)
    const options = { headers: { 'idempotency-key': requestId } }
    const part = parts[index]!
    if (part.question) return answerInChat(now(), part, made, options)
    memory.untaken.set(id, 'no')
    return now().addToolApprovalResponse({
      id,
      approved: made.decision === 'approved',
      ...definedFields({ reason: reasonOf(made) }),
      options,
    })
  })
  const isAnyIn = (...states: readonly string[]): boolean =>
    toolPartsOf(now().messages, memory.questions).some(
      ({ approvalId, state }) => ids.includes(approvalId) && states.includes(state),
    )
  let isSent = false
  const hasBegun = (): boolean => {
    const { status, error, messages } = now()
    // A chat that is rendered rarely may show the result and a later failure at once.
    if (status === 'streaming' || !isAnyIn('approval-requested', 'approval-responded')) return true
    if (status === 'error' && error !== errorBefore) throw failureOf(error)
    isSent ||= isBusy(now()) || messages.length !== lengthBefore
    return false
  }
  const take = async (inTime: AbortSignal): Promise<void> => {
    await until(subscribe, () => hasBegun() || !isAnyIn('approval-requested'), inTime)
    const end = Date.now() + graceMs
    while (!hasBegun() && Date.now() < end && !inTime.aborted) {
      await pause(end - Date.now(), inTime, (wake) => subscribe(wake))
    }
    inTime.throwIfAborted()
    if (hasBegun() || isSent || hasToolAtWork(now())) return
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, unsent)
  }
  const over = new AbortController()
  const abort = (): void => over.abort(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    // Some chats resolve at the end of the run only.
    const refused = Promise.all(given).then(() => new Promise<never>(() => undefined))
    await Promise.race([take(over.signal), refused])
    for (const id of ids) memory.untaken.delete(id)
    watchSlow({ memory, subscribe, now }, ids, hasBegun)
  } catch (thrown) {
    const failure = GatewayError.from(thrown, 'unknown')
    for (const id of ids) memory.untaken.set(id, failure.applied)
    throw failure
  } finally {
    signal.removeEventListener('abort', abort)
    over.abort()
  }
}

function answerInChat(
  chat: AiSdkChat,
  { name, part, question }: ToolPart,
  made: DecisionRequest,
  options: { headers: Record<string, string> },
): unknown {
  const call = { tool: name, toolCallId: String(part['toolCallId']), options }
  if (made.decision !== 'answered') {
    return chat.addToolOutput?.({ ...call, state: 'output-error', errorText: reasonOf(made) ?? unanswered })
  }
  const { answerText = '' } = made
  return chat.addToolOutput?.({
    ...call,
    output: question?.kind === 'form' ? parsed(answerText) : answerText,
  })
}

/** A chat holds values and not their text, and the one of an answer must not change on the way. */
export function demandAnswerable(
  chat: AiSdkChat,
  parts: readonly ToolPart[],
  { decisions }: ResumeRequest,
): void {
  const questions = parts.map(({ question }) => question)
  if (questions.some((one) => one) && !chat.addToolOutput) {
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, 'Expected a chat with "addToolOutput".')
  }
  for (const [index, made] of decisions.entries()) {
    if (made.decision !== 'answered' || questions[index]?.kind !== 'form') continue
    const { answerText = '' } = made
    if (survivesParsing(answerText)) continue
    const fields = [{ path: `/decisions/${index}/answerText`, message: 'The chat cannot hold it exactly.' }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields })
  }
}

/** A request that was taken for slow may fail yet, before anything of it runs: then its calls wait again. */
function watchSlow(
  { memory, subscribe, now }: LiveChat,
  ids: readonly string[],
  hasBegun: () => boolean,
): void {
  const { length } = now().messages
  let wasBusy = false
  void until(subscribe, () => {
    try {
      if (hasBegun()) return true
    } catch (thrown) {
      if (GatewayError.from(thrown, 'unknown').applied === 'no') {
        for (const id of ids) memory.untaken.set(id, 'no')
      }
      return true
    }
    // The chat was stopped or got a new message, so a later failure belongs to another request.
    if (wasBusy && !isBusy(now())) return true
    wasBusy ||= isBusy(now())
    return now().messages.length !== length
  })
}

const unsent = 'The chat sends no answer: give it "sendAutomaticallyWhen".'

/** A tool of the page may still be at work: the chat sends once it has all results. */
function hasToolAtWork({ messages }: AiSdkChat): boolean {
  const parts = itemsOf(messages.at(-1)?.parts).map(fieldsOf)
  return parts.some(({ state }) => state === 'input-streaming' || state === 'input-available')
}

/** An HTTP error comes before anything runs; a request that broke may have been taken. */
function failureOf(error: Error | undefined): GatewayError {
  const applied = error instanceof TypeError ? 'unknown' : 'no'
  return new GatewayError({ code: 'unavailable', applied }, error?.message || undefined, { cause: error })
}
