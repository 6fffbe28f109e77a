import { definedFields } from '../../backend/json.ts'
import { mayHaveRun, unreadableReason } from '../../backend/toldToAgent.ts'
import type { ToolCallId } from '../../model/ids.ts'
import type { InterventionCall, SettledIntervention } from '../../model/intervention.ts'
import type { Turn } from './options.ts'
import type { PageLedger } from './read.ts'

type Told = Pick<Turn, 'text' | 'results' | 'answers' | 'rejected'>

/** For the next turn: the fate of the calls that the agent has not been told of. */
export function toldIn({ interventions, unreadable = [], untold }: PageLedger): Told {
  const settled = interventions.filter(
    (one): one is SettledIntervention => one.operationId === untold && one.status !== 'pending',
  )
  const rejected = settled
    .filter((one) => one.status === 'rejected_continue' || one.status === 'rejected')
    .map((card) => ({
      toolCallId: ownIdOf(card),
      ...definedFields({ reason: card.resolution.reason }),
    }))
  const text = rejected.flatMap((one) => one.reason ?? []).join('\n')
  const results = settled
    .filter((one) => one.status === 'approved')
    .map((card) => {
      const { execution } = card.resolution
      const { ok = false, message = execution ? '' : mayHaveRun } = execution ?? {}
      return { toolCallId: ownIdOf(card), tool: card.tool?.name ?? '', ok, output: message }
    })
  const answers = settled
    .filter((one) => one.status === 'answered')
    .map((card) => ({
      toolCallId: ownIdOf(card),
      ...definedFields({ answerText: card.resolution.answerText }),
    }))
  const left = unreadable.flatMap((one) =>
    one.operationId === untold && one.toolCallId !== undefined
      ? { toolCallId: one.toolCallId, reason: unreadableReason }
      : [],
  )
  return { ...(text ? { text } : {}), results, answers, rejected: [...rejected, ...left] }
}

/** A model may use an id again, also for two calls at once. */
export function ownIdOf({ toolCallId, operationId }: InterventionCall): ToolCallId {
  return toolCallId.split(`@${operationId}`)[0]!
}
