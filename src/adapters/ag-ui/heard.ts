import {
  argsTextOfField,
  argsTextOfJson,
  definedFields,
  type Fields,
  fieldsOf,
  isSameJson,
  itemsOf,
  textOf,
} from '../../backend/json.ts'
import type { Resolution } from '../../model/intervention.ts'
import type { SeenCall } from './options.ts'
import { hearOfAgent, type SubAgents } from './subAgents.ts'

interface HeardCall {
  readonly name: string
  readonly streamed: string
  readonly retold: { readonly argsText: string | null; readonly runId: string | undefined }
  /** Calls with the same id, without a result: which of them is meant is not known. */
  readonly twins: readonly SeenCall[]
  /** The run that began it, and has no result of it yet. */
  readonly openIn: string | undefined
}

type CallsById = Map<string, HeardCall>

/** The tool calls of a thread, as the events of its runs tell them: in pieces, and again as messages. */
export interface HeardCalls {
  readonly byId: CallsById
  /** Those of each sub-agent, by the id of its run. */
  readonly bySubAgent: Map<string, CallsById>
  /** The call that a chunk without an id belongs to. */
  chunked: string | undefined
  runId: string | undefined
  readonly agents: SubAgents
}

export function newHeardCalls(): HeardCalls {
  return { byId: new Map(), bySubAgent: new Map(), chunked: undefined, runId: undefined, agents: new Map() }
}

/** Applies one event. Events without a call change nothing. */
export function hear(heard: HeardCalls, event: Fields): void {
  hearOfAgent(heard.agents, event)
  const toolCallId = textOf(event['toolCallId'])
  switch (event['type']) {
    case 'RUN_STARTED':
      heard.runId = textOf(event['runId'])
      heard.chunked = undefined
      return retell(heard, fieldsOf(event['input'])['messages'])
    case 'MESSAGES_SNAPSHOT':
      heard.chunked = undefined
      return retell(heard, event['messages'])
    case 'TOOL_CALL_START':
      return each(heard, event, (calls) => begin(calls, toolCallId, event, heard.runId))
    case 'TOOL_CALL_ARGS':
      return each(heard, event, (calls) => append(calls, toolCallId, event))
    case 'TOOL_CALL_RESULT':
      return each(heard, event, (calls) => finish(calls, toolCallId))
    case 'TOOL_CALL_CHUNK': {
      const isNext = toolCallId !== undefined && toolCallId !== heard.chunked
      heard.chunked = toolCallId ?? heard.chunked
      return each(heard, event, (calls) => {
        if (isNext && textOf(event['toolCallName'])) begin(calls, toolCallId, event, heard.runId)
        append(calls, heard.chunked, event)
      })
    }
    default:
  }
}

/** `subAgent`: the id of the run that asks, if it is not the assistant itself; two agents may use one id. */
export function seenCall(
  { byId, bySubAgent }: HeardCalls,
  toolCallId: string,
  subAgent?: string,
): SeenCall | undefined {
  const call = bySubAgent.get(subAgent ?? '')?.get(toolCallId) ?? byId.get(toolCallId)
  if (!call) return undefined
  const seen = seenIn(call)
  const isOneName = call.twins.every((twin) => twin.name === seen.name)
  const isOne = isOneName && call.twins.every((twin) => twin.argsText === seen.argsText)
  return isOne ? seen : { name: isOneName ? seen.name : '', argsText: null }
}

export function seenCalls(heard: HeardCalls): readonly SeenCall[] {
  return [...heard.byId.values()].flatMap((call) => [...call.twins, seenIn(call)])
}

function seenIn({ name, streamed, retold }: HeardCall): SeenCall {
  return { name, argsText: argsTextOfJson(streamed) ?? retold.argsText }
}

