import { GatewayError } from '../gateway/GatewayError.ts'
import type { Conversation } from '../model/conversation.ts'
import type { GatewayEvent } from '../model/event.ts'
import type { Failure } from '../model/failure.ts'
import type { InterventionCall } from '../model/intervention.ts'
import type { ResumeAnswer } from '../model/resume.ts'

/**
 * A conversation as the kit can show it: a client that was written by hand may hand over whatever its server says. Adds
 * `epoch`, `cursor` and `now` where they are missing; throws `protocol` with the path of what the kit would fall over.
 */
export function checkConversation(read: Conversation): Conversation {
  demand(isObject(read), '')
  demand(Array.isArray(read.operations), '/operations')
  demand(Array.isArray(read.interventions), '/interventions')
  read.operations.forEach((one, index) => {
    demand(isText(one?.id), `/operations/${index}/id`)
    demand(one.status !== 'waiting_for_human' || isObject(one.pause), `/operations/${index}/pause`)
  })
  read.interventions.forEach((card, index) => checkCall(card, `/interventions/${index}`))
  return { ...read, epoch: read.epoch ?? '', cursor: read.cursor ?? null, now: read.now ?? Date.now() }
}

/** The same for an event of a stream. */
export function checkEvent(event: GatewayEvent): void {
  const { data } = event as { readonly data: unknown }
  switch (event.type) {
    case 'agent_runtime_init':
      demand(isObject(data) && isText(event.data.operation?.id), '/data/operation/id')
      break
    case 'agent_intervention_request':
      demand(isObject(data), '/data')
      checkCall(event.data.intervention, '/data/intervention')
      break
    case 'agent_intervention_response':
      demand(isObject(data) && isObject(event.data.resolution), '/data/resolution')
      break
    case 'agent_runtime_end':
      demand(isObject(data) && isText(event.data.reason), '/data/reason')
      break
    default:
  }
}

/** The same for the answer to a decision, of which nobody knows then whether it took effect. */
export function checkAnswer(answer: ResumeAnswer): ResumeAnswer {
  const outcomes: readonly unknown[] = ['accepted', 'already_resolved', 'changed', 'gone']
  demand(isObject(answer) && outcomes.includes(answer.outcome), '/outcome', 'unknown')
  if (answer.outcome === 'accepted') return answer
  demand(Array.isArray(answer.interventions), '/interventions', 'unknown')
  answer.interventions.forEach((card, index) => checkCall(card, `/interventions/${index}`, 'unknown'))
  return answer
}

function checkCall(card: InterventionCall, at: string, applied?: Failure['applied']): void {
  for (const field of ['toolCallId', 'operationId', 'revision', 'argsText'] as const) {
    demand(isText(card?.[field]), `${at}/${field}`, applied)
  }
  demand(isText(card.tool?.name), `${at}/tool/name`, applied)
  demand(Array.isArray(card.decisions), `${at}/decisions`, applied)
  demand(card.status === 'pending' || isObject(card.resolution), `${at}/resolution`, applied)
}

function demand(isMet: boolean, path: string, applied: Failure['applied'] = 'no'): void {
  if (!isMet) throw new GatewayError({ code: 'protocol', applied, path })
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
