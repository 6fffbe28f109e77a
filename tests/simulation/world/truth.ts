import type { Conversation } from '../../../src/model/conversation.ts'
import type { GatewayEvent } from '../../../src/model/event.ts'
import type {
  InterventionCall,
  PendingIntervention,
  Resolution,
  SettledStatus,
} from '../../../src/model/intervention.ts'
import type { Operation, OperationEnd } from '../../../src/model/operation.ts'
import { clock } from './clock.ts'
import type { Plan } from './plan.ts'

type Draft = GatewayEvent extends infer Event
  ? Event extends GatewayEvent
    ? Omit<Event, 'cursor' | 'timestamp'>
    : never
  : never

/** One outcome of a call, and the request that it came of. */
export interface Outcome {
  readonly status: SettledStatus
  readonly requestId: string | undefined
}

/** The state of the server. Every change is saved before it is published. */
export class Truth {
  epoch = 'epoch_1'
  operations: readonly Operation[] = []
  calls: readonly InterventionCall[] = []
  /** The events of this epoch. */
  log: GatewayEvent[] = []
  /** Told of each event. */
  onEvent: (event: GatewayEvent) => void = () => undefined
  /** Every outcome of each call. A server that checks no states decides a settled call again. */
  readonly #outcomes = new Map<string, readonly Outcome[]>()
  readonly #plan: Plan
  #epochs = 1
  #ids = 0

  constructor(plan: Plan) {
    this.#plan = plan
  }

  now(): number {
    return clock.now + this.#plan.skewMs
  }

  id(kind: string): string {
    this.#ids += 1
    return `${kind}_${this.#ids}`
  }

  /** Cursors are counted anew. */
  beginEpoch(): void {
    this.#epochs += 1
    this.epoch = `epoch_${this.#epochs}`
    this.log = []
  }

  tell({ type, operationId, data }: Draft): void {
    const cursor = this.#plan.hasCursors ? String(this.log.length + 1) : null
    // SAFETY: a draft is an event without exactly these two fields.
    const event = { cursor, operationId, timestamp: this.now(), type, data } as GatewayEvent
    this.log.push(event)
    this.onEvent(event)
  }

  read(): Conversation {
    return {
      id: 'demo',
      epoch: this.epoch,
      cursor: this.#plan.hasCursors ? String(this.log.length) : null,
      now: this.now(),
      operations: this.operations,
      interventions: this.calls,
    }
  }

  operation(id: string): Operation | undefined {
    return this.operations.find((one) => one.id === id)
  }

  call(id: string): InterventionCall | undefined {
    return this.calls.find((one) => one.toolCallId === id)
  }

  outcomesOf(id: string): readonly Outcome[] {
    return this.#outcomes.get(id) ?? []
  }

  isWaiting(): boolean {
    return this.calls.some((one) => one.status === 'pending')
  }

  pending(): readonly PendingIntervention[] {
    return this.calls.filter((one): one is PendingIntervention => one.status === 'pending')
  }

  isRunning(id: string): boolean {
    const status = this.operation(id)?.status
    return status === 'running' || status === 'waiting_for_async_tool'
  }

  begin(operation: Operation): void {
    this.operations = [...this.operations, operation]
    this.tell({ type: 'agent_runtime_init', operationId: operation.id, data: { operation } })
  }

  /** Another status, without a word. */
  become(id: string, status: 'running' | 'waiting_for_async_tool'): void {
    this.operations = this.operations.map((one) =>
      one.id === id
        ? { id, startedAt: one.startedAt, ...(one.resumes ? { resumes: one.resumes } : {}), status }
        : one,
    )
  }

  enter(id: string, end: OperationEnd): void {
    const known = this.operation(id)
    if (!known || known.status === 'done' || known.status === 'interrupted' || known.status === end.status)
      return
    const { startedAt, resumes } = known
    const ended: Operation = { id, startedAt, ...(resumes ? { resumes } : {}), ...end }
    this.operations = this.operations.map((one) => (one === known ? ended : one))
    this.tell({ type: 'agent_runtime_end', operationId: id, data: { reason: end.status } })
  }

  ask(intervention: PendingIntervention): void {
    const { toolCallId, operationId } = intervention
    this.calls = [...this.calls.filter((one) => one.toolCallId !== toolCallId), intervention]
    this.tell({ type: 'agent_intervention_request', operationId, data: { intervention } })
  }

  settle(id: string, status: SettledStatus, resolution: Resolution): void {
    const call = this.call(id)
    if (!call) return
    this.#outcomes.set(id, [...this.outcomesOf(id), { status, requestId: resolution.requestId }])
    this.calls = this.calls.map((one) => (one === call ? { ...one, status, resolution } : one))
    const data = { toolCallId: id, status, resolution }
    this.tell({ type: 'agent_intervention_response', operationId: call.operationId, data })
  }
}
