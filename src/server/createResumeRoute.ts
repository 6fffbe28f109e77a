// Longer than 250 lines: the requests of one route share what they are given.
import {
  answerOf,
  eventStreamHeaders,
  json,
  problem,
  problemOf,
  type ProtocolAnswer,
  settingsAnswerOf,
  toResponse,
} from '../backend/responses.ts'
import {
  afterIn,
  asksForWaiting,
  isWrite,
  parseJson,
  parseMessage,
  parseResume,
  parseSettingsChange,
  parseStop,
  type ProtocolRoute,
  requestIdIn,
  routeOf,
} from '../backend/requests.ts'
import { waitingIn } from '../backend/waiting.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import type { ApprovalMode } from '../model/settings.ts'
import type { RouteAgent, RouteStep } from './RouteAgent.ts'
import {
  type Authorize,
  authorized,
  isCrossSite,
  mayDecide,
  type RouteAction,
  type RouteViewer,
} from './authorize.ts'
import type { Claims } from './createClaims.ts'
import { openEvents } from './events.ts'
import { readRecord, unbegunRecord } from './routeRecord.ts'
import { openRecords } from './routeRecords.ts'
import { createRouteRuns } from './routeRuns.ts'
import { createRouteSettings } from './routeSettings.ts'
import { createRouteWork } from './routeWork.ts'

/** Options of `createResumeRoute`. */
export interface ResumeRouteOptions {
  /** Lets the first decision on a call win, on all machines. The route keeps its conversations in the same store. */
  readonly claims: Claims
  /** Lets people in. There is no default: a route that is open to everybody has to say so. */
  readonly authorize: Authorize
  /** The agent behind the route. */
  readonly agent: RouteAgent
  /**
   * The conversations of the person who sends a request, newest first: the route lists what waits in them, in those that
   * `authorize` lets them read. `authorize` is asked once for each of them in which something waits, to `read`.
   * @default there is no such list
   */
  readonly conversationsOf?: (request: Request) => ConversationsOf | Promise<ConversationsOf>
  /**
   * Other origins whose pages may call, such as `https://chat.example.com`. Your server has to answer their preflight
   * and send the `Access-Control-*` headers. @default none
   */
  readonly origins?: readonly string[]
  /**
   * The names that this server is reached by, with their port, such as `chat.example.com`: a request to another name is
   * refused. Name them where people reach the server by plain HTTP. @default whatever name the request was sent to
   */
  readonly hosts?: readonly string[]
  /**
   * The modes in which a conversation may be: whether calls of listed tools, or all calls, run without asking. A
   * conversation begins as `allow_list` with an empty list. @default all three
   */
  readonly modes?: readonly ApprovalMode[]
  /**
   * The scopes that an approval can be remembered for, of calls whose agent names none: for the runs of one message, or as long as
   * the conversation is kept, for everybody in it. The tool is put on the list of the conversation. @default none
   */
  readonly remember?: readonly ('operation' | 'session')[]
  /**
   * The time that a conversation is kept after its last change, in milliseconds. A call that still waits then is gone with
   * it, and so is the `state` of the agent. @default 30 days
   */
  readonly ttlMs?: number
  /** The interval at which streams and runs look for changes by other machines, in milliseconds. @default 2000 */
  readonly pollMs?: number
  /**
   * The time after which a silent machine counts as crashed, in milliseconds. A tool may take longer, because its machine
   * reports by a timer meanwhile; a machine whose event loop stands still for this long is silent. @default 30000
   */
  readonly leaseMs?: number
  /**
   * Called with a promise for each run, which never rejects and resolves once the end of the run is written: keeps a
   * function alive where the platform ends it with the answer, and tells a server what to wait for before it exits.
   */
  readonly waitUntil?: (work: Promise<void>) => void
  /** Called with an error of the agent, of `authorize` or of the store. The client is told only that there was one. */
  readonly onError?: (thrown: unknown) => void
}

/** The conversations of a person, or a refusal. */
export type ConversationsOf = readonly ConversationId[] | 'unauthenticated' | 'forbidden'

/** A fetch handler for the reference protocol, with methods for the host's own code. */
export interface ResumeRoute {
  (request: Request): Promise<Response>
  /** Answers a message, as `POST …/messages` does: withdraws the calls that wait, and calls `start` of the agent. */
  start(conversationId: ConversationId, text: string): Promise<OperationId>
  /** Takes over a run of the host's own chat route that waits now. */
  park(conversationId: ConversationId, step: RouteStep): Promise<OperationId>
}

const days = 24 * 60 * 60 * 1_000
const maxBody = 1_048_576
// This covers both the host's own check of a request and reading its body.
const maxMs = 10_000

/**
 * Creates a route that keeps conversations and decisions for any agent, so that an answer that is sent twice runs a tool
 * once. It takes a `Request` and returns a `Response`: Next.js, Hono, Bun, Deno; Express and Fastify through an adapter.
 *
 * Requests from pages of other sites are refused. A decision is written before the agent continues, so a tool never
 * runs twice. If the machine crashes in between, the operation ends with the error `abandoned`, which says that the tool
 * may have run. A conversation without a message is read as an empty one.
 *
 * @example
 * const route = createResumeRoute({
 *   claims: createClaims({ store }),
 *   authorize: async (request, { conversationId }) => (await sessionOf(request))?.mayUse(conversationId) ?? 'forbidden',
 *   agent: openAiAgents({ revive, run }),
 * })
 * export { route as GET, route as PATCH, route as POST }
 */
