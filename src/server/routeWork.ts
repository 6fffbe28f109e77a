import { answeredIn, withAnswer } from '../backend/answers.ts'
import { definedFields } from '../backend/json.ts'
import { judgeTurn } from '../backend/judge.ts'
import { withRemembered } from '../backend/settings.ts'
import { checkSchemas } from '../backend/checkSchemas.ts'
import { turnOf, withInterrupted, withOperation, withResume } from '../backend/ledger.ts'
import type { StopRequest } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { pause } from '../gateway/timeLimit.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { hasEnded, isRunning } from '../model/operation.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { RouteAgent, RouteStep, RunContext } from './RouteAgent.ts'
import type { RouteViewer } from './authorize.ts'
import { ownDecisions } from './callIds.ts'
import type { ClaimRequest, Claims } from './createClaims.ts'
import type { RouteRecord } from './routeRecord.ts'
import type { RouteRecords } from './routeRecords.ts'
import { keptIn } from './routeSettings.ts'
import { isListed, type PreparedRun, type RouteRuns } from './routeRuns.ts'
import { isAmong, withUntold } from './untold.ts'

export interface RouteWork {
  start(id: ConversationId, text: string): Promise<OperationId>
  park(id: ConversationId, step: RouteStep): Promise<OperationId>
  stop(request: StopRequest): Promise<ResumeAnswer>
  resume(request: ResumeRequest, viewer: RouteViewer): Promise<ResumeAnswer>
}

interface RouteParts {
  readonly records: RouteRecords
  readonly runs: RouteRuns
  readonly claims: Claims
  readonly agent: RouteAgent
  readonly keep: (work: Promise<void>) => void
}

const patienceMs = 8_000
const recheckMs = 200
const longestWaitMs = 16_000
/** A claim whose decision is not written after this long was never going to be: nothing runs before it is. */
const unwrittenMs = 60_000

