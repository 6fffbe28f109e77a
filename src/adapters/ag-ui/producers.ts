import type { DecisionRequest } from '../../model/decision.ts'
import { given } from '../given.ts'
import { decisionsOf, readHitl } from '../hitl.ts'
import { argsTextOf, type Fields, fieldsOf, parsed, textOf } from '../json.ts'
import { reasonOf } from '../reasonOf.ts'
import type { AgUiCall, AgUiProducer } from './AgUiProducer.ts'

/** What AG-UI 1.0 recommends: one interrupt per call, the answer in `{ approved, editedArgs?, reason? }`. */
export const agUi: AgUiProducer = {
  siblings: 'independent',
  repeatable: false,
  read: (interrupt, seen) => {
    const toolCallId = textOf(interrupt['toolCallId'])
    const call = toolCallId === undefined ? undefined : seen(toolCallId)
    return toolCallId !== undefined && call ? [callOf(interrupt, toolCallId, call)] : undefined
  },
  answer: (_interrupt, [made]) => ({ status: 'resolved', payload: payloadOf(made) }),
}

/** TanStack AI: the arguments are in `metadata`, and a rejection carries no words unless its schema has a place for them. */
export const tanStackAi: AgUiProducer = {
  ...agUi,
  read: (interrupt, seen) => {
    const { toolName, input } = fieldsOf(interrupt['metadata'])
    const toolCallId = textOf(interrupt['toolCallId'])
    const name = textOf(toolName)
    if (toolCallId === undefined || name === undefined) return agUi.read(interrupt, seen)
    return [callOf(interrupt, toolCallId, seen(toolCallId) ?? { name, argsText: argsTextOf(input) })]
  },
}

/**
 * Strands: the id of the call is inside the id of the interrupt, and the payload is what the tool's own
 * `ctx.interrupt()` is written to read.
 *
 * @param payload What your tool reads. @default `{ approved, reason? }`
 */
export function strands(payload: (made: DecisionRequest) => unknown = payloadOf): AgUiProducer {
  return {
    siblings: 'independent',
    repeatable: true,
    read: (interrupt, seen) => {
      const [, toolCallId] = /^tool:(.+):[^:]*$/.exec(textOf(interrupt['id']) ?? '') ?? []
      const call = toolCallId === undefined ? undefined : seen(toolCallId)
      if (toolCallId === undefined || !call) return undefined
      return [{ ...callOf(interrupt, toolCallId, call), editable: false, reason: 'optional' }]
    },
    answer: (_interrupt, [made]) => ({ status: 'resolved', payload: made && payload(made) }),
  }
}

/** The bridge to LangGraph: one interrupt for a whole batch, and one rejection voids every approval in it. */
export const langGraphBridge: AgUiProducer = {
  siblings: 'reject_voids_approvals',
  repeatable: true,
  read: (interrupt) =>
    readHitl(hitlValue(interrupt))?.actions.map(({ name, argsText, why, allowed }, index): AgUiCall => {
      const [first, ...rest] = decisionsOf(allowed)
      return {
        toolCallId: `${String(interrupt['id'])}:${index}`,
        tool: { name },
        argsText,
        ...given({ why }),
        decisions: [first ?? 'rejected_continue', ...rest],
        editable: allowed.includes('edit'),
      }
    }),
  answer: (interrupt, decisions) => ({
    status: 'resolved',
    payload: readHitl(hitlValue(interrupt))?.answer(decisions),
  }),
}

function hitlValue(interrupt: Fields): unknown {
  const { raw } = fieldsOf(fieldsOf(interrupt['metadata'])['langgraph'])
  const value = typeof raw === 'string' ? parsed(raw) : raw
  return fieldsOf(value)['value'] ?? value
}

function callOf(
  interrupt: Fields,
  toolCallId: string,
  { name, argsText }: { name: string; argsText: string },
): AgUiCall {
  const schema = JSON.stringify(interrupt['responseSchema'] ?? null)
  const expiresAt = Date.parse(textOf(interrupt['expiresAt']) ?? '')
  return {
    toolCallId,
    tool: { name },
    argsText,
    decisions: ['approved', 'rejected_continue'],
    editable: schema.includes('"editedArgs"'),
    reason: schema === 'null' || schema.includes('"reason"') ? 'optional' : 'none',
    ...given({ expiresAt: Number.isNaN(expiresAt) ? undefined : expiresAt }),
  }
}

function payloadOf(made: DecisionRequest | undefined): object {
  const approved = made?.decision === 'approved'
  const edited = approved ? made.argsText : undefined
  return {
    approved,
    ...given({ editedArgs: edited === undefined ? undefined : parsed(edited), reason: reasonOf(made) }),
  }
}
