import { pendingCard } from '../../backend/cards.ts'
import {
  argsTextOfField,
  argsTextOfJson,
  type Fields,
  fieldsOf,
  definedFields,
  parsed,
  textOf,
  wordOf,
} from '../../backend/json.ts'
import type { ServerClock } from '../../backend/serverClock.ts'
import type { RequestId, ToolCallId } from '../../model/ids.ts'
import { isSameJson } from '../../model/jsonMeaning.ts'
import {
  type Asker,
  type InterventionCall,
  type Question,
  settle,
  type SettledStatus,
} from '../../model/intervention.ts'
import type { LobeHubCard, LobeHubOptions } from './options.ts'
import type { KnownTopic } from './topic.ts'
import { choiceIn, type ProviderChoice, questionsIn } from './questions.ts'

export interface ToolRow {
  readonly card: InterventionCall
  readonly id: string
  readonly callId: string
  readonly batchId: string | undefined
  /** `form`: it asks for more than a yes. `producer`: so does an agent that goes on waiting in its own process. */
  readonly asks: 'approval' | 'form' | 'producer'
  /** One of the options of such an agent has to be taken. */
  readonly choice: ProviderChoice | undefined
  /** The host asks for it as a question. */
  readonly custom: LobeHubCard | undefined
}

export interface SentDecision {
  readonly requestId: RequestId
  readonly status: SettledStatus
  /** The server said that it failed. */
  readonly isFailed?: boolean
}

const producers = / (claude-code|codex|cursor|devin|droid|qoder)$/
const forms = /^(undefined|askUserQuestion|showAgentMarketplace) |user-interaction$/
const statuses: Readonly<Record<string, SettledStatus>> = {
  approved: 'approved',
  rejected: 'rejected_continue',
  aborted: 'withdrawn',
}

// A rule of the topic let these run.
const asksNobody = new Set<unknown>(['none', 'session_bypassed'])

export function readRows(
  messages: readonly unknown[],
  { offers = [], cards = {} }: LobeHubOptions,
  { sent, clock }: Pick<KnownTopic, 'sent' | 'clock'>,
  askerOf: (agentId: string | undefined) => Asker | undefined,
): ReadonlyMap<ToolCallId, ToolRow> {
  const rows = new Map<ToolCallId, ToolRow>()
  for (const message of messages) {
    const row = fieldsOf(message)
    const plugin = fieldsOf(row['plugin'])
    const { identifier, apiName, intervention: older } = plugin
    const told = fieldsOf(row['pluginIntervention'] ?? older)
    const { operationId, batchId, status } = told
    const id = wordOf(row['id'])
    const isAsked = status !== undefined && status !== null && !asksNobody.has(status)
    if (row['role'] !== 'tool' || id === '' || id.startsWith('tmp_') || !isAsked) continue
    const callId = textOf(row['tool_call_id']) ?? id
    const server = textOf(identifier)
    const name = textOf(apiName)
    const what = `${name} ${server}`
    const own = name !== undefined && Object.hasOwn(cards, name) ? cards[name] : undefined
    const asks = producers.test(what) ? 'producer' : own || forms.test(what) ? 'form' : 'approval'
    const isPlain = asks === 'approval'
    const argsText = name ? toldArgs(plugin) : argsTextOfField({ message }, 'message')
    const isQuestion = name === 'askUserQuestion'
    const decided = Object.hasOwn(statuses, wordOf(status)) ? statuses[wordOf(status)] : undefined
    const batch = textOf(operationId) && textOf(batchId)
    // Only a server that stores claims takes the id of an option.
    const choice = isQuestion && batch !== undefined ? choiceIn(argsText) : undefined
    const custom = asks === 'form' && own ? questionOf(own, argsText) : undefined
    const question = custom ?? choice?.question ?? (isQuestion ? questionsIn(argsText) : undefined)
    const settled = question && decided === 'approved' ? 'answered' : decided
    const can = (offer: (typeof offers)[number]): boolean =>
      isPlain && batch !== undefined && offers.includes(offer)
    const [at = clock.now(), settledAt = at] = ['createdAt', 'updatedAt'].map((field) =>
      timeOf(row[field], clock),
    )
    const card = pendingCard({
      // A model may reuse an id; the id of a message is unique.
      toolCallId: rows.has(callId) ? id : callId,
      // A call outside a batch belongs to the turn that asked for it.
      operationId: textOf(operationId) ?? textOf(row['parentId']) ?? id,
      tool: { name: name ?? 'tool', ...definedFields({ server }) },
      argsText,
      decisions: isPlain
        ? ['approved', 'rejected_continue']
        : question
          ? ['answered', 'rejected_continue']
          : ['rejected_continue'],
      editable: can('edit'),
      reason: isPlain ? 'optional' : 'none',
      remember: can('remember') ? ['always'] : [],
      requestedAt: at,
      ...definedFields({ question, agent: askerOf(textOf(row['agentId'])) }),
    })
    const resolution = definedFields({
      requestId: winnerOf(textOf(told['resolutionRequestId']), settled, sent.get(id)),
      reason: textOf(told['rejectedReason']),
      argsText: settled === 'approved' ? editedArgs(told, argsText) : undefined,
      answerText: argsTextOfField(fieldsOf(row['pluginState']), 'askUserAnswers') ?? undefined,
    })
    rows.set(card.toolCallId, {
      id,
      callId,
      asks,
      choice,
      custom: custom && own,
      batchId: batch,
      card: settled
        ? settle(card, settled, { at: settledAt, ...resolution })
        : // SAFETY: the port leaves a call with a status that is none out alone, and says so.
          { ...card, status: status as 'pending' },
    })
  }
  return rows
}

// A question of the host that throws hides no call.
function questionOf({ question }: LobeHubCard, argsText: string | null): Question | undefined {
  try {
    return argsText === null ? undefined : question(argsText)
  } catch {
    return undefined
  }
}

function toldArgs(plugin: Fields): string | null {
  const { arguments: args } = plugin
  if (typeof args === 'string') return args === '' || parsed(args) !== undefined ? args : null
  return args === null ? null : argsTextOfField(plugin, 'arguments')
}

/** The arguments that were approved, if they are not those that were asked for. */
function editedArgs(told: Fields, asked: string | null): string | undefined {
  const { approvedArguments: approved } = told
  if (approved === undefined || approved === null) return undefined
  const isText = typeof approved === 'string'
  const text = isText ? argsTextOfJson(approved) : argsTextOfField(told, 'approvedArguments')
  return text === null || (asked !== null && isSameJson(text, asked)) ? undefined : text
}

function winnerOf(
  stored: string | undefined,
  status: SettledStatus | undefined,
  own: SentDecision | undefined,
): RequestId | undefined {
  if (own?.status !== status) return stored
  // The exec call stores no request, or one that the server made up.
  const isOwn = stored === undefined || (stored.startsWith('legacy_') && !own?.isFailed)
  return isOwn ? own?.requestId : stored
}

function timeOf(date: unknown, clock: ServerClock): number | undefined {
  const at = Number(new Date(date instanceof Date || typeof date === 'number' ? date : wordOf(date)))
  if (!at) return undefined
  clock.saw(at)
  return at
}
