import {
  argsTextOfField,
  argsTextOfJson,
  type Fields,
  fieldsOf,
  isSameJson,
  itemsOf,
  textOf,
} from '../../backend/json.ts'
import type { SeenCall } from './options.ts'
import { hearOfAgent, type SubAgents } from './subAgents.ts'

interface HeardCall {
  readonly name: string
  readonly streamed: string
  readonly retold: { readonly argsText: string | null; readonly runId: string | undefined }
}

/** The tool calls of a thread, as the events of its runs tell them: in pieces, and again as messages. */
export interface HeardCalls {
  readonly byId: Map<string, HeardCall>
  /** The call that a chunk without an id belongs to. */
  chunked: string | undefined
  runId: string | undefined
  readonly agents: SubAgents
}

export function newHeardCalls(): HeardCalls {
  return { byId: new Map(), chunked: undefined, runId: undefined, agents: new Map() }
}

/** Applies one event. Events without a call change nothing. */
export function hear(heard: HeardCalls, event: Fields): void {
  const toolCallId = textOf(event['toolCallId'])
  hearOfAgent(heard.agents, event)
  switch (event['type']) {
    case 'RUN_STARTED':
      heard.runId = textOf(event['runId'])
      heard.chunked = undefined
      return retell(heard, fieldsOf(event['input'])['messages'])
    case 'MESSAGES_SNAPSHOT':
      heard.chunked = undefined
      return retell(heard, event['messages'])
    case 'TOOL_CALL_START':
      return begin(heard, toolCallId, event)
    case 'TOOL_CALL_ARGS':
      return append(heard, toolCallId, event)
    case 'TOOL_CALL_CHUNK': {
      const isNext = toolCallId !== undefined && toolCallId !== heard.chunked
      if (isNext && textOf(event['toolCallName'])) begin(heard, toolCallId, event)
      heard.chunked = toolCallId ?? heard.chunked
      return append(heard, heard.chunked, event)
    }
    default:
  }
}

export function seenCall({ byId }: HeardCalls, toolCallId: string): SeenCall | undefined {
  const call = byId.get(toolCallId)
  return call && { name: call.name, argsText: argsTextOfJson(call.streamed) ?? call.retold.argsText }
}

export function seenCalls(heard: HeardCalls): readonly SeenCall[] {
  return [...heard.byId.keys()].flatMap((id) => seenCall(heard, id) ?? [])
}

const unheard: HeardCall = { name: '', streamed: '', retold: { argsText: null, runId: undefined } }

/** A call that begins anew is repeated in the replay of a thread, or another one that a model gave the same id. */
function begin(heard: HeardCalls, id: string | undefined, event: Fields): void {
  if (id === undefined) return
  const { retold } = heard.byId.get(id) ?? unheard
  const name = textOf(event['toolCallName']) ?? ''
  const isSameCall = retold.runId === heard.runId
  heard.byId.set(id, { name, streamed: '', retold: isSameCall ? retold : unheard.retold })
}

function append(heard: HeardCalls, id: string | undefined, event: Fields): void {
  if (id === undefined) return
  const known = heard.byId.get(id) ?? unheard
  const streamed = known.streamed + (textOf(event['delta']) ?? '')
  heard.byId.set(id, { ...known, name: textOf(event['toolCallName']) ?? known.name, streamed })
}

/** Messages say later than the stream what runs, but they may be written anew: the stream has the digits. */
function retell({ byId, runId }: HeardCalls, messages: unknown): void {
  for (const call of itemsOf(messages)
    .flatMap((one) => itemsOf(fieldsOf(one)['toolCalls']))
    .map(fieldsOf)) {
    const id = textOf(call['id'])
    if (id === undefined) continue
    const told = fieldsOf(call['function'])
    const known = byId.get(id) ?? unheard
    const name = textOf(told['name']) ?? known.name
    const argsText =
      typeof told['arguments'] === 'string'
        ? argsTextOfJson(told['arguments'])
        : argsTextOfField(told, 'arguments')
    const streamed = argsTextOfJson(known.streamed)
    const isNews = argsText !== null && (streamed === null || !isSameJson(streamed, argsText))
    byId.set(id, isNews ? { name, streamed: '', retold: { argsText, runId } } : { ...known, name })
  }
}
