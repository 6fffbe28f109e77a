import type { DecisionRequest } from '../../model/decision.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { Intervention, PendingIntervention, SettledIntervention } from '../../model/intervention.ts'
import {
  type Ledger,
  turnOf,
  withCalls,
  withEndOf,
  withExecution,
  withOperation,
  withWithdrawn,
} from '../../model/ledger.ts'
import { defaultPause, type OperationEnd, type Pause } from '../../model/operation.ts'
import { given } from '../given.ts'
import { newId } from '../newId.ts'
import { pendingCard } from '../pendingCard.ts'
import type { PageAgent, PageCall, Turn } from './PageAgent.ts'
import { execute } from './execute.ts'

/** What was decided, and the rules of the pause it was decided in. */
interface Decided {
  readonly decisions: readonly DecisionRequest[]
  readonly pause: Pause
}

/** The runs of the agents of one gateway. */
export interface PageRuns {
  isAlive(operationId: OperationId): boolean
  start(conversationId: ConversationId, text: string): OperationId
  /** Runs what was approved; the agent goes on once, after the last call of its question. */
  carryOn(conversationId: ConversationId, operationId: OperationId, decided: Decided): void
  abort(operationId: OperationId): void
}

/** Reads and writes the ledger of a conversation. */
export interface LedgerPorts {
  read(id: ConversationId): Ledger
  write(id: ConversationId, ledger: Ledger): void
}

/** Creates the runs of a gateway. */
export function createPageRuns(agent: PageAgent, { read, write }: LedgerPorts): PageRuns {
  const alive = new Map<OperationId, AbortController>()

  function change(id: ConversationId, by: (ledger: Ledger) => Ledger): void {
    write(id, by(read(id)))
  }

  /** Does the work of an operation and ends it, whatever comes of the work. */
  function run(
    conversationId: ConversationId,
    operationId: OperationId,
    work: (signal: AbortSignal) => Promise<OperationEnd>,
  ): void {
    const own = new AbortController()
    alive.set(operationId, own)
    void work(own.signal)
      .catch((thrown: unknown): OperationEnd => {
        const error = { code: 'agent_failed', message: String(thrown) }
        return { status: 'error', endedAt: Date.now(), error }
      })
      .then((end) => {
        alive.delete(operationId)
        change(conversationId, (ledger) => withEndOf(ledger, operationId, end))
      })
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
      ask: (calls, how = defaultPause) => {
        asked = [...asked, ...calls.map((call) => cardOf(call, operationId))]
        pause = how
      },
    })
    if (asked.length === 0 || told.signal.aborted) return { status: 'done', endedAt: Date.now() }
    change(conversationId, (ledger) => withCalls(ledger, asked))
    return { status: 'waiting_for_human', pause }
  }

  async function carryOn(
    conversationId: ConversationId,
    operationId: OperationId,
    { decisions: decided, pause }: Decided,
    signal: AbortSignal,
  ): Promise<OperationEnd> {
    for (const made of decided) {
      if (signal.aborted) break
      const card = read(conversationId).interventions.find((one) => one.toolCallId === made.toolCallId)
      if (made.decision !== 'approved' || !card) continue
      const argsText = made.argsText ?? card.argsText
      const execution = await execute(agent, { ...card, argsText }, signal)
      change(conversationId, (ledger) => withExecution(ledger, card.toolCallId, execution))
    }
    if (signal.aborted) return { status: 'interrupted', endedAt: Date.now() }
    const ledger = read(conversationId)
    const turn = turnOf(ledger, operationId).map((one) => one.id)
    if (decided.some((made) => made.decision === 'rejected')) {
      change(conversationId, (all) => withWithdrawn(all, turn, Date.now()))
      return { status: 'interrupted', endedAt: Date.now() }
    }
    const asking = ledger.interventions.find((one) => one.toolCallId === decided[0]?.toolCallId)?.operationId
    const siblings = ledger.interventions.filter((one) => one.operationId === asking)
    if (siblings.some((one) => one.status === 'pending')) {
      return { status: 'waiting_for_human', pause }
    }
    return takeTurn(conversationId, operationId, { ...toldOf(siblings), signal })
  }

  return {
    isAlive: (operationId) => alive.has(operationId),
    abort: (operationId) => alive.get(operationId)?.abort(),
    start: (conversationId, text) => {
      const id = newId('op')
      change(conversationId, (all) => withOperation(all, { id, status: 'running', startedAt: Date.now() }))
      run(conversationId, id, (signal) =>
        takeTurn(conversationId, id, { text, results: [], rejected: [], signal }),
      )
      return id
    },
    carryOn: (conversationId, operationId, decided) =>
      run(conversationId, operationId, (signal) => carryOn(conversationId, operationId, decided, signal)),
  }
}

function cardOf(call: PageCall, operationId: OperationId): PendingIntervention {
  const { tool, argsText, why, expiresAt } = call
  return pendingCard({
    toolCallId: call.toolCallId ?? newId('call'),
    operationId,
    tool: typeof tool === 'string' ? { name: tool } : tool,
    argsText,
    decisions: call.decisions ?? ['approved', 'rejected_continue', 'rejected'],
    editable: call.editable ?? false,
    requestedAt: Date.now(),
    ...given({ why, expiresAt }),
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
