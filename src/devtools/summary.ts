import type { DecisionRequest } from '../model/decision.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { isEvent, isWord, type Recorded } from './recorder.ts'

// One row of the list of events. `index`: of the last step that it is about.
export interface Row {
  readonly index: number
  readonly at: number | null
  readonly name: string
  readonly detail: string
  readonly count: number
}

// The rows to read, newest first. Consecutive chat events of one run share a row.
export function rowsOf(steps: readonly Recorded[]): readonly Row[] {
  const rows: Row[] = []
  steps.forEach((step, index) => {
    if (!isEvent(step) && !isWord(step)) return
    const [name, detail] = summaryOf(step)
    const last = rows.at(-1)
    const isSame = isWord(step) && last?.name === name && last.detail === detail
    if (isSame) rows.pop()
    rows.push({ index, at: timeOf(step), name, detail, count: isSame ? last.count + 1 : 1 })
  })
  return rows.toReversed()
}

function timeOf(step: Recorded): number | null {
  switch (step.type) {
    case 'following':
    case 'intent':
      return step.input.at
    case 'merged':
      return step.read.at
    case 'replaced':
      return null
    default:
      return step.at
  }
}

function summaryOf(step: Recorded): readonly [name: string, detail: string] {
  switch (step.type) {
    case 'following': {
      const { input } = step
      if (input.type === 'heard') return [input.item.type, detailOfItem(input.item)]
      if (input.type === 'read') return ['read', input.failure ? `failed: ${input.failure.code}` : 'ended']
      if (input.type === 'ended') return ['stream ended', input.failure?.code ?? '']
      if (input.type === 'woke') return ['woke', input.reason]
      if (input.type === 'decided')
        return ['decision', input.sentAt === null ? 'none in flight' : 'in flight']
      return [`following ${input.type}`, '']
    }
    case 'merged':
      return step.before === step.after
        ? ['read', 'older than the state: ignored']
        : ['read', `merged, cursor ${step.read.conversation.cursor ?? 'none'}`]
    case 'retired':
      return ['answer', `${step.answer.outcome}, request ${step.request.requestId}`]
    case 'begun':
      return ['request', `${step.request.requestId}: ${decisionsText(step.request.decisions)}`]
    case 'intent': {
      const { input, after } = step
      const why = input.type === 'refused' ? `${input.type} (${input.failure.code})` : input.type
      return ['request', `${after.request.requestId}: ${why}, now ${after.status}`]
    }
    case 'pressed':
      return ['press', `${decisionsText(step.decisions)}, by ${step.source}`]
    case 'replaced':
      return ['replaced', 'The state was changed from outside, or another follower began.']
    default:
      step satisfies never
      return ['', '']
  }
}

function detailOfItem(item: GatewayEvent | FollowSignal): string {
  switch (item.type) {
    case 'connection':
      return item.status
    case 'gap':
      return 'events may be missing'
    case 'agent_intervention_request':
      return `${item.data.intervention.toolCallId}, revision ${item.data.intervention.revision}`
    case 'agent_intervention_response':
      return `${item.data.toolCallId}, ${item.data.status}`
    case 'agent_runtime_end':
      return `${item.operationId}, ${item.data.reason}`
    default:
      return item.operationId
  }
}

export function decisionsText(decisions: readonly DecisionRequest[]): string {
  return decisions.map(({ toolCallId, decision }) => `${decision} ${toolCallId}`).join(', ')
}
