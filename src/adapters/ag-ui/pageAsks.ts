import { answeredIn } from '../../backend/answers.ts'
import { pendingCard } from '../../backend/cards.ts'
import { judgeTurn } from '../../backend/judge.ts'
import {
  emptyLedger,
  expired,
  type Ledger,
  withCalls,
  withEndOf,
  withExecution,
  withInterrupted,
  withOperation,
  withResume,
} from '../../backend/ledger.ts'
import { schemaCheckFor } from '../../backend/schemaCheckFor.ts'
import { createRequestId } from '../../gateway/requestId.ts'
import { findCall } from '../../model/conversation.ts'
import type { DecisionRequest, ResumeAnswer, ResumeRequest } from '../../model/decision.ts'
import type { ConversationId, ToolCallId } from '../../model/ids.ts'
import type { Resolution } from '../../model/intervention.ts'
import { defaultPause, hasEnded } from '../../model/operation.ts'
import type { AgUiCall } from './options.ts'

/** The calls of tools that the page itself runs. AG-UI knows nothing of them: the run has ended before they are asked. */
export interface PageAsks {
  read(id: ConversationId): Ledger
  has(id: ConversationId, toolCallId: ToolCallId | undefined): boolean
  /** Resolves to the decision. Rejects when the signal aborts, and the call is withdrawn. */
  ask(id: ConversationId, call: AgUiCall, signal?: AbortSignal): Promise<PersonDecision>
  resume(request: ResumeRequest): Promise<ResumeAnswer>
  /** A run of the agent began: it carries on what was decided. */
  carriedOn(id: ConversationId): void
}

export interface PersonDecision {
  readonly made: DecisionRequest
  /** Call it when nothing is left to do here: the chat starts the run that carries on. */
  over(execution?: Resolution['execution']): void
}

// A chat starts the run that carries on right after the last tool; a tool may also ask for none.
const carriesOnMs = 5_000

export function createPageAsks(notify: (id: ConversationId) => void): PageAsks {
  const ledgers = new Map<ConversationId, Ledger>()
  const waiting = new Map<string, { decide(made: DecisionRequest, operationId: string): void }>()
  const keyOf = (id: ConversationId, toolCallId: ToolCallId): string => JSON.stringify([id, toolCallId])

  function read(id: ConversationId): Ledger {
    const ledger = ledgers.get(id) ?? emptyLedger
    return { ...ledger, interventions: expired(ledger.interventions, Date.now()) }
  }
  function write(id: ConversationId, ledger: Ledger): void {
    ledgers.set(id, ledger)
    notify(id)
  }
  function endAll(id: ConversationId, ledger: Ledger): Ledger {
    const end = { status: 'done', endedAt: Date.now() } as const
    const running = ledger.operations.filter((one) => !hasEnded(one) && one.status !== 'waiting_for_human')
    return running.reduce((all, one) => withEndOf(all, one.id, end), ledger)
  }

  return {
    read,
    has: (id, toolCallId) =>
      toolCallId !== undefined && findCall(read(id).interventions, toolCallId) !== undefined,

    ask: (id, call, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const ledger = endAll(id, read(id))
        // A chat may run the same call anew.
        const isAgain = (one: string): boolean =>
          one === call.toolCallId || one.startsWith(`${call.toolCallId}@`)
        const times = ledger.interventions.filter((one) => isAgain(one.toolCallId)).length
        const toolCallId = times > 0 ? `${call.toolCallId}@${times + 1}` : call.toolCallId
        const operationId = `ask_${createRequestId()}`
        const at = Date.now()
        const parked = { id: operationId, status: 'waiting_for_human', startedAt: at } as const
        const card = pendingCard({ ...call, toolCallId, operationId, requestedAt: at })
        const onAbort = (): void => {
          waiting.delete(keyOf(id, toolCallId))
          write(id, withInterrupted(read(id), [operationId], Date.now()))
          reject(signal?.reason as Error)
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        waiting.set(keyOf(id, toolCallId), {
          decide: (made, next) => {
            signal?.removeEventListener('abort', onAbort)
            resolve({
              made,
              over: (execution) => {
                if (execution) write(id, withExecution(read(id), toolCallId, execution))
                const end = (): void =>
                  write(id, withEndOf(read(id), next, { status: 'done', endedAt: Date.now() }))
                setTimeout(end, carriesOnMs)
              },
            })
          },
        })
        write(id, withCalls(withOperation(ledger, { ...parked, pause: defaultPause }), [card]))
      }),

    resume: async (request) => {
      const { conversationId: id, decisions } = request
      const checkSchemas = await schemaCheckFor(request)
      const ledger = read(id)
      const kept = answeredIn(ledger, request)
      if (kept) return kept
      const verdict = judgeTurn(ledger, request)
      if ('answer' in verdict) return verdict.answer
      checkSchemas(request, verdict.calls)
      const operationId = `op_${createRequestId()}`
      write(id, withResume(ledger, request, { at: Date.now(), operationId }))
      for (const made of decisions) {
        const key = keyOf(id, made.toolCallId)
        waiting.get(key)?.decide(made, operationId)
        waiting.delete(key)
      }
      return { outcome: 'accepted', operationId }
    },

    carriedOn: (id) => {
      if (ledgers.has(id)) write(id, endAll(id, read(id)))
    },
  }
}
