import { pendingCard, whyOf } from '../../backend/cards.ts'
import { argsTextOfField, type Fields, fieldsOf, definedFields, textOf, wordOf } from '../../backend/json.ts'
import type { Decidable } from '../../backend/judge.ts'
import { expired, keptCalls } from '../../backend/ledger.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import { findCall } from '../../model/conversation.ts'
import { type InterventionCall, settle, type Why } from '../../model/intervention.ts'
import { type Operation, type OperationEnd, type Pause, withEnd } from '../../model/operation.ts'
import { executionIn, hear, type HeardCalls, newHeardCalls, seenCall, seenCalls } from './heard.ts'
import type { AgUiCall, AgUiProducer } from './options.ts'
import { answersIn, settledBy } from './settledBy.ts'
import { askerOf } from './subAgents.ts'

export interface AgUiThread {
  readonly clock: ServerClock
  run: Operation | undefined
  /** The runs whose end was told. A producer, or a replay, can tell of them again. */
  readonly finished: Set<string>
  interventions: readonly InterventionCall[]
  readonly heard: HeardCalls
  /** The ids of calls that are shown under another one, because the agent asked about them before. */
  readonly ownIds: Map<string, string>
  waiting: readonly OpenInterrupt[]
  answers: readonly Fields[]
}

export interface OpenInterrupt {
  readonly interrupt: Fields
  readonly isKnown: boolean
  readonly calls: readonly string[]
}

export function newThread(clock: ServerClock): AgUiThread {
  return {
    clock,
    run: undefined,
    finished: new Set(),
    interventions: [],
    heard: newHeardCalls(),
    ownIds: new Map(),
    waiting: [],
    answers: [],
  }
}

export function decidable(thread: AgUiThread): Decidable {
  thread.interventions = expired(thread.interventions, thread.clock.now())
  return { operations: thread.run ? [thread.run] : [], interventions: thread.interventions }
}

/** Takes in one event of a run, in whatever order a producer sends them. Other events are the chat's business. */
export function readEvent(thread: AgUiThread, producer: AgUiProducer, input: unknown): void {
  const event = fieldsOf(input)
  const { clock } = thread
  const timestamp = timeIn(event)
  if (timestamp !== undefined) clock.saw(timestamp)
  const at = timestamp ?? clock.now()
  hear(thread.heard, event)
  switch (event['type']) {
    case 'RUN_STARTED': {
      const id = wordOf(event['runId'])
      if (thread.run?.status === 'running' && thread.finished.has(id)) break
      if (thread.run?.id !== id) thread.run = { id, status: 'running', startedAt: at }
      thread.answers = answersIn(event)
      break
    }
    case 'TOOL_CALL_RESULT':
      noteResult(thread, event)
      break
    case 'RUN_FINISHED': {
      const id = wordOf(event['runId'])
      if (thread.run?.id !== id && thread.finished.has(id)) break
      if (id) thread.finished.add(id)
      // A page may hear of the end alone.
      thread.run ??= { id, status: 'running', startedAt: at }
      finish(thread, producer, { ...fieldsOf(event['outcome']), at })
      break
    }
    case 'RUN_ERROR':
      endRun(thread, { status: 'error', endedAt: at, error: refusalIn(event) })
      break
    case 'MESSAGES_SNAPSHOT':
    case 'TOOL_CALL_ARGS':
    case 'TOOL_CALL_CHUNK':
      // After a reload the messages may come later than the end of the run that asks about their calls.
      if (thread.run?.status === 'waiting_for_human' && isUntold(thread)) {
        const interrupts = thread.waiting.map((one) => one.interrupt)
        ask(thread, producer, interrupts, at)
      }
      break
    default:
  }
}

/** Undefined: the event tells no time. Some producers tell seconds. */
export function timeIn(event: unknown): number | undefined {
  const { timestamp } = fieldsOf(event)
  const isTime = typeof timestamp === 'number' && timestamp > earliest && timestamp < Date.now() + day
  return isTime ? timestamp : undefined
}

const day = 24 * 60 * 60 * 1_000
const earliest = Date.UTC(2020)

function isUntold({ waiting, interventions }: AgUiThread): boolean {
  const isUnknown = ({ status, tool, argsText }: InterventionCall): boolean =>
    status === 'pending' && tool !== null && argsText === null
  return waiting.some((one) => !one.isKnown) || interventions.some(isUnknown)
}

function noteResult(thread: AgUiThread, event: Fields): void {
  const { toolCallId: id, subagentRunId } = event
  const { ownIds, interventions } = thread
  const isOf = ({ toolCallId, status }: InterventionCall): boolean =>
    status === 'approved' && (ownIds.get(toolCallId) ?? toolCallId) === id
  const last = interventions.findLast(isOf)
  const all = interventions.filter((card) => isOf(card) && card.operationId === last?.operationId)
  // Two agents may have asked under one id.
  const own = all.filter((card) => card.agent?.id === subagentRunId)
  const known = own.length > 0 ? own : all
  const ran = known.find((card) => card.status !== 'pending' && !card.resolution.execution) ?? known.at(-1)
  thread.interventions = interventions.map((card) =>
    card === ran && card.status !== 'pending'
      ? settle(card, card.status, { ...card.resolution, execution: executionIn(event) })
      : card,
  )
}

