import { pendingCard, questionWith, revisionOf } from '../../backend/cards.ts'
import { sourceOfField } from '../../backend/exactJson.ts'
import {
  askedIn,
  decisionsOf,
  editedArgsIn,
  type HitlAction,
  type HitlBatch,
  readHitl,
} from '../../backend/hitl.ts'
import {
  argsTextOfField,
  definedFields,
  type Fields,
  fieldsOf,
  itemsOf,
  textOf,
  wordOf,
} from '../../backend/json.ts'
import type { Decidable } from '../../backend/judge.ts'
import { decided, keptCalls } from '../../backend/ledger.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import { sha256 } from '../../backend/sha256.ts'
import { isSameJson } from '../../model/jsonMeaning.ts'
import { findCall } from '../../model/conversation.ts'
import type { OperationId } from '../../model/ids.ts'
import { type InterventionCall, offers, type PendingIntervention, settle } from '../../model/intervention.ts'
import type { Operation } from '../../model/operation.ts'
import type { ResumeRequest } from '../../model/decision.ts'
import type { LangGraphOptions } from './options.ts'
import type { ThreadRun, ThreadState } from './threadState.ts'
import { answerTo, type OpenQuestion, openQuestions, type Question } from './questions.ts'

export interface ThreadMemory {
  readonly clock: ServerClock
  calls: readonly InterventionCall[]
  questions: readonly Question[]
  accepted: readonly ResumeRequest[]
}

export interface ThreadPause {
  readonly id: OperationId
  readonly interruptId: string
  readonly node: string
  /** Undefined: it asks in plain text, or for something else, and nobody here knows the answer. */
  readonly batch: HitlBatch | undefined
  readonly calls: readonly PendingIntervention[]
  /** Of each call the id in the last message; undefined: it is not there. */
  readonly idsInMessages: readonly (string | undefined)[]
}

export interface ReadThread extends Decidable {
  readonly pauses: readonly ThreadPause[]
  readonly questions: readonly Question[]
  readonly runs: readonly ThreadRun[]
}

const advice = 'The graph kept an answer it cannot take. Only a new message goes on.'
const statuses: Readonly<Record<string, 'running' | 'done' | 'interrupted'>> = {
  pending: 'running',
  running: 'running',
  success: 'done',
  interrupted: 'interrupted',
}

export function readThread(
  state: ThreadState,
  runs: readonly ThreadRun[],
  memory: ThreadMemory,
  read: LangGraphOptions['read'],
): ReadThread {
  const { calls: known } = memory
  const open = openQuestions(state.interrupts, runs)
  const questions = [
    ...memory.questions.filter(({ id }) => known.some((card) => card.operationId === id)),
    ...open.map(({ question }) => question),
  ]
  const used = new Set<string>()
  const pauses = open.map((one) => pauseOf(one, state, { known, used }, read))
  const waiting = pauses.flatMap((pause) => pause.calls)
  const newest = known.map((card) =>
    card.status === 'pending' ? settledBy(runs, card, { ...memory, questions }) : card,
  )
  // Waiting calls replace their older entries.
  const calls = new Map([...newest, ...waiting].map((card) => [card.toolCallId, card]))
  const parked = pauses.map(({ id, batch }): Operation => ({
    id,
    startedAt: state.createdAt,
    ...definedFields({ resumes: runs.at(-1)?.id }),
    status: 'waiting_for_human',
    pause: { answering: 'together', siblings: batch?.siblings ?? 'reject_voids_approvals' },
  }))
  return {
    pauses,
    questions,
    runs,
    interventions: keptCalls([...calls.values()]),
    operations: [...runs.map((run) => operationOf(run, state, runs, questions)), ...parked],
  }
}

function pauseOf(
  { question, interrupt }: OpenQuestion,
  state: ThreadState,
  { known, used }: { readonly known: readonly InterventionCall[]; readonly used: Set<string> },
  read: LangGraphOptions['read'],
): ThreadPause {
  const left = new Set(state.toolCalls)
  const { id: operationId, interruptId, previousRunId } = question
  const { node, agent, value, valueText, answerSchema, isLater } = interrupt
  const batch = readHitl(value) ?? readBy(read, value)
  const message = batch ? undefined : textOf(value)
  if (!batch && (message !== undefined || Object.keys(answerSchema).length > 0)) {
    const toAnswer = questionWith(message ?? askedIn(fieldsOf(value)) ?? node, answerSchema)
    const asked = message === undefined ? { tool: { name: node }, argsText: valueText } : unnamed
    const call = pendingCard({
      operationId,
      toolCallId: `${operationId}:0`,
      revision: revisionIn(operationId, { ...asked, question: toAnswer }),
      ...asked,
      question: toAnswer,
      decisions: ['answered', 'rejected'],
      requestedAt: state.createdAt,
      ...definedFields({ agent }),
    })
    return { id: operationId, interruptId, node, batch, calls: [call], idsInMessages: [] }
  }
  // An interrupt of unknown shape is shown as raw data.
  const actions: readonly HitlAction[] = batch?.actions ?? [
    { name: node, argsText: valueText, why: undefined, allowed: [] },
  ]
  const idsInMessages: (string | undefined)[] = []
  const calls = actions.map(({ name, argsText, why, allowed, question: asked }, index) => {
    const call = [...left].find((one) => one['name'] === name && hasArguments(one, argsText))
    if (call) left.delete(call)
    const qualified = `${operationId}:${index}`
    const ownId = textOf(call?.['id'])
    const idInMessage = ownId ?? qualified
    idsInMessages.push(ownId)
    // A call that is asked about twice has the id of its message the first time.
    const isKnown = known.some((card) => card.toolCallId === idInMessage && card.operationId !== operationId)
    const isShared = used.has(idInMessage)
    used.add(idInMessage)
    return pendingCard({
      operationId,
      toolCallId: previousRunId !== undefined || isLater || isKnown || isShared ? qualified : idInMessage,
      revision: revisionIn(operationId, { tool: { name }, argsText, ...definedFields({ question: asked }) }),
      tool: { name },
      argsText,
      decisions: ['rejected', ...decisionsOf(allowed)],
      editable: argsText !== null && allowed.includes('edit'),
      requestedAt: state.createdAt,
      ...definedFields({ why, agent, question: asked }),
    })
  })
  return { id: operationId, interruptId, node, batch, calls, idsInMessages }
}

