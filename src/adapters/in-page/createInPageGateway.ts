import { answeredIn } from '../../backend/answers.ts'
import { createListeners, followChanges } from '../../backend/changes.ts'
import { judgeTurn } from '../../backend/judge.ts'
import { conversationOf, expired, turnOf, withInterrupted, withResume } from '../../backend/ledger.ts'
import { schemaCheckFor } from '../../backend/schemaCheckFor.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { createRequestId } from '../../gateway/requestId.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import { defaultPause, hasEnded } from '../../model/operation.ts'
import type { InPageGateway, InPageOptions } from './options.ts'
import { openLedgers, type PageLedger } from './read.ts'
import { carryOn } from './resume.ts'
import { createPageRuns } from './runs.ts'

/**
 * Makes a gateway for an agent that runs in the page itself. _Approve_ runs the tool with the stored call, as it was
 * shown, or as it was edited. _Reject and stop_ ends the run. _Reject and continue_ begins a turn with the reason as the person's message.
 * With several calls the agent continues once, after the last one. A call that is approved while another tool runs
 * starts after it; _Reject and stop_ ends the run there.
 *
 * `resume` throws `not_found`, `invalid` and `key_reused`. Errors of a tool or a turn appear in the conversation.
 *
 * @example
 * const gateway = createInPageGateway({
 *   turn: async ({ text, results, ask }) => ask(await model.reply(text, results)),
 *   runTool: ({ tool, argsText }) => tools[tool](JSON.parse(argsText)),
 *   storage: localStorage,
 * })
 */
export function createInPageGateway(options: InPageOptions): InPageGateway {
  const { id = 'in-page' } = options
  const { subscribe, notify } = createListeners()
  const ledgers = openLedgers(id, options.storage)
  const runs = createPageRuns(options, { read, write })

  function read(conversationId: ConversationId): PageLedger {
    const ledger = ledgers.read(conversationId)
    return { ...ledger, interventions: expired(ledger.interventions, Date.now()) }
  }
  function write(conversationId: ConversationId, ledger: PageLedger): void {
    ledgers.write(conversationId, ledger)
    notify()
  }
  function end(conversationId: ConversationId, some: readonly OperationId[]): void {
    const ledger = read(conversationId)
    const ids = some.flatMap((one) => turnOf(ledger, one)).map((one) => one.id)
    ids.forEach(runs.abort)
    write(conversationId, { ...ledger, ...withInterrupted(ledger, ids, Date.now()) })
  }

  return {
    id,
    readConversation: async (conversationId) => {
      const ledger = read(conversationId)
      return conversationOf({ ...ledger, operations: runs.shown(ledger.operations) }, conversationId)
    },
    followConversation: (_conversationId, { signal }): AsyncGenerator<FollowSignal, void> =>
      followChanges(subscribe, signal),

    resume: async (request) => {
      const { conversationId, decisions } = request
      const checkSchemas = await schemaCheckFor(request)
      const ledger = read(conversationId)
      const kept = answeredIn(ledger, request)
      if (kept) return kept
      const asked = { ...ledger, operations: runs.afterTools(ledger.operations) }
      const verdict = judgeTurn(asked, request)
      if ('answer' in verdict) return verdict.answer
      checkSchemas(request, verdict.calls)
      const operationId = decisions.every(isHalt) ? null : `op_${createRequestId()}`
      const turn = turnOf(asked, request.operationId)
      const ids = turn.map((one) => one.id)
      // Running tools finish first, and the calls approved now run after them.
      const taken = { at: Date.now(), operationId, isAtWork: runs.isAlive }
      write(conversationId, { ...ledger, ...withResume(ledger, request, taken) })
      if (operationId === null) ids.forEach(runs.abort)
      else {
        const resumes = ids.at(-1) ?? request.operationId
        const parked = turn.find((one) => one.status === 'waiting_for_human')
        const { pause = defaultPause } = parked ?? {}
        const decided = { conversationId, operationId, decisions, resumes, pause }
        runs.run(conversationId, operationId, pause, (untilStopped) =>
          carryOn(options, runs, { read, write }, decided, untilStopped),
        )
      }
      return { outcome: 'accepted', operationId }
    },

    stop: async ({ conversationId, operationId }) => {
      const known = read(conversationId).operations.find((one) => one.id === operationId)
      if (!known) throw new GatewayError({ code: 'not_found', applied: 'no' })
      if (hasEnded(known)) return { outcome: 'already_ended' }
      end(conversationId, [operationId])
      return { outcome: 'stopped' }
    },

    start: (conversationId, text) => {
      const live = read(conversationId).operations.filter((one) => !hasEnded(one))
      end(
        conversationId,
        live.map((one) => one.id),
      )
      return runs.start(conversationId, text)
    },
  }
}

function isHalt({ decision }: DecisionRequest): boolean {
  return decision === 'rejected'
}