function finish(
  thread: AgUiThread,
  producer: AgUiProducer,
  { type, interrupts, at }: Fields & { readonly at: number },
): void {
  const all = interrupts === null || typeof interrupts !== 'object' ? [] : [interrupts].flat()
  ask(thread, producer, all.map(fieldsOf), at)
  const { waiting } = thread
  if (waiting.some(({ calls }) => calls.length > 0)) {
    const asked = waiting.map((one) => one.interrupt)
    const siblings = siblingsOf(producer, asked)
    return endRun(thread, { status: 'waiting_for_human', pause: { answering: 'together', siblings } })
  }
  endRun(thread, { status: type === 'cancelled' ? 'interrupted' : 'done', endedAt: at })
}

function ask(
  thread: AgUiThread,
  producer: AgUiProducer,
  interrupts: readonly Fields[],
  seenAt: number,
): void {
  const operationId = thread.run?.id ?? ''
  const isOfRun = (card: InterventionCall): boolean =>
    card.status === 'pending' && card.operationId === operationId
  const at = thread.interventions.find(isOfRun)?.requestedAt ?? seenAt
  const { answers, heard, waiting, ownIds } = thread
  const used = new Set<string>()
  const isNews = ({ toolCallId, revision }: InterventionCall): boolean => {
    const before = findCall(thread.interventions, toolCallId)
    const isSame = before?.operationId === operationId && before.revision === revision
    return !isSame || before.status === 'pending'
  }
  // An agent may ask twice about one call, at once or after it was answered.
  const unused = (id: string, interrupt: Fields): string => {
    const before = findCall(thread.interventions, id)
    const isAnswered = before && before.status !== 'pending' && before.operationId !== operationId
    let toolCallId = isAnswered ? `${id}@${operationId}` : id
    while (used.has(toolCallId)) toolCallId += `@${wordOf(interrupt['id'])}`
    used.add(toolCallId)
    if (toolCallId !== id) ownIds.set(toolCallId, id)
    return toolCallId
  }
  const asked = interrupts.map((interrupt) => {
    const known = readBy(producer, interrupt, heard)
    const whyIn = ({ tool }: AgUiCall): Why | undefined =>
      tool ? whyOf(textOf(interrupt['message']), 'unknown', tool.name) : undefined
    const cards = (known ?? [unknownCall(interrupt)]).map((draft) =>
      pendingCard({
        // The message of a question is the question.
        ...definedFields({ why: whyIn(draft), agent: askerOf(heard.agents, interrupt) }),
        ...draft,
        toolCallId: unused(draft.toolCallId, interrupt),
        operationId,
        requestedAt: at,
      }),
    )
    return { interrupt, isKnown: known !== undefined, cards, calls: cards.map((card) => card.toolCallId) }
  })
  // A settled call is not asked again, however often the end of its run is told.
  const open = asked.filter((one) => one.cards.length === 0 || one.cards.some(isNews))
  const cards = open.flatMap((one) => one.cards)
  thread.waiting = open
  // Calls of an earlier run that this one does not ask for no longer wait.
  const others = thread.interventions.filter((card) => !isOfRun(card) && !findCall(cards, card.toolCallId))
  thread.interventions = keptCalls([
    ...others.map((card) => (card.status === 'pending' ? settledBy(answers, waiting, card, at) : card)),
    ...cards,
  ])
}

/** A producer of the host that fails, or that reads no calls, leaves the interrupt as it is. */
function readBy(
  producer: AgUiProducer,
  interrupt: Fields,
  heard: HeardCalls,
): readonly AgUiCall[] | undefined {
  try {
    const subAgent = textOf(interrupt['subagentRunId'])
    const calls = producer.read(interrupt, (call) => seenCall(heard, call, subAgent), seenCalls(heard))
    const isCall = (one: unknown): boolean => typeof fieldsOf(one)['toolCallId'] === 'string'
    return calls?.every(isCall) ? calls : undefined
  } catch {
    return undefined
  }
}

/** All interrupts are answered together, so the strictest of them counts. */
function siblingsOf({ siblings }: AgUiProducer, interrupts: readonly Fields[]): Pause['siblings'] {
  if (typeof siblings !== 'function') return siblings
  try {
    return interrupts.map(siblings).find((one) => one !== 'independent') ?? 'independent'
  } catch {
    // The strictest, where nobody knows.
    return 'reject_voids_approvals'
  }
}

/** An interrupt that the producer does not know is shown as it is; it can only be cancelled. */
function unknownCall(interrupt: Fields): AgUiCall {
  return {
    toolCallId: wordOf(interrupt['id']),
    tool: { name: textOf(interrupt['reason']) ?? 'interrupt' },
    argsText: argsTextOfField({ interrupt }, 'interrupt'),
    decisions: ['rejected_continue'],
    reason: 'none',
  }
}

export function endRun(thread: AgUiThread, end: OperationEnd): void {
  if (thread.run?.status === 'running') thread.run = withEnd(thread.run, end)
}

export interface Refusal {
  readonly code: string
  readonly message: string
}

export function refusalIn(event: unknown): Refusal {
  const { code, message } = fieldsOf(event)
  return { code: textOf(code) ?? '', message: textOf(message) ?? '' }
}
