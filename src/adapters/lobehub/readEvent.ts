import type { ChatEventType, FollowSignal, GatewayEvent } from '../../model/event.ts'
import type { Operation } from '../../model/operation.ts'
import { type Fields, fieldsOf } from '../../backend/json.ts'
import { errorOf } from './openTopic.ts'

const chat = /^(stream_(start|chunk|end)|step_(start|complete)|tool_(start|end))$/
const news = /^(agent_intervention_.+|notify_update|message_patch)$/

/** True for the last event of a run's stream: an end, or a park. */
export function isEnd({ type }: Fields): boolean {
  return type === 'agent_runtime_end' || type === 'error'
}

/** What an event of a run means to the kit; what tells that messages changed asks for a read of them. */
export function readEvent(event: Fields, run: Operation): readonly (GatewayEvent | FollowSignal)[] {
  const { data, timestamp: at } = event
  const type = String(event['type'])
  const fields = fieldsOf(data)
  const timestamp = typeof at === 'number' ? at : Date.now()
  const base = { cursor: null, operationId: run.id, timestamp } as const
  if (type === 'agent_runtime_init') return [{ ...base, type, data: { operation: run } }]
  if (isEnd(event)) {
    const reason = type === 'error' ? type : fields['reason']
    // Ends of other kinds are the server's own: a read says what they come to.
    const end = ((): Extract<GatewayEvent, { type: 'agent_runtime_end' }>['data'] | undefined => {
      if (reason === 'done' || reason === 'interrupted' || reason === 'waiting_for_human') return { reason }
      const { message, reasonDetail, finalState } = fields
      const thrown = fieldsOf(finalState)['error'] ?? { ...fields, message: message ?? reasonDetail }
      return reason === 'error' ? { reason, error: errorOf(thrown) } : undefined
    })()
    return end ? [{ ...base, type: 'agent_runtime_end', data: end }] : []
  }
  const asks = news.test(type) || fields['requiresApproval'] === true || 'toolMessageIds' in fields
  const told: GatewayEvent = chat.test(type)
    ? { ...base, type: type as ChatEventType, data }
    : { ...base, type: 'unknown', data }
  return asks ? [told, { type: 'gap' }] : [told]
}
