import { type Fields, fieldsOf, definedFields, itemsOf, textOf } from '../../backend/json.ts'
import type { Decidable } from '../../backend/judge.ts'
import { keptCalls } from '../../backend/ledger.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { ConversationId, OperationId, RequestId, ToolCallId } from '../../model/ids.ts'
import type { Asker } from '../../model/intervention.ts'
import {
  defaultPause,
  isRunning,
  type Operation,
  type OperationEnd,
  type Pause,
  withEnd,
} from '../../model/operation.ts'
import type { LobeHubOptions } from './options.ts'
import { readRows, type SentDecision, type ToolRow } from './read.ts'

export interface ReadTopic extends Decidable {
  readonly stored: Fields
  readonly rows: ReadonlyMap<ToolCallId, ToolRow>
}

export interface KnownTopic {
  readonly clock: ServerClock
  readonly runs: Map<OperationId, Operation>
  /** By the id of the message. Servers without claims do not store who decided. */
  readonly sent: Map<string, SentDecision>
  /** The server has no `topic.getTopicDetail`. */
  isListed: boolean
}

export interface Topic extends Pick<KnownTopic, 'clock' | 'runs' | 'sent'> {
  readonly id: ConversationId
  call(procedure: string, input: object, requestId?: RequestId): Promise<unknown>
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
  known: KnownTopic,
  signal: AbortSignal,
): Topic {
  const { agentId, appContext } = options
  const { clock, runs, sent } = known
  const nameOf = (asking: string): string | undefined => {
    try {
      return textOf(options.nameOf?.(asking))
    } catch {
      // A call is shown all the same.
      return asking
    }
  }
  const askerOf = (asking: string | undefined): Asker | undefined => {
    const name = asking === undefined || asking === agentId ? undefined : nameOf(asking)
    return name === undefined
      ? undefined
      : { name, relation: 'sub_agent', path: [], ...definedFields({ id: asking }) }
  }
  const call: Topic['call'] = (procedure, input, requestId) =>
    options.call(procedure, input, { signal, ...definedFields({ requestId }) })

  async function stored(): Promise<Fields> {
    const topic = known.isListed ? undefined : await orAbsent(call('topic.getTopicDetail', { id }))
    if (topic === null) throw new GatewayError({ code: 'not_found', applied: 'no' })
    known.isListed = topic === undefined
    return topic === undefined ? listed() : fieldsOf(topic)
  }
  async function listed(): Promise<Fields> {
    const ofAgent = { agentId, ...definedFields({ groupId: appContext?.['groupId'] }) }
    for (let current = 0; current < maxPages; current += 1) {
      const page = await orAbsent(call('topic.getTopics', { ...ofAgent, current, pageSize }))
      // The messages tell what waits. Nothing is streamed, because no marker tells of a run.
      if (page === undefined) return {}
      const items = itemsOf(Array.isArray(page) ? page : fieldsOf(page)['items'])
      const found = items.find((one) => fieldsOf(one)['id'] === id)
      if (found) return fieldsOf(found)
      if (items.length < pageSize) break
    }
    throw new GatewayError({ code: 'not_found', applied: 'no' })
  }
  const note: Topic['note'] = (run, startedAt, resumes) => {
    if (!runs.has(run))
      runs.set(run, { id: run, startedAt, status: 'running', ...definedFields({ resumes }) })
  }
  async function endOf(run: OperationId, pause: Pause | undefined): Promise<OperationEnd | undefined> {
    const answer = await orAbsent(call('aiAgent.getOperationStatus', { operationId: run }))
    const { status, error } = fieldsOf(fieldsOf(answer)['currentState'])
    const endedAt = clock.now()
    if (status === 'idle' || isRunning({ status: status as Operation['status'] })) return undefined
    if (pause) return { status: 'waiting_for_human', pause }
    if (status === 'error') return { status, endedAt, error: errorOf(error) }
    return { status: status === 'interrupted' ? status : 'done', endedAt }
  }

  return {
    id,
    clock,
    runs,
    sent,
    call,
    note,
    stored,
    read: async () => {
      const topic = await stored()
      const marked = markerOf(topic)
      const messages = await call('message.getMessages', { ...appContext, agentId, topicId: id })
      if (!Array.isArray(messages)) throw unsupported('messages')
      const rows = readRows(messages, options, { sent, clock }, askerOf)
      const interventions = keptCalls([...rows.values()].map((row) => row.card))
      const waiting = [...rows.values()].filter(({ card }) => card.status === 'pending')
      if (marked) note(marked, clock.now())
      const isNew = waiting.some(({ card }) => !runs.has(card.operationId))
      // The marker of a run that has parked may still be there.
      const isAtWork = marked !== undefined && (!isNew || (await endOf(marked, undefined)) === undefined)
      // Nothing runs, so whatever waits is newer than every known run, regardless of the server's clock.
      const notBefore = isAtWork ? 0 : Math.max(0, ...[...runs.values()].map((run) => run.startedAt))
      for (const { card } of waiting) note(card.operationId, Math.max(card.requestedAt, notBefore))
      for (const run of runs.values()) {
        const own = waiting.filter(({ card }) => card.operationId === run.id)
        const waits = own.length > 0
        if (!isRunning(run) && waits === (run.status === 'waiting_for_human')) continue
        const end = await endOf(run.id, waits ? pauseOf(options, own) : undefined)
        if (end) runs.set(run.id, withEnd(run, end))
      }
      for (const oldest of [...runs.keys()].slice(0, -kept)) runs.delete(oldest)
      for (const oldest of [...sent.keys()].slice(0, -kept)) sent.delete(oldest)
      return { stored: topic, rows, interventions, operations: [...runs.values()] }
    },
  }
}

/** A part of the topics of the agent, of those that the server marks as waiting for a person. */
export async function waitingTopics(
  { call, agentId, appContext }: LobeHubOptions,
  after: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly ids: readonly ConversationId[]; readonly next: string | undefined }> {
  const current = Number(after ?? 0)
  const ofAgent = { agentId, ...definedFields({ groupId: appContext?.['groupId'] }) }
  const page = await call('topic.getTopics', { ...ofAgent, current, pageSize }, { signal })
  const items = itemsOf(Array.isArray(page) ? page : fieldsOf(page)['items']).map(fieldsOf)
  const waiting = items.filter(({ status }) => status === 'waitingForHuman')
  return {
    ids: waiting.flatMap(({ id }) => textOf(id) ?? []),
    next: items.length < pageSize ? undefined : String(current + 1),
  }
}

const kept = 100
const pageSize = 100
const maxPages = 100

/** Servers before August 2026 drop `resumeApprovals` unread and start a run without any decision. */
export function takesSeveral({ offers = [] }: LobeHubOptions, rows: readonly ToolRow[]): boolean {
  return offers.includes('batch') || rows.every((row) => row.batchId !== undefined)
}

function pauseOf(options: LobeHubOptions, rows: readonly ToolRow[]): Pause {
  return takesSeveral(options, rows) ? defaultPause : { ...defaultPause, answering: 'in_order' }
}

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
