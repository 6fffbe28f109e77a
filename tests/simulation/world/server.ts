import type { DecisionRequest, Failure, ResumeAnswer, ResumeRequest } from '../../../src/model/decision.ts'
import type { InterventionCall } from '../../../src/model/intervention.ts'
import { Agent } from './agent.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Plan } from './plan.ts'
import { rates } from './rates.ts'
import { Truth } from './truth.ts'

/** The guarantees of a server. */
export interface ServerKind {
  readonly name: 'strict' | 'keys_only' | 'neither'
  /** Only calls that wait are decided; and only once their operation has parked. */
  readonly states: boolean
  readonly revisions: boolean
  /** The answer to a request id is given again. */
  readonly keys: boolean
}

export const serverKinds: readonly ServerKind[] = [
  { name: 'strict', states: true, revisions: true, keys: true },
  { name: 'keys_only', states: false, revisions: false, keys: true },
  { name: 'neither', states: false, revisions: false, keys: false },
]

/** A tool that really ran, or an answer that really arrived. */
export interface Effect {
  readonly toolCallId: string
  /** The arguments, or the answer. */
  readonly text: string
  /** Of the decision; of the approval that was remembered, if nobody was asked. */
  readonly requestId: string
  readonly isAllowed: boolean
}

/** A server's answer to a resume. */
export type Reply = ResumeAnswer | Failure

type Give = (reply: Reply) => void

/** A server with an agent: its half of exactly once. */
export class Server {
  readonly truth: Truth
  readonly #agent: Agent
  readonly #answers = new Map<string, Reply | null>()
  /** Resumes of an operation that still runs. */
  #held: readonly { readonly request: ResumeRequest; readonly by: string; readonly give: Give }[] = []
  /** True: accepted operations may begin late, or never. */
  isFaulty = true
  /** Operations that were accepted and have not begun. */
  #starting = 0
  readonly #kind: ServerKind
  readonly #onEffect: (effect: Effect) => void

  constructor(kind: ServerKind, plan: Plan, onEffect: (effect: Effect) => void) {
    this.#kind = kind
    this.#onEffect = onEffect
    this.truth = new Truth(plan)
    this.#agent = new Agent(this.truth, plan)
    this.#agent.onParked = () => this.#release()
    this.#agent.onAllowed = ({ toolCallId, argsText }, requestId) =>
      onEffect({ toolCallId, text: argsText ?? '', requestId, isAllowed: true })
  }

  start(): void {
    this.#agent.begin(this.truth.id('op'))
  }

