import type { DecisionRequest } from '../model/decision.ts'
import { given } from './given.ts'
import { argsTextOf, fieldsOf, itemsOf, parsed, textOf } from './json.ts'

/** One action of a `humanInTheLoopMiddleware` batch, or of the older agent inbox. */
export interface HitlAction {
  readonly name: string
  readonly argsText: string
  readonly why: string | undefined
  readonly mayApprove: boolean
  readonly mayEdit: boolean
  readonly mayReject: boolean
}

/** A batch: one answer for all of its actions, in their order. */
export interface HitlBatch {
  readonly actions: readonly [HitlAction, ...HitlAction[]]
  /** The answer that the graph resumes with: one decision per action. */
  answer(decisions: readonly DecisionRequest[]): unknown
}

/** Reads the value of an interrupt; undefined: it is of another kind. */
export function readHitl(value: unknown): HitlBatch | undefined {
  return readBatch(value) ?? readInbox(value)
}

function readBatch(value: unknown): HitlBatch | undefined {
  const { actionRequests, reviewConfigs } = fieldsOf(value)
  const actions = itemsOf(actionRequests).map((one): HitlAction => {
    const { name, args, arguments: others, description } = fieldsOf(one)
    const config = itemsOf(reviewConfigs).find((review) => fieldsOf(review)['actionName'] === name)
    const allowed = itemsOf(fieldsOf(config)['allowedDecisions'])
    const may = (decision: string): boolean => allowed.includes(decision)
    return {
      name: textOf(name) ?? '',
      argsText: argsTextOf(args ?? others),
      why: textOf(description),
      mayApprove: may('approve'),
      mayEdit: may('edit'),
      mayReject: may('reject'),
    }
  })
  if (!isFilled(actions)) return undefined
  const decide = (made: DecisionRequest | undefined, index: number): object => {
    if (made?.decision !== 'approved') return { type: 'reject', ...given({ message: made?.reason }) }
    if (made.argsText === undefined) return { type: 'approve' }
    return { type: 'edit', editedAction: { name: actions[index]?.name, args: parsed(made.argsText) } }
  }
  return { actions, answer: (decisions) => ({ decisions: decisions.map(decide) }) }
}

/** `{ action_request, config }`, one or a list of them, as agents for the older agent inbox ask. */
function readInbox(value: unknown): HitlBatch | undefined {
  const actions = (Array.isArray(value) ? value : [value]).flatMap((one: unknown): readonly HitlAction[] => {
    const { action_request: request, config, description } = fieldsOf(one)
    const { action, args } = fieldsOf(request)
    const allow = fieldsOf(config)
    const name = textOf(action)
    if (name === undefined) return []
    return [
      {
        name,
        argsText: argsTextOf(args),
        why: textOf(description),
        mayApprove: allow['allow_accept'] === true,
        mayEdit: allow['allow_edit'] === true,
        mayReject: allow['allow_respond'] === true || allow['allow_ignore'] === true,
      },
    ]
  })
  if (!isFilled(actions)) return undefined
  const decide = (made: DecisionRequest, index: number): object => {
    if (made.decision !== 'approved') {
      return made.reason === undefined
        ? { type: 'ignore', args: null }
        : { type: 'response', args: made.reason }
    }
    const { argsText } = made
    if (argsText === undefined) return { type: 'accept', args: null }
    return { type: 'edit', args: { action: actions[index]?.name, args: parsed(argsText) } }
  }
  return { actions, answer: (decisions) => decisions.map(decide) }
}

function isFilled(actions: readonly HitlAction[]): actions is readonly [HitlAction, ...HitlAction[]] {
  return actions.length > 0
}
