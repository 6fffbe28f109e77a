import { findCall } from '../model/conversation.ts'
import type { DecisionRequest } from '../model/decision.ts'
import { type Group, groupOf } from '../model/pending.ts'
import type { PendingIntervention } from '../model/intervention.ts'
import { getState, scopeOf } from './address.ts'
import { drafts, emptyDraft } from './drafts.ts'
import type { NotSent } from './inFlight.ts'
import type { Press } from './press.ts'

/** The choice that is kept for a call, as long as the call is what was chosen on. */
export function choiceOf(
  scope: string,
  { toolCallId, revision }: PendingIntervention,
): DecisionRequest | null {
  const choice = drafts.get(scope, toolCallId)?.choice
  return choice?.revision === revision ? choice : null
}

/** How many calls of a group are undecided: answered together, they are sent with the last one. */
export function countUndecided(scope: string, { calls }: Group): number {
  return calls.filter((call) => !choiceOf(scope, call)).length
}

/**
 * Where calls are answered together, keeps what was pressed. The press for all of them once none is missing, or how many
 * are; any other press as it is.
 */
export function withChoices(press: Press): Press | Extract<NotSent, { outcome: 'kept' }> {
  const scope = scopeOf(press)
  const group = groupOf(getState(press), press.decisions[0].toolCallId)
  if (group.pause.answering !== 'together') return press
  for (const made of press.decisions) {
    const draft = drafts.get(scope, made.toolCallId) ?? emptyDraft
    drafts.set(scope, made.toolCallId, { ...draft, choice: made })
  }
  const [first, ...others] = group.calls.flatMap(
    (call) => findCall(press.decisions, call.toolCallId) ?? choiceOf(scope, call) ?? [],
  )
  const left = countUndecided(scope, group)
  return left > 0 || !first ? { outcome: 'kept', left } : { ...press, decisions: [first, ...others] }
}

/** Forgets what was kept of these decisions: they are settled. */
export function dropChoices(press: Press): void {
  for (const { toolCallId } of press.decisions) {
    const draft = drafts.get(scopeOf(press), toolCallId)
    if (draft?.choice) drafts.set(scopeOf(press), toolCallId, { ...draft, choice: null })
  }
}
