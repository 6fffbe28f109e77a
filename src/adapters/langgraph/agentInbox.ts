import { reasonOf, whyOf } from '../../backend/cards.ts'
import { exactValueOf, sourceOfField } from '../../backend/exactJson.ts'
import { asking, type HitlAction, type HitlBatch, oddAction } from '../../backend/hitl.ts'
import { fieldsOf, textOf } from '../../backend/json.ts'
import type { DecisionRequest } from '../../model/decision.ts'

/**
 * Reads the interrupts of agents that were written for the older agent inbox: `{ action_request, config }`, one or a list of
 * them. For the option `read` of `createLangGraphGateway`.
 *
 * @example
 * const gateway = createLangGraphGateway({ url: 'http://localhost:2024', assistantId: 'agent', read: agentInbox })
 */
export function agentInbox(value: unknown): HitlBatch | undefined {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  const isRequest = (one: unknown): boolean =>
    textOf(fieldsOf(fieldsOf(one)['action_request'])['action']) !== undefined
  if (!entries.some(isRequest)) return undefined
  const actions = entries.map((one, index): HitlAction => {
    const { action_request: request, config, description } = fieldsOf(one)
    const name = textOf(fieldsOf(request)['action'])
    const allow = fieldsOf(config)
    if (name === undefined) return oddAction(entries, index)
    const [mayAccept, mayIgnore, mayRespond] = ['accept', 'ignore', 'respond'].map(
      (way) => allow[`allow_${way}`] === true,
    )
    // Next to these, a response is the reason for a rejection.
    const isQuestion = mayRespond && !mayAccept && !mayIgnore
    return asking(fieldsOf(fieldsOf(request)['args']), {
      name,
      argsText: sourceOfField(request, 'args') ?? null,
      why: whyOf(textOf(description), 'unknown', name),
      allowed: [
        ...(mayAccept ? (['approve'] as const) : []),
        ...(allow['allow_edit'] === true ? (['edit'] as const) : []),
        ...(isQuestion ? (['respond'] as const) : mayRespond || mayIgnore ? (['reject'] as const) : []),
      ],
    })
  })
  const decide = (made: DecisionRequest, index: number): object => {
    if (made.decision === 'answered') return { type: 'response', args: made.answerText ?? '' }
    if (made.decision !== 'approved') {
      const reason = reasonOf(made)
      return reason === undefined ? { type: 'ignore', args: null } : { type: 'response', args: reason }
    }
    const { name, argsText: asked = null, allowed = [] } = actions[index] ?? {}
    const argsText = made.argsText ?? (allowed.includes('approve') ? null : asked)
    if (argsText === null) return { type: 'accept', args: null }
    return { type: 'edit', args: { action: name, args: exactValueOf(argsText) } }
  }
  return { actions, answer: (decisions) => decisions.map(decide) }
}
