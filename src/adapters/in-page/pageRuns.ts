import { findCall } from '../../model/conversation.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { Intervention, PendingIntervention, SettledIntervention } from '../../model/intervention.ts'
import { type Ledger, withCalls, withEndOf, withExecution, withOperation } from '../../model/ledger.ts'
import {
  defaultPause,
  isRunning,
  type Operation,
  type OperationEnd,
  type Pause,
  withEnd,
} from '../../model/operation.ts'
import { given } from '../given.ts'
import { newId } from '../newId.ts'
import { pendingCard } from '../pendingCard.ts'
import type { PageAgent, PageCall, Turn } from './PageAgent.ts'
import { execute } from './execute.ts'

/** What was decided, after which operation, and the rules of the pause it was decided in. */
interface Decided {
  readonly decisions: readonly DecisionRequest[]
  readonly resumes: OperationId
  readonly pause: Pause
}

/** The runs of the agents of one gateway. */
export interface PageRuns {
  /** True until it has parked, or its work is over. */
  isAlive(operationId: OperationId): boolean
  /**
   * The operations as they are once the tools under way have run: by that a decision made meanwhile is judged, since it
   * is carried out after them.
   */
  afterTools(operations: readonly Operation[]): readonly Operation[]
  /** What is shown: a run that an earlier page left behind is interrupted; what waits goes on waiting. */
  shown(operations: readonly Operation[]): readonly Operation[]
  start(conversationId: ConversationId, text: string): OperationId
  /**
   * Runs what was approved, after the tools of the same turn that still run; the agent goes on once, after the last call
   * of its question (rule S9).
   */
  carryOn(conversationId: ConversationId, operationId: OperationId, decided: Decided): void
  abort(operationId: OperationId): void
}

/** Reads and writes the ledger of a conversation. */
export interface LedgerPorts {
  read(id: ConversationId): Ledger
  write(id: ConversationId, ledger: Ledger): void
}

interface Alive {
  readonly own: AbortController
  /** How the calls that still wait may be answered. Undefined: the agent itself is at work. */
  readonly pause: Pause | undefined
  /** Resolves once the end is written, or could not be. */
  work: Promise<void>
}

/** Creates the runs of a gateway. */
export function createPageRuns(agent: PageAgent, { read, write }: LedgerPorts): PageRuns {
  const alive = new Map<OperationId, Alive>()

  function change(id: ConversationId, by: (ledger: Ledger) => Ledger): void {
    write(id, by(read(id)))
  }

  /** Does the work of an operation and ends it, whatever comes of the work. */
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
        const error = { code: 'agent_failed', message: String(thrown) }
        return { status: 'error', endedAt: Date.now(), error }
      })
      .then((end) => {
        alive.delete(operationId)
        change(conversationId, (ledger) => withEndOf(ledger, operationId, end))
      })
  }

  /** Parks at once: a decision that comes in the same moment finds it either running or parked, with its calls. */
  function park(
    conversationId: ConversationId,
    operationId: OperationId,
    pause: Pause,
    asked: readonly PendingIntervention[] = [],
  ): OperationEnd {
    const end = { status: 'waiting_for_human', pause } as const
    alive.delete(operationId)
    change(conversationId, (ledger) => withEndOf(withCalls(ledger, asked), operationId, end))
    return end
  }

  async function takeTurn(
    conversationId: ConversationId,
    operationId: OperationId,
    told: Pick<Turn, 'text' | 'results' | 'rejected' | 'signal'>,
  ): Promise<OperationEnd> {
    let asked: readonly PendingIntervention[] = []
    let pause: Pause = defaultPause
    await agent.turn({
      ...told,
      conversationId,
      ask: (calls, { answering } = { answering: 'any' }) => {
        asked = [...asked, ...calls.map((call) => cardOf(call, operationId))]
        pause = { answering, siblings: 'independent' }
      },
    })
    if (asked.length === 0 || told.signal.aborted) return { status: 'done', endedAt: Date.now() }
    return park(conversationId, operationId, pause, asked)
  }

  async function carryOn(
    conversationId: ConversationId,
    operationId: OperationId,
    { decisions: decided, resumes, pause }: Decided,
    signal: AbortSignal,
  ): Promise<OperationEnd> {
    // Tools run one after the other, whenever they were approved.
    await alive.get(resumes)?.work.catch(() => undefined)
    for (const made of decided) {
      if (signal.aborted) break
      const card = findCall(read(conversationId).interventions, made.toolCallId)
      if (made.decision !== 'approved' || !card) continue
      const argsText = made.argsText ?? card.argsText
      const execution = await execute(agent, { ...card, argsText }, signal)
      change(conversationId, (ledger) => withExecution(ledger, card.toolCallId, execution))
    }
    if (signal.aborted || decided.some((made) => made.decision === 'rejected')) {
      return { status: 'interrupted', endedAt: Date.now() }
    }
    const ledger = read(conversationId)
    // A decision that came meanwhile carries on.
    if (ledger.operations.some((one) => one.resumes === operationId)) {
      return { status: 'done', endedAt: Date.now() }
    }
    const asking = decided[0] && findCall(ledger.interventions, decided[0].toolCallId)?.operationId
    const siblings = ledger.interventions.filter((one) => one.operationId === asking)
    if (siblings.some((one) => one.status === 'pending')) {
      return park(conversationId, operationId, pause)
    }
    return takeTurn(conversationId, operationId, { ...toldOf(siblings), signal })
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
      const id = newId('op')
      change(conversationId, (all) => withOperation(all, { id, status: 'running', startedAt: Date.now() }))
      run(conversationId, id, undefined, (signal) =>
        takeTurn(conversationId, id, { text, results: [], rejected: [], signal }),
      )
      return id
    },
    carryOn: (conversationId, operationId, decided) =>
      run(conversationId, operationId, decided.pause, (signal) =>
        carryOn(conversationId, operationId, decided, signal),
      ),
  }
}

function cardOf(call: PageCall, operationId: OperationId): PendingIntervention {
  const { tool, argsText, why, editable, expiresAt } = call
  return pendingCard({
    toolCallId: call.toolCallId ?? newId('call'),
    operationId,
    tool: typeof tool === 'string' ? { name: tool } : tool,
    argsText,
    decisions: call.decisions ?? ['approved', 'rejected_continue', 'rejected'],
    requestedAt: Date.now(),
    ...given({ why, editable, expiresAt }),
  })
}

/** What the agent is told of the calls it asked for. */
function toldOf(calls: readonly Intervention[]): Pick<Turn, 'text' | 'results' | 'rejected'> {
  const settled = calls.filter((one): one is SettledIntervention => one.status !== 'pending')
  const rejected = settled
    .filter((one) => one.status === 'rejected_continue')
    .map(({ toolCallId, resolution: { reason } }) => ({ toolCallId, ...given({ reason }) }))
  const text = rejected.flatMap((one) => one.reason ?? []).join('\n')
  const results = settled
    .filter((one) => one.status === 'approved')
    .map(({ toolCallId, tool, resolution: { execution } }) => ({
      toolCallId,
      tool: tool.name,
      ok: execution?.ok ?? false,
      output: execution?.message ?? '',
    }))
  return { ...(text ? { text } : {}), results, rejected }
}
