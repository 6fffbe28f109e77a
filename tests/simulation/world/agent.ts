import type { PendingIntervention } from '../../../src/model/intervention.ts'
import { defaultPause } from '../../../src/model/operation.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Plan } from './plan.ts'
import { rates } from './rates.ts'
import type { Truth } from './truth.ts'

/** The agent: it works, asks its questions one after the other, and is done. */
export class Agent {
  /** Called whenever an operation left `running`. */
  onParked: () => void = () => undefined
  /** Called whenever a call runs because an approval was remembered; `requestId`: of that approval. */
  onAllowed: (call: PendingIntervention, requestId: string) => void = () => undefined
  /** The request that remembered a tool, by its name. */
  readonly #allowed = new Map<string, string>()
  readonly #truth: Truth
  #questions: readonly number[]

  constructor(truth: Truth, { questions }: Plan) {
    this.#truth = truth
    this.#questions = questions
  }

  /** Starts an operation that works, and then does whatever is next. */
  begin(id: string, resumes?: string): void {
    const truth = this.#truth
    const startedAt = truth.now()
    truth.begin({ id, startedAt, ...(resumes ? { resumes } : {}), status: 'running' })
    const ms = workMs()
    const isAsync = ms > 1_500 && dice.happens(0.5)
    if (isAsync) truth.become(id, 'waiting_for_async_tool')
    else if (ms < 8_000) this.#speak(id, ms)
    clock.after(ms, null, () => {
      if (truth.isRunning(id)) this.#goOn(id)
      if (!truth.isRunning(id)) this.onParked()
    })
  }

  /** The run stops here: what waits is withdrawn. */
  stop(id: string): void {
    const truth = this.#truth
    this.#questions = []
    for (const call of truth.pending()) truth.settle(call.toolCallId, 'withdrawn', { at: truth.now() })
    truth.enter(id, { status: 'interrupted', endedAt: truth.now() })
    this.onParked()
  }

  /** From now on this tool runs without asking. */
  allow(tool: string, requestId: string): void {
    if (!this.#allowed.has(tool)) this.#allowed.set(tool, requestId)
  }

  #speak(id: string, ms: number): void {
    const words = dice.between(0, 2)
    for (let word = 0; word < words; word += 1) {
      clock.after(dice.between(1, ms), null, () => {
        if (this.#truth.isRunning(id)) this.#truth.tell({ type: 'stream_chunk', operationId: id, data: {} })
      })
    }
  }

  #goOn(id: string): void {
    const truth = this.#truth
    const [count, ...later] = this.#questions
    if (!truth.isWaiting() && count === undefined) {
      return truth.enter(id, { status: 'done', endedAt: truth.now() })
    }
    const park = (): void => {
      if (truth.isRunning(id)) truth.enter(id, { status: 'waiting_for_human', pause: defaultPause })
      this.onParked()
    }
    if (truth.isWaiting() || count === undefined) return park()
    this.#questions = later
    for (let call = 0; call < count; call += 1) this.#ask(this.#call(id))
    if (!truth.isWaiting()) return this.#goOn(id)
    // A call can be decided before its operation has parked.
    clock.after(dice.happens(0.3) ? dice.between(1, 800) : 0, null, park)
  }

  #ask(call: PendingIntervention): void {
    const truth = this.#truth
    truth.ask(call)
    const requestId = call.tool && this.#allowed.get(call.tool.name)
    if (!requestId) return
    truth.settle(call.toolCallId, 'approved', { at: truth.now(), automatic: { by: 'remembered' } })
    this.onAllowed(call, requestId)
  }

  #call(operationId: string): PendingIntervention {
    const toolCallId = this.#truth.id('call')
    const asked = {
      status: 'pending',
      toolCallId,
      operationId,
      revision: '1',
      reason: 'optional',
      requestedAt: this.#truth.now(),
    } as const
    const kind = dice.next()
    if (kind < rates.call.question) {
      return {
        ...asked,
        tool: null,
        question: { kind: 'text', message: 'Which one?' },
        argsText: null,
        decisions: ['answered', 'rejected', 'rejected_continue'],
        editable: false,
        remember: [],
      }
    }
    const isEditable = kind < rates.call.question + rates.call.editable
    return {
      ...asked,
      tool: { name: isEditable ? 'mail' : 'pay' },
      argsText: argsOf(toolCallId, '1'),
      decisions: ['approved', 'rejected', 'rejected_continue'],
      editable: isEditable,
      remember: isEditable ? ['session'] : [],
      ...(isEditable && { approvalNote: 'agent' }),
    }
  }
}

/** The arguments of a call: other ones for each revision. */
export function argsOf(toolCallId: string, revision: string): string {
  return `{"${toolCallId}":${revision}}`
}

function workMs(): number {
  const kind = dice.next()
  if (kind < 0.82) return dice.between(20, 1_500)
  return kind < 0.97 ? dice.between(1_500, 8_000) : dice.between(10_000, 70_000)
}