/** The outcome that a result tells. The standard has no field for a failure, and producers use several. */
export function executionIn({
  metadata,
  state,
  status,
  error,
  isError,
  content,
}: Fields): NonNullable<Resolution['execution']> {
  const words = [fieldsOf(fieldsOf(metadata)['tanstack'])['state'], state, status]
  const hasFailed = textOf(error) ?? (isError === true || words.some((one) => failures.has(one)))
  if (!hasFailed) return { ok: true }
  return { ok: false, ...definedFields({ message: textOf(error) ?? textOf(content) }) }
}

const failures = new Set<unknown>(['error', 'failed', 'output-error'])

function each({ byId, bySubAgent }: HeardCalls, event: Fields, by: (calls: CallsById) => void): void {
  by(byId)
  const id = textOf(event['subagentRunId'])
  if (id === undefined) return
  const own: CallsById = bySubAgent.get(id) ?? new Map()
  bySubAgent.set(id, own)
  by(own)
}

const untold = { argsText: null, runId: undefined }
const unheard: HeardCall = { name: '', streamed: '', retold: untold, twins: [], openIn: undefined }

/** A call that begins anew is repeated in the replay of a thread, or another one that a model gave the same id. */
function begin(calls: CallsById, id: string | undefined, event: Fields, runId: string | undefined): void {
  if (id === undefined) return
  const known = calls.get(id) ?? unheard
  const isSameRun = known.retold.runId === runId
  const isTwin = runId !== undefined && known.openIn === runId && argsTextOfJson(known.streamed) !== null
  calls.set(id, {
    name: textOf(event['toolCallName']) ?? '',
    streamed: '',
    retold: isSameRun ? known.retold : untold,
    twins: isTwin ? [...known.twins, seenIn(known)] : [],
    openIn: runId,
  })
}

function append(calls: CallsById, id: string | undefined, event: Fields): void {
  if (id === undefined) return
  const known = calls.get(id) ?? unheard
  const streamed = known.streamed + (textOf(event['delta']) ?? '')
  calls.set(id, { ...known, name: textOf(event['toolCallName']) ?? known.name, streamed })
}

function finish(calls: CallsById, id: string | undefined): void {
  const known = calls.get(id ?? '')
  if (id !== undefined && known) calls.set(id, { ...known, twins: [], openIn: undefined })
}

/** Messages say later than the stream what runs, but they may be written anew: the stream has the digits. */
function retell(heard: HeardCalls, messages: unknown): void {
  const open = new Map<CallsById, Map<string, SeenCall>>()
  for (const message of itemsOf(messages).map(fieldsOf)) {
    const result = message['role'] === 'tool' ? textOf(message['toolCallId']) : undefined
    if (result !== undefined) open.forEach((calls) => calls.delete(result))
    for (const call of itemsOf(message['toolCalls']).map(fieldsOf)) {
      const id = textOf(call['id'])
      if (id === undefined) continue
      each(heard, message, (calls) => {
        const others = open.get(calls) ?? new Map<string, SeenCall>()
        retellCall(calls, id, call, { runId: heard.runId, twin: others.get(id) })
        open.set(calls, others.set(id, seenIn(calls.get(id) ?? unheard)))
      })
    }
  }
}

function retellCall(
  calls: CallsById,
  id: string,
  call: Fields,
  { runId, twin }: { readonly runId: string | undefined; readonly twin: SeenCall | undefined },
): void {
  const told = fieldsOf(call['function'])
  const known = calls.get(id) ?? unheard
  const name = textOf(told['name']) ?? known.name
  const argsText =
    typeof told['arguments'] === 'string'
      ? argsTextOfJson(told['arguments'])
      : argsTextOfField(told, 'arguments')
  const streamed = argsTextOfJson(known.streamed)
  // Some producers write `{}` for arguments that they do not have.
  const isCut = streamed === null && known.streamed.trim().length > 1 && argsText?.trim() === '{}'
  const isNews = argsText !== null && !isCut && (streamed === null || !isSameJson(streamed, argsText))
  const twins = twin ? [twin] : known.twins
  calls.set(
    id,
    isNews ? { ...known, name, streamed: '', retold: { argsText, runId }, twins } : { ...known, name, twins },
  )
}
