import type { AiSdkChat, AiSdkQuestions, ToolPart } from '../../backend/aiSdk.ts'
import { createAnswerMemory } from '../../backend/answers.ts'
import { createListeners, followChanges, type Listeners } from '../../backend/changes.ts'
import { judge } from '../../backend/judge.ts'
import { conversationOf } from '../../backend/ledger.ts'
import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import { schemaCheckFor } from '../../backend/schemaCheckFor.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { findCall } from '../../model/conversation.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import { createChatMemory, isBusy, readChat } from './read.ts'
import { decideInChat, demandAnswerable, type LiveChat, resumeTimeoutMs, untilFree } from './resume.ts'
import { denyInChat, type EndedBy } from './rewrite.ts'

/** Options of `createAiSdkGateway`. */
export interface AiSdkOptions {
  /**
   * The route claims each request id (`createClaims`), so a broken request may be sent again. Otherwise it is not,
   * because the route would run the tool twice. @default false
   */
  readonly claimed?: boolean
  /**
   * The tools that a person answers, by name: each gives the question of an input. They have no `execute`, and the
   * answer is their output; give the chat a `sendAutomaticallyWhen` that sends it. Those of the first call count.
   *
   * @example
   * { ask_user: (input) => ({ kind: 'text', message: String((input as { question: string }).question) }) }
   */
  readonly questions?: AiSdkQuestions
}

interface Known {
  readonly latest: { chat: AiSdkChat }
  readonly gateway: GatewayClient
  readonly listeners: Listeners
}

const known = new WeakMap<object, Known>()

/**
 * Makes a gateway from a chat of AI SDK 6 or 7: the result of `useChat` at each render, or a `Chat`. The same chat
 * always gives the same gateway, so no `useMemo` is needed. The id of the conversation is that of the chat.
 *
 * The chat must send by itself: give it `sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses`.
 * Its request carries the request id as `Idempotency-Key`. A route that claims it (`createClaims`) runs a tool once
 * even if two pages decide at the same time.
 *
 * Several calls are answered together. Nothing can be edited. _Reject and stop_ denies the calls in the history and
 * sends nothing. Throws `unsupported` for other versions of the SDK, `unavailable` if the request failed.
 *
 * @example
 * const chat = useChat({ sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses })
 * const bar = (
 *   <GatewayProvider gateway={createAiSdkGateway(chat)}>
 *     <InterventionBar conversationId={chat.id} />
 *   </GatewayProvider>
 * )
 */
export function createAiSdkGateway(
  chat: AiSdkChat,
  { claimed = false, questions = {} }: AiSdkOptions = {},
): GatewayClient {
  // This function of `useChat` is the same at each render.
  const key = chat.addToolApprovalResponse ?? chat
  const before = known.get(key)
  if (before) {
    const { messages, status } = before.latest.chat
    before.latest.chat = chat
    const isNew = messages !== chat.messages || status !== chat.status
    if (isNew) before.listeners.notify()
    return before.gateway
  }
  const listeners = createListeners()
  const latest = { chat }
  const created = {
    latest,
    listeners,
    gateway: createGateway(() => latest.chat, listeners, { claimed, questions }),
  }
  known.set(key, created)
  listenTo(chat, listeners.notify)
  return created.gateway
}

function createGateway(
  latest: () => AiSdkChat,
  { subscribe }: Listeners,
  { claimed, questions }: Required<AiSdkOptions>,
): GatewayClient {
  const memory = createChatMemory(questions)
  const answers = createAnswerMemory({ repeatable: claimed })
  const now = (): AiSdkChat => {
    const chat = latest()
    if (typeof chat.addToolApprovalResponse === 'function') return chat
    throw new GatewayError({ code: 'unsupported', applied: 'no' }, 'Expected a chat of AI SDK 6 or 7.')
  }
  const live: LiveChat = { memory, subscribe, now }
  const partsOf = (cards: readonly InterventionCall[]): readonly ToolPart[] =>
    readChat(now(), memory).parts.filter((part) => findCall(cards, part.toolCallId))
  const deny = (parts: readonly ToolPart[], endedBy: EndedBy, reason?: string): void => {
    for (const { toolCallId } of parts) memory.ended.set(toolCallId, endedBy)
    const isInDoubt = ({ approvalId, approval }: ToolPart): boolean =>
      approval['approved'] === true && memory.untaken.get(approvalId) === 'unknown'
    const [inDoubt, denied] = [parts.filter(isInDoubt), parts.filter((part) => !isInDoubt(part))]
    denyInChat(now(), { denied, inDoubt }, endedBy, reason)
  }

  return {
    id: `ai-sdk:${latest().id}`,
    resumeTimeoutMs,
    readConversation: async (conversationId) => conversationOf(readChat(now(), memory), conversationId),
    followConversation: (_conversationId, { signal }): AsyncGenerator<FollowSignal, void> =>
      followChanges(subscribe, signal),

    resume: async (request, options) =>
      answers.once(request, async () => {
        await untilFree(live, options)
        const checkSchemas = await schemaCheckFor(request)
        const verdict = judge(readChat(now(), memory), request)
        if ('answer' in verdict) return verdict.answer
        checkSchemas(request, verdict.calls)
        const decided = verdict.calls.flatMap((card) => partsOf([card]))
        const [first] = request.decisions
        if (first.decision === 'rejected') {
          for (const { approvalId } of decided) memory.requests.set(approvalId, request.requestId)
          deny(decided, 'rejected', first.reason)
          return { outcome: 'accepted', operationId: null }
        }
        demandAnswerable(now(), decided, request)
        await decideInChat(live, request, decided, options.signal)
        return { outcome: 'accepted', operationId: readChat(now(), memory).operations[0]?.id ?? null }
      }),

    stop: async () => {
      const { interventions } = readChat(now(), memory)
      const waiting = partsOf(interventions.filter((card) => card.status === 'pending'))
      if (!isBusy(now()) && waiting.length === 0) return { outcome: 'already_ended' }
      if (isBusy(now())) await now().stop()
      deny(waiting, 'withdrawn')
      return { outcome: 'stopped' }
    },
  }
}

/** The ways a `Chat` tells of changes; what `useChat` returns has none and comes anew at each render. */
const ways = ['~registerMessagesCallback', '~registerStatusCallback', '~registerErrorCallback'] as const

export function listenTo(chat: object, listener: () => void): void {
  for (const way of ways) {
    if (!(way in chat)) continue
    // SAFETY: both versions of the AI SDK take a callback here.
    ;(chat as Record<typeof way, (callback: () => void) => void>)[way](listener)
  }
}
