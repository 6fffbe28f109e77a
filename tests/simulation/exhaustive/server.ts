import type { Conversation } from '../../../src/model/conversation.ts'
import type { Decision, ResumeAnswer, ResumeRequest } from '../../../src/model/decision.ts'
import type { EventDraft, GatewayEvent } from '../../../src/model/event.ts'
import type { PendingIntervention } from '../../../src/model/intervention.ts'
import { defaultPause, type Operation, type OperationEnd, withEnd } from '../../../src/model/operation.ts'

/** A strict server with one run and one call, as a value: every change is a new one. */
export interface SmallServer extends Pick<Conversation, 'operations' | 'interventions'> {
  readonly log: readonly GatewayEvent[]
  readonly answers: Readonly<Record<string, ResumeAnswer>>
  /** The runs of the tool, by request id. */
  readonly effects: readonly { readonly requestId: string; readonly argsText: string }[]
}

const at = 0
const call: PendingIntervention = {
  status: 'pending',
  toolCallId: 'call',
  operationId: 'run',
  revision: '1',
  tool: { name: 'pay' },
  argsText: '{"revision":1}',
  decisions: ['approved', 'rejected', 'rejected_continue'],
  editable: false,
  reason: 'optional',
  remember: [],
  requestedAt: at,
}

/** The run has begun, and nothing was asked yet. */
export const begun: SmallServer = {
  operations: [{ id: 'run', status: 'running', startedAt: at }],
  interventions: [],
  log: [],
  answers: {},
  effects: [],
}

/** The answer to a read at this moment. */
export function readOf({ operations, interventions, log }: SmallServer): Conversation {
  return { id: 'demo', epoch: 'one', cursor: String(log.length), now: at, operations, interventions }
}

/** The next step of the agent; null: it waits for a decision. */
export function afterAgent(server: SmallServer): SmallServer | null {
  const running = server.operations.find(({ status }) => status === 'running')
  if (!running) return null
  if (running.id !== 'run') return afterEnd(server, running, { status: 'done', endedAt: at })
  if (server.interventions.length > 0) {
    return afterEnd(server, running, { status: 'waiting_for_human', pause: defaultPause })
  }
  return afterAsk(server, call)
}

/** The call waits, and another one would run; null: it does not wait. */
export function afterEdit(server: SmallServer): SmallServer | null {
  const [known] = server.interventions
  if (known?.status !== 'pending') return null
  return afterAsk(server, { ...known, revision: '2', argsText: '{"revision":2}' })
}

/** Takes a resume, or says why not. Null: it waits until the run has parked. */
export function afterResume(server: SmallServer, request: ResumeRequest): SmallServer | null {
  const { requestId, decisions } = request
  const [known] = server.interventions
  if (server.answers[requestId]) return server
  if (server.operations.some(({ status }) => status === 'running')) return null
  const answered = (answer: ResumeAnswer, next = server): SmallServer => ({
    ...next,
    answers: { ...next.answers, [requestId]: answer },
  })
  const interventions = known ? [known] : []
  if (known?.status !== 'pending') return answered({ outcome: 'already_resolved', interventions })
  const [{ decision, revision }] = decisions
  if (revision !== known.revision) return answered({ outcome: 'changed', interventions })
  const next = afterDecision(server, known, { decision, requestId })
  return answered({ outcome: 'accepted', operationId: 'next', cursor: String(next.log.length) }, next)
}

function afterDecision(
  server: SmallServer,
  known: PendingIntervention,
  { decision, requestId }: { readonly decision: Decision; readonly requestId: string },
): SmallServer {
  const resolution = { at, requestId }
  const { toolCallId, operationId, argsText } = known
  const settled = told(
    {
      ...server,
      interventions: [{ ...known, status: decision, resolution }],
      effects:
        decision === 'approved'
          ? [...server.effects, { requestId, argsText: argsText ?? '' }]
          : server.effects,
    },
    { type: 'agent_intervention_response', operationId, data: { toolCallId, status: decision, resolution } },
  )
  const [parked] = server.operations
  const over = parked ? afterEnd(settled, parked, { status: 'done', endedAt: at }) : settled
  const operation: Operation = { id: 'next', resumes: operationId, startedAt: at, status: 'running' }
  const begins = { type: 'agent_runtime_init', operationId: 'next', data: { operation } } as const
  return told({ ...over, operations: [...over.operations, operation] }, begins)
}

function afterAsk(server: SmallServer, intervention: PendingIntervention): SmallServer {
  const { operationId } = intervention
  return told(
    { ...server, interventions: [intervention] },
    { type: 'agent_intervention_request', operationId, data: { intervention } },
  )
}

function afterEnd(server: SmallServer, operation: Operation, end: OperationEnd): SmallServer {
  return told(
    {
      ...server,
      operations: server.operations.map((one) => (one.id === operation.id ? withEnd(one, end) : one)),
    },
    { type: 'agent_runtime_end', operationId: operation.id, data: { reason: end.status } },
  )
}

function told(server: SmallServer, draft: EventDraft): SmallServer {
  // SAFETY: a draft is an event without exactly these two fields.
  const event = { ...draft, cursor: String(server.log.length + 1), timestamp: at } as GatewayEvent
  return { ...server, log: [...server.log, event] }
}
