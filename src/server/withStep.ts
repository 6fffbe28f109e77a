import { askedCalls, askedPause, unreadableEnd } from '../backend/askedCalls.ts'
import { whyOf } from '../backend/cards.ts'
import { definedFields } from '../backend/json.ts'
import { type Ledger, turnOf, withCalls, withEndOf, withExecution, withWithdrawn } from '../backend/ledger.ts'
import { ruledOf } from '../backend/settings.ts'
import type { UnreadableCall } from '../model/conversation.ts'
import type { RememberScope } from '../model/decision.ts'
import type { OperationId } from '../model/ids.ts'
import { type InterventionCall, settle } from '../model/intervention.ts'
import { hasEnded, type OperationEnd } from '../model/operation.ts'
import {
  identify,
  ownDecisions,
  type QualifiedCall,
  revisionIn,
  settledCard,
  withQualified,
} from './callIds.ts'
import type { RouteCall, RouteDecision, RouteStep } from './RouteAgent.ts'
import type { RouteRecord } from './routeRecord.ts'
import { keptIn } from './routeSettings.ts'
import { withUntold } from './untold.ts'

export interface Stepped {
  readonly record: RouteRecord
  /** The calls that a rule has approved, and that the agent is to run now, under its own ids. */
  readonly taken: readonly RouteDecision[]
  /** The calls that could not be read. */
  readonly unreadable: readonly UnreadableCall[]
}

const nothing = { taken: [], unreadable: [] } as const

/** Takes in the result of a run. After a stop only the results of tools that really ran count. */
export function withStep(
  record: RouteRecord,
  operationId: OperationId,
  step: RouteStep,
  remember: readonly RememberScope[],
): Stepped {
  const operation = record.operations.find((one) => one.id === operationId)
  if (!operation) return { record, ...nothing }
  const executed = Object.entries(step.executions ?? {}).reduce<Ledger>((ledger, [ownId, execution]) => {
    const ran = settledCard(record, ownId, operationId)
    return ran ? withExecution(ledger, ran.toolCallId, execution) : ledger
  }, record)
  if (hasEnded(operation)) {
    // A newer operation has its own state, which belongs to the calls that are shown.
    const isNewest = record.operations.at(-1) === operation
    return {
      record: { ...record, ...executed, ...(isNewest && { state: step.state, untold: [] }) },
      ...nothing,
    }
  }
  const settings = keptIn(record)
  const scopes = settings.mode === 'ask' ? undefined : remember
  const { calls: readable, unreadable } = askedCalls(step.calls, operationId, (given) => {
    // SAFETY: what cannot be read as a call is left out.
    const call = given as RouteCall
    const { toolCallId } = call
    return cardOf({ call, before: undefined, id: { toolCallId } }, operationId, scopes)
  })
  // SAFETY: each has been read as one.
  const identified = identify(record, readable as readonly RouteCall[], operationId, step.calls)
  const asked = identified.map((one) => cardOf(one, operationId, scopes))
  const turn = turnOf(record, operationId)
  // A rule does not decide calls that were already waiting.
  const fresh = asked.filter((_card, index) => !identified[index]!.before)
  const pause = askedPause(step.pause)
  const { answering } = pause
  const isMixed = fresh.length < asked.length && answering !== 'any'
  const ruled = ruledOf(settings, isMixed ? [] : fresh, { answering, turn: turn[0]?.id })
  const at = Date.now()
  const calls = asked.map((card) => {
    const automatic = ruled.get(card)
    return automatic ? settle(card, 'approved', { at, automatic }) : card
  })
  // A call that the agent no longer lists is withdrawn.
  const left = turn.map((one) => one.id)
  const without = unreadable.length > 0 ? unreadableEnd(at) : ({ status: 'done', endedAt: at } as const)
  const end: OperationEnd = calls.length > 0 ? { status: 'waiting_for_human', pause } : without
  const listed = withWithdrawn(withCalls(executed, calls), left, at, calls)
  const ledger = ruled.size > 0 ? listed : withEndOf(listed, operationId, end)
  const ids = identified.map((one) => one.id)
  const told = withQualified({ ...record, ...ledger, unreadable, state: step.state, untold: [] }, ids)
  const approvals = [...ruled.keys()].map(
    ({ toolCallId, revision }) => ({ toolCallId, revision, decision: 'approved' }) as const,
  )
  const taken = ownDecisions(told, approvals)
  return {
    // Like a person's decision, it is written before anything runs.
    record: withUntold(told, taken),
    taken,
    unreadable,
  }
}

function cardOf(
  {
    call: { why, ...call },
    before,
    id,
  }: Pick<ReturnType<typeof identify>[number], 'call' | 'before'> & {
    readonly id: Pick<QualifiedCall, 'toolCallId'>
  },
  operationId: OperationId,
  scopes: readonly RememberScope[] | undefined,
): InterventionCall {
  if (before && before.status !== 'pending') return before
  return {
    decisions: [call.tool ? 'approved' : 'answered', 'rejected_continue', 'rejected'],
    editable: false,
    reason: 'optional',
    requestedAt: before?.requestedAt ?? Date.now(),
    ...call,
    // An approval is not remembered for a call that must be asked for every time.
    remember: scopes ? (call.remember ?? scopes) : [],
    ...definedFields({ why: whyOf(why) }),
    revision: revisionIn(call),
    toolCallId: id.toolCallId,
    operationId,
    status: 'pending',
  }
}
