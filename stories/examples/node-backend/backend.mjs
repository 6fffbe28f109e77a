import { randomUUID } from 'node:crypto'
import { callFor, run } from './agent.mjs'

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store, no-transform' }
const chats = new Map()

/** Answers one request of the protocol: `path` is what follows the base URL. */
export async function answer(request, response, path) {
  const [, id, route] = path.match(/^\/conversations\/([^/?]+)\/?(\w*)/) ?? []
  const send = (status, value) => response.writeHead(status, headers).end(JSON.stringify(value))
  const body = request.method === 'POST' && JSON.parse((await request.toArray()).join(''))
  if (!['', 'events', 'messages', 'resume', 'stop'].includes(route)) return send(404, { code: 'not_found' })
  const chat = open(id)
  if (route === 'messages') return send(202, { operationId: say(chat, body.text) })
  if (body) return send(...decide(chat, body, request.headers['idempotency-key']))
  const { cursor, operations, interventions, streams } = chat
  if (route === '') return send(200, { id, cursor: `${cursor}`, now: Date.now(), operations, interventions })
  // Events are not kept, so a page that missed some is told to read again.
  if ((request.headers['last-event-id'] ?? `${cursor}`) !== `${cursor}`) return send(410, { code: 'gone' })
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' }).write(': live\n\n')
  const beat = setInterval(() => response.write(': live\n\n'), 15_000)
  streams.add(response)
  return response.on('close', () => streams.delete(response) && clearInterval(beat))
}

/** A chat of your database. One without a message is empty, so that a page can be open before the first. */
function open(id) {
  const fresh = { cursor: 0, operations: [], interventions: [], streams: new Set(), answers: {} }
  const chat = chats.get(id) ?? fresh
  chats.set(id, chat)
  return chat
}

/** A message: the agent asks for a call, and its run is parked. */
function say(chat, text) {
  const operation = start(chat)
  const ids = { toolCallId: randomUUID(), operationId: operation.id, revision: '1', requestedAt: Date.now() }
  const intervention = { ...callFor(text), ...ids, status: 'pending' }
  chat.interventions.push(intervention)
  emit(chat, operation.id, 'agent_intervention_request', { intervention })
  end(chat, operation, 'waiting_for_human', { pause: { answering: 'any', siblings: 'independent' } })
  return operation.id
}

/** Decides once: the same request id gets the same answer, and the first of two decisions wins. */
function decide(chat, { decisions, operationId }, requestId) {
  if (!requestId) return [422, { code: 'invalid' }]
  const asked = JSON.stringify([operationId, decisions])
  const kept = chat.answers[requestId]
  if (kept) return kept.asked === asked ? kept.answer : [422, { code: 'key_reused' }]
  const made = decisions ? resume(chat, decisions, requestId) : stop(chat, operationId, requestId)
  if ([202, 409, 410, 412].includes(made[0]))
    chat.answers[requestId] = { asked, answer: structuredClone(made) }
  return made
}

function resume(chat, decisions, requestId) {
  const calls = decisions.map((made) => chat.interventions.find((one) => one.toolCallId === made.toolCallId))
  const some = (isSo) => calls.some((call, at) => isSo(call, decisions[at]))
  if (some((call) => !call)) return [404, { code: 'not_found' }]
  if (some(({ status }) => status !== 'pending'))
    return [409, { code: 'already_resolved', interventions: calls }]
  if (some((call, made) => call.revision !== made.revision))
    return [412, { code: 'changed', interventions: calls }]
  if (some((call, made) => made.argsText || made.remember || !call.decisions.includes(made.decision)))
    return [422, { code: 'invalid' }]
  for (const [at, call] of calls.entries())
    settle(chat, call, decisions[at].decision, { requestId, reason: decisions[at].reason })
  const operation = start(chat, { resumes: calls[0].operationId })
  // The decisions are stored. Only now the tools run: the stored arguments, once.
  for (const { status, argsText } of calls) if (status === 'approved') run(argsText)
  const isStopped = calls.some(({ status }) => status === 'rejected')
  setTimeout(() => end(chat, operation, isStopped ? 'interrupted' : 'done', { endedAt: Date.now() }), 500)
  return [202, { operationId: operation.id, requestId, cursor: `${chat.cursor}` }]
}

function stop(chat, operationId, requestId) {
  const operation = chat.operations.find(({ id }) => id === operationId)
  if (!operation) return [404, { code: 'not_found' }]
  if (operation.endedAt) return [410, { code: 'operation_ended', interventions: [] }]
  const waiting = chat.interventions.filter(
    (one) => one.operationId === operationId && one.status === 'pending',
  )
  for (const call of waiting) settle(chat, call, 'withdrawn', {})
  Object.assign(operation, { status: 'interrupted', endedAt: Date.now(), pause: undefined })
  return [202, { operationId, requestId }]
}

function settle(chat, call, status, { requestId, reason }) {
  const settled = { status, resolution: { at: Date.now(), requestId, reason } }
  Object.assign(call, settled)
  emit(chat, call.operationId, 'agent_intervention_response', { toolCallId: call.toolCallId, ...settled })
}

function start(chat, more) {
  const operation = { id: randomUUID(), startedAt: Date.now(), status: 'running', ...more }
  chat.operations.push(operation)
  emit(chat, operation.id, 'agent_runtime_init', { operation })
  return operation
}

function end(chat, operation, status, more) {
  Object.assign(operation, { status, ...more })
  emit(chat, operation.id, 'agent_runtime_end', { reason: status, ...more })
}

function emit(chat, operationId, type, data) {
  const text = JSON.stringify({ type, operationId, timestamp: Date.now(), data })
  chat.cursor += 1
  for (const stream of chat.streams) stream.write(`id: ${chat.cursor}\ndata: ${text}\n\n`)
}
