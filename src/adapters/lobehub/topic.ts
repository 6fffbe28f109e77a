import { type Fields, fieldsOf, definedFields, textOf } from '../../backend/json.ts'
import type { Decidable } from '../../backend/judge.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { ConversationId, OperationId, ToolCallId } from '../../model/ids.ts'
import { defaultPause, isRunning, type Operation, type OperationEnd, withEnd } from '../../model/operation.ts'
import type { LobeHubOptions } from './options.ts'
import { readRows, type ToolRow } from './read.ts'

export interface ReadTopic extends Decidable {
  readonly rows: ReadonlyMap<ToolCallId, ToolRow>
}

export type KnownRuns = Map<OperationId, Operation>

export interface Topic {
  readonly id: ConversationId
  readonly runs: KnownRuns
  call(procedure: string, input: object): Promise<unknown>
  note(run: OperationId, startedAt: number, resumes?: OperationId): void
  stored(): Promise<Fields>
  read(): Promise<ReadTopic>
}

export function markerOf(stored: Fields): OperationId | undefined {
  return textOf(fieldsOf(fieldsOf(stored['metadata'])['runningOperation'])['operationId'])
}

export function openTopic(
  options: LobeHubOptions,
  id: ConversationId,
  runs: KnownRuns,
  signal: AbortSignal,
): Topic {
  const { agentId, appContext, offers = [] } = options
  const call: Topic['call'] = (procedure, input) => options.call(procedure, input, { signal })

  async function stored(): Promise<Fields> {
    const topic = await call('topic.getTopicDetail', { id })
    if (topic === null) throw new GatewayError({ code: 'not_found', applied: 'no' })
    return fieldsOf(topic)
  }
  const note: Topic['note'] = (run, startedAt, resumes) => {
    if (!runs.has(run))
      runs.set(run, { id: run, startedAt, status: 'running', ...definedFields({ resumes }) })
  }
  async function endOf(run: OperationId, waits: boolean): Promise<OperationEnd | undefined> {
    const answer = await orAbsent(call('aiAgent.getOperationStatus', { operationId: run }))
    const { status, error } = fieldsOf(fieldsOf(answer)['currentState'])
    const endedAt = Date.now()
    if (status === 'idle' || isRunning({ status: status as Operation['status'] })) return undefined
    if (waits) return { status: 'waiting_for_human', pause: defaultPause }
    if (status === 'error') return { status, endedAt, error: errorOf(error) }
    return { status: status === 'interrupted' ? status : 'done', endedAt }
  }

  return {
    id,
    runs,
    call,
    note,
    stored,
    read: async () => {
      const marked = markerOf(await stored())
      const messages = await call('message.getMessages', { ...appContext, agentId, topicId: id })
      if (!Array.isArray(messages)) throw unsupported('messages')
      const rows = readRows(messages, offers)
      const interventions = [...rows.values()].map((row) => row.card).slice(-listed)
      const waiting = interventions.filter((card) => card.status === 'pending')
      if (marked) note(marked, Date.now())
      for (const { operationId, requestedAt } of waiting) note(operationId, requestedAt)
      for (const run of runs.values()) {
        const waits = waiting.some((card) => card.operationId === run.id)
        if (!isRunning(run) && waits === (run.status === 'waiting_for_human')) continue
        const end = await endOf(run.id, waits)
        if (end) runs.set(run.id, withEnd(run, end))
      }
      for (const oldest of [...runs.keys()].slice(0, -listed)) runs.delete(oldest)
      return { rows, interventions, operations: [...runs.values()] }
    },
  }
}

const listed = 100

export function errorOf(error: unknown): { readonly code: string; readonly message: string } {
  const { type, message } = fieldsOf(error)
  return { code: textOf(type) ?? 'error', message: textOf(message) ?? '' }
}

export function unsupported(what: string): GatewayError {
  return new GatewayError({ code: 'unsupported', applied: 'no' }, `Expected LobeHub's ${what}.`)
}

export function orAbsent(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((thrown: unknown) => {
    if (!(thrown instanceof GatewayError) || thrown.code !== 'unsupported') throw thrown
  })
}