export function createRouteWork({ records, runs, claims, agent, keep }: RouteParts): RouteWork {
  async function begin(id: ConversationId): Promise<PreparedRun> {
    const prepared = await runs.prepare()
    let live: readonly OperationId[] = []
    try {
      await records.change(id, (record) => {
        // The write took effect earlier, and its answer was lost.
        if (isListed(record, prepared.operationId)) return record
        live = record.operations.filter((one) => !hasEnded(one)).map((one) => one.id)
        const operation = { id: prepared.operationId, status: 'running', startedAt: Date.now() } as const
        return { ...record, ...withOperation(withInterrupted(record, live, Date.now()), operation) }
      })
    } catch (thrown) {
      const found = await records.read(id).catch(() => undefined)
      if (!found || !isListed(found, prepared.operationId)) {
        await prepared.drop()
        throw thrown
      }
    }
    live.forEach(runs.abort)
    return prepared
  }

  return {
    start: async (id, text) => {
      const prepared = await begin(id)
      keep(prepared.run(id, (context) => agent.start(text, context)))
      return prepared.operationId
    },
    park: async (id, step) => {
      const prepared = await begin(id)
      await prepared.run(id, async () => step)
      return prepared.operationId
    },

    stop: async (request) => {
      const { conversationId: id, operationId } = request
      const stopped: ResumeAnswer = { outcome: 'accepted', operationId }
      let answer: ResumeAnswer = stopped
      await records.change(id, (record) => {
        const kept = answeredIn(record, request)
        const known = record.operations.find((one) => one.id === operationId)
        if (!kept && !known) throw new GatewayError({ code: 'not_found', applied: 'no' })
        answer = kept ?? (known && hasEnded(known) ? alreadyEnded : stopped)
        const isNews = !kept && answer === stopped
        const ids = turnOf(record, operationId).map((one) => one.id)
        const after = isNews ? { ...record, ...withInterrupted(record, ids, Date.now()) } : record
        return withAnswer(after, request, answer, Date.now())
      })
      runs.abort(operationId)
      return answer
    },

    resume: async (request, viewer) => {
      const until = Date.now() + patienceMs
      const { signal } = new AbortController()
      for (;;) {
        const answer = await decide(request, viewer)
        if (answer) return answer
        if (Date.now() > until) throw new GatewayError({ code: 'in_progress', applied: 'unknown' })
        await records.changed(request.conversationId, recheckMs, signal)
      }
    },
  }

  /** Undefined: a run is under way, and a decision waits until the run does. */
  async function decide(request: ResumeRequest, viewer: RouteViewer): Promise<ResumeAnswer | undefined> {
    const { conversationId: id, requestId, decisions } = request
    const before = await records.read(id)
    if (before && answerIn(before, request)) return refuse(request)
    if (before && isAtWork(before, request)) return undefined
    const claim = { conversationId: id, requestId, toolCallIds: decisions.map((made) => made.toolCallId) }
    const isFirst = await claimed(claim)
    // The winner is about to write its decision.
    if (isFirst === undefined) return undefined
    const by = { id: viewer.id, ...definedFields({ name: viewer.name }) }
    const prepared = decisions[0].decision === 'rejected' ? undefined : await runs.prepare()
    const operationId = prepared?.operationId ?? null
    const isOurs = ({ answers }: RouteRecord): boolean => {
      const answer = answers.find((one) => one.requestId === requestId)?.answer
      return answer?.outcome === 'accepted' && answer.operationId === operationId
    }
    const carryOn = (record: RouteRecord): void => {
      if (!prepared) return
      const own = ownDecisions(record, decisions)
      const work = ({ untold = [], ...context }: RunContext): Promise<RouteStep> =>
        agent.resume(own, { ...context, untold: untold.filter((one) => !isAmong(own, one)) })
      keep(prepared.run(id, work))
    }
    const leave = async (): Promise<void> => {
      await prepared?.drop()
      if (isFirst) await claims.release(claim)
    }
    // The fate of a write whose answer was lost is in the record. Null: that cannot be read either.
    const settle = async (): Promise<boolean | null> => {
      const found = await records.read(id).catch(() => null)
      if (!found) return null
      if (isOurs(found)) carryOn(found)
      else await leave()
      return isOurs(found)
    }

    let answer: ResumeAnswer | undefined
    let after: RouteRecord
    try {
      after = await records.change(id, (record) => {
        answer = answerIn(record, request)
        if (answer) return withAnswer(record, request, answer, Date.now())
        if (isAtWork(record, request)) return record
        const resumed = withResume(record, request, { at: Date.now(), operationId, by })
        const untold = withUntold({ ...record, ...resumed }, ownDecisions(record, decisions))
        return withRules(untold, request)
      })
    } catch (thrown) {
      const isWritten = await settle()
      if (isWritten) return { outcome: 'accepted', operationId }
      if (isWritten === null) keep(settleLater(settle, async () => prepared?.drop()))
      throw thrown
    }
    if (isOurs(after)) {
      carryOn(after)
      return { outcome: 'accepted', operationId }
    }
    // If the same request was faster, the claim is its own.
    if (answer?.outcome === 'accepted') await prepared?.drop()
    else await leave()
    return answer
  }

  async function claimed(claim: ClaimRequest): Promise<boolean | undefined> {
    try {
      const { outcome } = await claims.claim(claim, { takeOverAfterMs: unwrittenMs })
      return outcome === 'lost' ? undefined : outcome === 'first'
    } catch (thrown) {
      // The record may have been written all the same.
      await claims.release(claim).catch(() => undefined)
      throw thrown
    }
  }

  /** Gives the answer that was given before; one that does nothing is kept like any other. */
  async function refuse(request: ResumeRequest): Promise<ResumeAnswer | undefined> {
    let answer: ResumeAnswer | undefined
    await records.change(request.conversationId, (record) => {
      answer = answerIn(record, request)
      return answer ? withAnswer(record, request, answer, Date.now()) : record
    })
    return answer
  }
}

/** Asks until the record can be read, and gives up with `drop` after about as long as a machine is waited for. */
async function settleLater(settle: () => Promise<boolean | null>, drop: () => Promise<void>): Promise<void> {
  const { signal } = new AbortController()
  for (let wait = 250; wait <= longestWaitMs; wait *= 2) {
    await pause(wait, signal)
    if ((await settle().catch(() => null)) !== null) return
  }
  await drop()
}

/** Puts the tools on the list whose approvals are to be remembered. */
function withRules(record: RouteRecord, { operationId, decisions }: ResumeRequest): RouteRecord {
  const kept = keptIn(record)
  const turn = turnOf(record, operationId)[0]?.id ?? operationId
  const settings = withRemembered(kept, decisions, { calls: record.interventions, at: Date.now(), turn })
  return settings === kept ? record : { ...record, settings }
}

const alreadyEnded: ResumeAnswer = { outcome: 'gone', reason: 'operation_ended', interventions: [] }

/** The answer to a request that changes nothing, if it is one. Throws `invalid` and `not_found`. */
function answerIn(record: RouteRecord, request: ResumeRequest): ResumeAnswer | undefined {
  const kept = answeredIn(record, request)
  if (kept) return kept
  const stops = request.decisions.filter((made) => made.decision === 'rejected').length
  if (stops % request.decisions.length > 0) {
    const fields = [{ path: '/decisions', message: 'Stop all or none.' }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields })
  }
  const verdict = judgeTurn(record, request)
  if ('answer' in verdict) return verdict.answer
  checkSchemas(request, verdict.calls)
  return undefined
}

function isAtWork(record: RouteRecord, { operationId }: ResumeRequest): boolean {
  return turnOf(record, operationId).some((one) => isRunning(one))
}
