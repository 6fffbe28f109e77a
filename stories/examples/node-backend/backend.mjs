import { randomUUID } from 'node:crypto'
import { callFor, run } from './agent.mjs'

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store, no-transform' }
const chats = Object.create(null)

/** Answers one request of the protocol: `path` is what follows the base URL. */
export async function answer(request, response, path) {
  const [, id, route] = path.match(/^\/conversations\/([^/?]+)\/?(\w*)/) ?? []
  const chat = (chats[id] ??= { operations: [], interventions: [], streams: new Set(), answers: {} })
  const body = request.method === 'POST' && JSON.parse((await request.toArray()).join(''))
  const send = (status, value) => response.writeHead(status, headers).end(JSON.stringify(value))
  if (route === 'events') return follow(chat, response)
  if (route === 'messages') return send(202, { operationId: ask(chat, body.text) })
  if (route === 'resume') return send(...resume(chat, body, request.headers['idempotency-key']))
  if (route !== '') return send(404, { code: 'not_found' })
  return send(200, { id, cursor: null, operations: chat.operations, interventions: chat.interventions })
}

/** Streams the changes from now on. Without cursors, a page that was away reads again. */
function follow({ streams }, response) {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' }).write(': live\n\n')
  const beat = setInterval(() => response.write(': live\n\n'), 15_000)
  response.on('close', () => streams.delete(response) && clearInterval(beat))
  streams.add(response)
}

function tell(chat, operationId, type, data) {
  const event = JSON.stringify({ type, operationId, timestamp: Date.now(), data })
  for (const stream of chat.streams) stream.write(`data: ${event}\n\n`)
}

/** A message: the agent asks for a call, and its run is parked. */
function ask(chat, text) {
  const operation = start(chat)
  const ids = { toolCallId: randomUUID(), operationId: operation.id, revision: '1', requestedAt: Date.now() }
  const intervention = { ...callFor(text), ...ids, status: 'pending' }
  chat.interventions.push(intervention)
  tell(chat, operation.id, 'agent_intervention_request', { intervention })
  end(chat, operation, 'waiting_for_human', { pause: { answering: 'any', siblings: 'independent' } })
  return operation.id
}

/** Takes all decisions or none. The same request id gets the same answer, and the first of two decisions wins. */
function resume(chat, { operationId, decisions }, requestId) {
  const [asked, kept] = [JSON.stringify([operationId, decisions]), chat.answers[requestId]]
  if (kept) return kept.asked === asked ? kept.answer : [422, { code: 'key_reused' }]
  const calls = decisions.map((made) => chat.interventions.find((one) => one.toolCallId === made.toolCallId))
  const any = (isSo) => calls.some((call, at) => isSo(call, decisions[at]))
  const deny = (status, code) => [status, { code, interventions: [...new Set(calls)] }]
  if (any((call) => call?.operationId !== operationId)) return [404, { code: 'not_found' }]
  const isMore = ({ argsText, remember, note }) => argsText || remember || note
  const isBad = (call, one) => !call.decisions.includes(one.decision) || isMore(one)
  if (!requestId || new Set(calls).size < calls.length || any(isBad)) return deny(422, 'invalid')
  if (any(({ status }) => status !== 'pending')) return deny(409, 'already_resolved')
  if (any((call, one) => call.revision !== one.revision)) return deny(412, 'changed')
  for (const [at, { decision, reason }] of decisions.entries()) {
    Object.assign(calls[at], { status: decision, resolution: { at: Date.now(), requestId, reason } })
    tell(chat, operationId, 'agent_intervention_response', calls[at])
  }
  const operation = start(chat, { resumes: operationId })
  chat.answers[requestId] = { asked, answer: [202, { operationId: operation.id, requestId }] }
  // The decisions are stored. Only now the tools run: the stored arguments, once.
  for (const { status, argsText } of calls) if (status === 'approved') run(argsText)
  const reason = calls.some(({ status }) => status === 'rejected') ? 'interrupted' : 'done'
  setTimeout(() => end(chat, operation, reason, { endedAt: Date.now() }), 500)
  return chat.answers[requestId].answer
}

function start(chat, more) {
  const operation = { id: randomUUID(), startedAt: Date.now(), status: 'running', ...more }
  chat.operations.push(operation)
  tell(chat, operation.id, 'agent_runtime_init', { operation })
  return operation
}

function end(chat, operation, status, more) {
  Object.assign(operation, { status, ...more })
  tell(chat, operation.id, 'agent_runtime_end', { reason: status, ...more })
}
