import type { DecisionRequest } from '../model/decision.ts'
import type { Why } from '../model/intervention.ts'
import { whyOf } from './cards.ts'
import { argsTextOf, fieldsOf, itemsOf, parsed, textOf } from './json.ts'

export type HitlDecision = 'approve' | 'edit' | 'reject'

/** One action of a batch. */
export interface HitlAction {
  /** The name of the tool. */
  readonly name: string
  /** Its arguments as JSON text. */
  readonly argsText: string
  /** The description that the graph gives. */
  readonly why: Why | undefined
  /** The decisions that the graph takes. */
  readonly allowed: readonly HitlDecision[]
}

/** A batch: one answer for all of its actions, in their order. */
export interface HitlBatch {
  /** In the order of the batch. */
  readonly actions: readonly HitlAction[]
  /** The answer that the graph resumes with: one decision per action. */
  answer(decisions: readonly DecisionRequest[]): unknown
}

/** Reads the value of an interrupt of `humanInTheLoopMiddleware`; undefined: it is of another kind. */
export function readHitl(value: unknown): HitlBatch | undefined {
  const { actionRequests, reviewConfigs } = fieldsOf(value)
  const actions = itemsOf(actionRequests).map((one): HitlAction => {
    const { name, args, arguments: others, description } = fieldsOf(one)
    const config = itemsOf(reviewConfigs).find((review) => fieldsOf(review)['actionName'] === name)
    const listed = itemsOf(fieldsOf(config)['allowedDecisions'])
    return {
      name: textOf(name) ?? '',
      argsText: argsTextOf(args ?? others),
      why: whyOf(textOf(description), 'policy'),
      allowed: (['approve', 'edit', 'reject'] as const).filter((decision) => listed.includes(decision)),
    }
  })
  if (actions.length === 0) return undefined
  const decide = (made: DecisionRequest | undefined, index: number): object => {
    if (made?.decision !== 'approved') return { type: 'reject', message: made?.reason }
    if (made.argsText === undefined) return { type: 'approve' }
    return { type: 'edit', editedAction: { name: actions[index]?.name, args: parsed(made.argsText) } }
  }
  return { actions, answer: (decisions) => ({ decisions: decisions.map(decide) }) }
}

export function decisionsOf(allowed: readonly HitlDecision[]): readonly ('approved' | 'rejected_continue')[] {
  return allowed.flatMap((one) =>
    one === 'edit' ? [] : one === 'approve' ? 'approved' : 'rejected_continue',
  )
}
