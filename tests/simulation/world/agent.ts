import type { PendingIntervention } from '../../../src/model/intervention.ts'
import { defaultPause } from '../../../src/model/operation.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Plan } from './plan.ts'
import type { Truth } from './truth.ts'

/** The agent: it works, asks its questions one after the other, and is done. */
export class Agent {
  /** Called whenever an operation left `running`. */
  onParked: () => void = () => undefined
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
    for (let call = 0; call < count; call += 1) truth.ask(this.#call(id))
    // A call can be decided before its operation has parked.
    clock.after(dice.happens(0.3) ? dice.between(1, 800) : 0, null, park)
  }

  #call(operationId: string): PendingIntervention {
    const toolCallId = this.#truth.id('call')
    return {
      status: 'pending',
      toolCallId,
      operationId,
      revision: '1',
      tool: { name: 'pay' },
      argsText: argsOf(toolCallId, '1'),
      decisions: ['approved', 'rejected', 'rejected_continue'],
      editable: false,
      reason: 'optional',
      remember: [],
      requestedAt: this.#truth.now(),
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