export function createResumeRoute(options: ResumeRouteOptions): ResumeRoute {
  const {
    claims,
    authorize,
    agent,
    origins = [],
    hosts,
    ttlMs = 30 * days,
    pollMs = 2_000,
    leaseMs = 30_000,
    remember = [],
  } = options
  if (typeof authorize !== 'function') throw new TypeError('A route needs "authorize".')
  function onError(thrown: unknown): void {
    try {
      options.onError?.(thrown)
    } catch {
      // An error of the log must not break anything else.
    }
  }
  const records = openRecords(claims.store, ttlMs, pollMs)
  const settings = createRouteSettings(records, options.modes)
  const runs = createRouteRuns(records, claims.store, { agent, leaseMs, onError, remember })
  const work = createRouteWork({ records, runs, claims, agent, keep: options.waitUntil ?? (() => undefined) })

  async function answer(
    request: Request,
    id: ConversationId,
    action: ProtocolRoute['action'],
  ): Promise<ProtocolAnswer | Response> {
    const viewer = await letIn(request, id, actions[action])
    const isLook = !isWrite(action)
    if (!mayDecide(viewer) && !isLook) throw new GatewayError({ code: 'forbidden', applied: 'no' })
    if (action === 'messages')
      return json(202, { operationId: await work.start(id, parseMessage(await jsonIn(request)).text) })
    if (action === 'change') {
      const change = { requestId: requestIdIn(request), ...parseSettingsChange(await jsonIn(request)) }
      return settingsAnswerOf(await settings.change(id, change, viewer))
    }
    const known = await records.read(id)
    // A bar may be mounted before the first message.
    if (!known && !isLook) throw new GatewayError({ code: 'not_found', applied: 'no' })
    const found = known ?? unbegunRecord
    switch (action) {
      case 'read': {
        const { why } = viewer
        const seen = { mayDecide: mayDecide(viewer), ...(why === undefined ? {} : { why }) }
        return json(200, { ...readRecord(await runs.endAbandoned(id, found), id), viewer: seen })
      }
      case 'settings':
        return json(200, settings.shown(found, viewer))
      case 'events': {
        const after = request.headers.get('last-event-id')
        const mayRead = (): Promise<boolean> => isLetIn(request, id, 'follow')
        const body = openEvents(records, { id, record: found, after, signal: request.signal, mayRead })
        return body ? new Response(body, { headers: eventStreamHeaders }) : problem(410, 'cursor_unknown')
      }
      case 'stop': {
        const requestId = requestIdIn(request)
        const stop = { ...parseStop(await jsonIn(request)), conversationId: id, requestId }
        return answerOf(stop, await work.stop(stop))
      }
      case 'resume': {
        const requestId = requestIdIn(request)
        const resume = { ...parseResume(await jsonIn(request)), conversationId: id, requestId }
        return answerOf(resume, await work.resume(resume, viewer))
      }
      default:
        return action satisfies never
    }
  }

  async function listWaiting(request: Request): Promise<ProtocolAnswer> {
    const all = await withTimeLimit(maxMs, { applied: 'no' }, async () => options.conversationsOf?.(request))
    if (!Array.isArray(all)) {
      const code = all === 'unauthenticated' || all === 'forbidden' ? all : 'unsupported'
      throw new GatewayError({ code, applied: 'no' })
    }
    const page = await waitingIn(all, afterIn(request), async (id) => {
      const known = await records.read(id)
      const waits = known?.interventions.some((card) => card.status === 'pending')
      return known && waits && (await isLetIn(request, id, 'read')) ? known.interventions : []
    })
    return json(200, page)
  }

  function letIn(
    request: Request,
    conversationId: ConversationId,
    action: RouteAction,
  ): Promise<RouteViewer> {
    const look = (): Promise<RouteViewer> => authorized(authorize, request, { conversationId, action })
    return withTimeLimit(maxMs, { applied: 'no' }, look)
  }

  async function isLetIn(request: Request, id: ConversationId, action: RouteAction): Promise<boolean> {
    try {
      await letIn(request, id, action)
      return true
    } catch (thrown) {
      if (!(thrown instanceof GatewayError)) onError(thrown)
      return false
    }
  }

  async function answerTo(request: Request): Promise<ProtocolAnswer | Response> {
    const found = asksForWaiting(request) || routeOf(request)
    if (found !== true && 'status' in found) return found
    if (isCrossSite(request, { origins, hosts })) return problem(403, 'forbidden')
    try {
      if (found === true) return await listWaiting(request)
      const { conversationId, action } = found
      // A form of another site cannot send this type.
      const type = request.headers.get('content-type') ?? ''
      if (isWrite(action) && !/^application\/json\b/i.test(type)) return problem(415, 'unsupported')
      return await answer(request, conversationId, action)
    } catch (thrown) {
      if (!(thrown instanceof GatewayError)) onError(thrown)
      return problemOf(thrown)
    }
  }

  async function handle(request: Request): Promise<Response> {
    const told = await answerTo(request)
    return told instanceof Response ? told : toResponse(told)
  }

  return Object.assign(handle, { start: work.start, park: work.park })
}

const actions: Readonly<Record<ProtocolRoute['action'], RouteAction>> = {
  read: 'read',
  events: 'follow',
  resume: 'resume',
  stop: 'stop',
  messages: 'message',
  settings: 'settings',
  change: 'settings',
}

async function jsonIn({ body, bodyUsed }: Request): Promise<unknown> {
  if (bodyUsed) throw new Error('"authorize" has read the body of the request: read it from a clone.')
  const reader = body?.getReader()
  try {
    return parseJson(await withTimeLimit(maxMs, { applied: 'no' }, () => textIn(reader)))
  } catch (thrown) {
    void reader?.cancel().catch(() => undefined)
    throw thrown
  }
}

async function textIn(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > maxBody) throw new GatewayError({ code: 'invalid', applied: 'no' }, 'The body is too long.')
    text += decoder.decode(read.value, { stream: true })
  }
  return text + decoder.decode()
}