  resume(request: ResumeRequest, by: string, give: Give): void {
    const { requestId } = request
    if (this.#kind.keys) {
      const earlier = this.#answers.get(requestId)
      if (earlier) return give(earlier)
      if (earlier === null) return give({ code: 'in_progress', applied: 'unknown' })
      this.#answers.set(requestId, null)
    }
    if (this.#kind.states && this.#isAtWork()) this.#held = [...this.#held, { request, by, give }]
    else this.#answer(request, by, give)
  }

  /** Changes a call while a person looks at it. */
  edit(call: InterventionCall, argsOf: (id: string, revision: string) => string): void {
    if (call.status !== 'pending') return
    const revision = String(Number(call.revision) + 1)
    this.truth.ask({ ...call, revision, argsText: call.tool && argsOf(call.toolCallId, revision) })
  }

  lapse(call: InterventionCall, status: 'expired' | 'withdrawn'): void {
    const { truth } = this
    truth.settle(call.toolCallId, status, { at: truth.now() })
    const last = truth.operations.at(-1)
    if (!truth.isWaiting() && last?.status === 'waiting_for_human') {
      truth.enter(last.id, { status: 'done', endedAt: truth.now() })
    }
  }

  /** Restarts: running operations are interrupted, waiting calls still wait, and cursors restart. */
  restart(): void {
    const { truth } = this
    truth.beginEpoch()
    truth.operations = truth.operations.map((one) =>
      truth.isRunning(one.id)
        ? {
            id: one.id,
            startedAt: one.startedAt,
            ...(one.resumes ? { resumes: one.resumes } : {}),
            status: 'interrupted',
            endedAt: truth.now(),
          }
        : one,
    )
    for (const { request } of this.#held) this.#answers.delete(request.requestId)
    this.#held = []
  }

  /** One more word: what a stream lost without a trace is noticed with the next event, and never without one. */
  speak(): void {
    const operationId = this.truth.operations.at(-1)?.id
    if (operationId) this.truth.tell({ type: 'stream_chunk', operationId, data: {} })
  }

  /** True when nothing more will happen here by itself. */
  isAtRest(): boolean {
    return this.#held.length === 0 && !this.#isAtWork()
  }

  #isAtWork(): boolean {
    return this.#starting > 0 || this.truth.operations.some((one) => this.truth.isRunning(one.id))
  }

  #release(): void {
    const held = this.#held
    this.#held = []
    for (const { request, by, give } of held) {
      if (this.#isAtWork()) this.#held = [...this.#held, { request, by, give }]
      else this.#answer(request, by, give)
    }
  }

  #answer(request: ResumeRequest, by: string, give: Give): void {
    const reply = this.#decide(request, by)
    if (this.#kind.keys) this.#answers.set(request.requestId, reply)
    give(reply)
  }

  #decide({ decisions, requestId }: ResumeRequest, by: string): Reply {
    const { truth } = this
    const interventions = decisions
      .map((made) => truth.call(made.toolCallId))
      .filter((call) => call !== undefined)
    if (interventions.length < decisions.length) return { code: 'not_found', applied: 'no' }
    if (this.#kind.states) {
      const lapsed = interventions.find(({ status }) => status === 'expired' || status === 'withdrawn')
      if (lapsed) {
        const reason = lapsed.status === 'expired' ? 'expired' : 'withdrawn'
        return { outcome: 'gone', reason, interventions }
      }
      if (interventions.some(({ status }) => status !== 'pending')) {
        return { outcome: 'already_resolved', interventions }
      }
    }
    if (this.#kind.revisions && interventions.some((one, at) => one.revision !== decisions[at]?.revision)) {
      return { outcome: 'changed', interventions }
    }
    for (const { toolCallId, revision: _revision, decision, ...words } of decisions) {
      truth.settle(toolCallId, decision, { at: truth.now(), requestId, by: { id: by }, ...words })
    }
    return this.#carryOn(decisions, requestId)
  }

  #carryOn(decisions: readonly DecisionRequest[], requestId: string): Reply {
    const { truth } = this
    const last = truth.operations.at(-1)
    for (const one of truth.operations) {
      if (one.status === 'waiting_for_human') truth.enter(one.id, { status: 'done', endedAt: truth.now() })
    }
    for (const made of decisions) {
      const { toolCallId } = made
      const call = truth.call(toolCallId)
      const effect = { toolCallId, requestId, isAllowed: false }
      if (made.decision === 'answered') this.#onEffect({ ...effect, text: made.answerText ?? '' })
      if (made.decision !== 'approved') continue
      this.#onEffect({ ...effect, text: made.argsText ?? call?.argsText ?? '' })
      if (made.remember && call?.tool) this.#agent.allow(call.tool.name, requestId)
    }
    const operationId = truth.id('op')
    const begin = (): void => {
      this.#agent.begin(operationId, last?.id)
      if (decisions.some(({ decision }) => decision === 'rejected')) this.#agent.stop(operationId)
    }
    if (this.isFaulty && dice.happens(rates.operation.late)) {
      this.#starting += 1
      clock.after(dice.between(3_000, 30_000), null, () => {
        this.#starting -= 1
        begin()
      })
    } else if (!this.isFaulty || !dice.happens(rates.operation.missing)) begin()
    const cursor = truth.read().cursor
    return { outcome: 'accepted', operationId, ...(cursor === null ? {} : { cursor }) }
  }
}