const unnamed = { tool: null, argsText: null } as const

function revisionIn(operationId: OperationId, asked: Parameters<typeof revisionOf>[0]): string {
  return sha256(JSON.stringify([operationId, revisionOf(asked)]))
}

/** A reader of the host that fails, or that reads no batch, leaves the interrupt as raw data. */
function readBy(read: LangGraphOptions['read'], value: unknown): HitlBatch | undefined {
  try {
    const batch = read?.(value)
    const isAction = (one: unknown): boolean =>
      textOf(fieldsOf(one)['name']) !== undefined && Array.isArray(fieldsOf(one)['allowed'])
    const isWhole = itemsOf(batch?.actions).length > 0 && batch?.actions.every(isAction)
    return isWhole && typeof batch?.answer === 'function' ? batch : undefined
  } catch {
    return undefined
  }
}

function hasArguments(call: Fields, argsText: string | null): boolean {
  const text = sourceOfField(call, 'args')
  return text !== undefined && argsText !== null && isSameJson(text, argsText)
}

function settledBy(
  runs: readonly ThreadRun[],
  card: InterventionCall,
  { calls, questions, accepted, clock }: ThreadMemory,
): InterventionCall {
  const { operationId } = card
  const question = questions.find(({ id }) => id === operationId)
  const run = question && answerTo(question, runs)
  if (!run) {
    const own = accepted.findLast(({ decisions }) => findCall(decisions, card.toolCallId))
    if (own) return decided([card], own, { at: clock.now() })[0]!
    return settle(card, 'withdrawn', { at: clock.now() })
  }
  const index = calls.filter((one) => one.operationId === operationId).indexOf(card)
  const byId = fieldsOf(run.resume)
  const isById = Object.hasOwn(byId, question.interruptId)
  const answer = isById ? byId[question.interruptId] : run.resume
  const decision = itemsOf(fieldsOf(answer)['decisions'] ?? answer)[index]
  const { type, message, args } = fieldsOf(decision)
  const at = { at: run.createdAt, ...definedFields({ requestId: run.requestId }) }
  if (isPlainAnswer(card, answer)) {
    const json = argsTextOfField(isById ? byId : { [question.interruptId]: answer }, question.interruptId)
    const isText = typeof answer === 'string' && card.question?.kind !== 'form'
    return settle(card, 'answered', { ...at, answerText: (isText ? answer : json) ?? '' })
  }
  const isAnswer = type === 'respond' || (type === 'response' && !offers(card, 'rejected_continue'))
  if (isAnswer) return settle(card, 'answered', { ...at, answerText: textOf(message ?? args) ?? '' })
  const isApproval = ['approve', 'edit', 'accept'].includes(wordOf(type))
  return settle(card, isApproval ? 'approved' : 'rejected_continue', {
    ...at,
    ...definedFields({
      reason: textOf(message) ?? (isApproval ? undefined : textOf(args)),
      argsText: editedArgsIn(decision, card.argsText),
    }),
  })
}

/** True if an answer is what the person wrote, and no decision of a batch. */
function isPlainAnswer({ tool, question }: InterventionCall, answer: unknown): boolean {
  if (!tool || typeof answer !== 'object') return question !== undefined
  return question?.kind === 'form' && !('decisions' in fieldsOf(answer))
}

function operationOf(
  run: ThreadRun,
  state: ThreadState,
  runs: readonly ThreadRun[],
  questions: readonly Question[],
): Operation {
  const { id, status, createdAt, resume } = run
  const resumes = run.operationId ?? questions.find((one) => answerTo(one, runs)?.id === id)?.id
  const base = { id, startedAt: createdAt, endedAt: createdAt, ...definedFields({ resumes }) }
  const known = Object.hasOwn(statuses, status) ? statuses[status] : undefined
  if (known) return { ...base, status: known }
  const spoilt = state.interrupts.find((one) => one.id in fieldsOf(resume))?.error
  const error = { code: spoilt ? 'poisoned' : status, message: spoilt ? `${advice} ${spoilt}` : '' }
  return { ...base, status: 'error', error }
}
