import { askedCalls, askedPause, unreadableEnd } from '../../backend/askedCalls.ts'
import { pendingCard, whyOf } from '../../backend/cards.ts'
import { definedFields, wordOf, wordsOfThrown } from '../../backend/json.ts'
import { withCalls, withEndOf, withOperation } from '../../backend/ledger.ts'
import { createRequestId } from '../../gateway/requestId.ts'
import type { UnreadableCall } from '../../model/conversation.ts'
import type { ConversationId, OperationId, ToolCallId } from '../../model/ids.ts'
import type { PendingIntervention } from '../../model/intervention.ts'
import {
  defaultPause,
  isRunning,
  type Operation,
  type OperationEnd,
  type Pause,
  withEnd,
} from '../../model/operation.ts'
import type { PageAgent, PageCall, Turn } from './options.ts'
import type { PageLedger } from './read.ts'
import { toldIn } from './told.ts'

export interface PageRuns {
  isAlive(operationId: OperationId): boolean
  /**
   * The operations as they are once the tools under way have run: by that a decision made meanwhile is judged, since it
   * is carried out after them.
   */
  afterTools(operations: readonly Operation[]): readonly Operation[]
  shown(operations: readonly Operation[]): readonly Operation[]
  start(conversationId: ConversationId, text: string): OperationId
  /**
   * Does the work of an operation and ends it, whatever comes of the work.
   *
   * @param pause Of the calls that still wait. Undefined: the agent itself is at work.
   */
  run(
    conversationId: ConversationId,
    operationId: OperationId,
    pause: Pause | undefined,
    work: (signal: AbortSignal) => Promise<OperationEnd>,
  ): void
  /** Resolves once the work of an operation is over; at once where there is none. */
  over(operationId: OperationId): Promise<void>
  /** Parks at once: a decision that comes in the same moment finds it either running or parked, with its calls. */
  park(
    conversationId: ConversationId,
    operationId: OperationId,
    pause: Pause,
    asked?: readonly PendingIntervention[],
  ): OperationEnd
  takeTurn(
    conversationId: ConversationId,
    operationId: OperationId,
    told: Omit<Turn, 'conversationId' | 'ask'>,
  ): Promise<OperationEnd>
  abort(operationId: OperationId): void
}

export interface LedgerPorts {
  read(id: ConversationId): PageLedger
  write(id: ConversationId, ledger: PageLedger): void
}

interface Alive {
  readonly own: AbortController
  /** The pause of the calls that still wait. Undefined: the agent itself is at work. */
  readonly pause: Pause | undefined
  work: Promise<void>
}

export function createPageRuns(agent: PageAgent, { read, write }: LedgerPorts): PageRuns {
  const alive = new Map<OperationId, Alive>()

  function change(id: ConversationId, by: (ledger: PageLedger) => PageLedger): void {
    write(id, by(read(id)))
  }

  function run(
    conversationId: ConversationId,
    operationId: OperationId,
    pause: Pause | undefined,
    work: (signal: AbortSignal) => Promise<OperationEnd>,
  ): void {
    const own = new AbortController()
    const entry: Alive = { own, pause, work: Promise.resolve() }
    alive.set(operationId, entry)
    entry.work = work(own.signal)
      .catch((thrown: unknown): OperationEnd => {
        const error = { code: 'agent_failed', message: wordsOfThrown(thrown) }
        return { status: 'error', endedAt: Date.now(), error }
      })
      .then((end) => {
        alive.delete(operationId)
        change(conversationId, (ledger) => ({ ...ledger, ...withEndOf(ledger, operationId, end) }))
      })
      // The storage is full: without its end the run counts as interrupted.
      .catch(() => undefined)
  }

  function park(
    conversationId: ConversationId,
    operationId: OperationId,
    pause: Pause,
    asked: readonly PendingIntervention[] = [],
  ): OperationEnd {
    const end = { status: 'waiting_for_human', pause } as const
    alive.delete(operationId)
    change(conversationId, (ledger) => ({
      ...ledger,
      ...withEndOf(withCalls(ledger, asked), operationId, end),
      ...(asked.length > 0 && { untold: operationId }),
    }))
    return end
  }

  async function takeTurn(
    conversationId: ConversationId,
    operationId: OperationId,
    told: Omit<Turn, 'conversationId' | 'ask'>,
  ): Promise<OperationEnd> {
    const asked: PendingIntervention[] = []
    const unreadable: UnreadableCall[] = []
    const used = new Set(read(conversationId).interventions.map((one) => one.toolCallId))
    let pause: Pause = defaultPause
    await agent.turn({
      ...told,
      conversationId,
      ask: (calls, given) => {
        const found = askedCalls(calls, operationId, (call) => {
          // SAFETY: what cannot be read as a call is left out.
          const card = cardOf(call as PageCall, operationId, used)
          used.add(card.toolCallId)
          return card
        })
        asked.push(...found.cards)
        unreadable.push(...found.unreadable)
        pause = askedPause(given)
      },
    })
    if (told.signal.aborted) return { status: 'done', endedAt: Date.now() }
    change(conversationId, (ledger) => ({ ...ledger, unreadable }))
    if (asked.length === 0) {
      const at = Date.now()
      return unreadable.length > 0 ? unreadableEnd(at) : { status: 'done', endedAt: at }
    }
    return park(conversationId, operationId, pause, asked)
  }

  return {
    isAlive: (operationId) => alive.has(operationId),
    abort: (operationId) => alive.get(operationId)?.own.abort(),
    afterTools: (operations) =>
      operations.map((one) => {
        const pause = alive.get(one.id)?.pause
        return pause ? withEnd(one, { status: 'waiting_for_human', pause }) : one
      }),
    shown: (operations) =>
      operations.map((one) =>
        isRunning(one) && !alive.has(one.id)
          ? withEnd(one, { status: 'interrupted', endedAt: one.startedAt })
          : one,
      ),
    start: (conversationId, text) => {
      const id = `op_${createRequestId()}`
      const { text: _reasons, ...told } = toldIn(read(conversationId))
      change(conversationId, (all) => ({
        ...withOperation(all, { id, status: 'running', startedAt: Date.now() }),
        untold: undefined,
      }))
      run(conversationId, id, undefined, (signal) => takeTurn(conversationId, id, { ...told, text, signal }))
      return id
    },
    run,
    park,
    takeTurn,
    over: async (operationId) => alive.get(operationId)?.work,
  }
}

function cardOf(
  call: PageCall,
  operationId: OperationId,
  used: ReadonlySet<ToolCallId>,
): PendingIntervention {
  const { why, agent, editable, expiresAt } = call
  let toolCallId = wordOf(call.toolCallId) || `call_${createRequestId()}`
  while (used.has(toolCallId)) toolCallId += `@${operationId}`
  const common = {
    toolCallId,
    operationId,
    requestedAt: Date.now(),
    ...definedFields({ why: whyOf(why), agent, editable, expiresAt }),
  }
  if (typeof call.argsText !== 'string') {
    const { question, decisions = ['answered', 'rejected_continue', 'rejected'] } = call
    return pendingCard({ ...common, tool: null, argsText: null, question, decisions, reason: 'none' })
  }
  const { tool, argsText, question, decisions = ['approved', 'rejected_continue', 'rejected'] } = call
  return pendingCard({
    ...common,
    tool: typeof tool === 'string' ? { name: tool } : tool,
    argsText,
    decisions,
    ...definedFields({ question }),
  })
}
