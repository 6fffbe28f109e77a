import { decisionsOf, readHitl } from '../../backend/hitl.ts'
import { argsTextOf, type Fields, fieldsOf, definedFields, parsed, textOf } from '../../backend/json.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { AgUiCall, AgUiProducer, SeenCall } from './options.ts'

/** The recommendation of AG-UI 1.0: one interrupt per call, the answer in `{ approved, editedArgs?, reason? }`. */
export const agUi: AgUiProducer = {
  siblings: 'independent',
  repeatable: false,
  read: (interrupt, seen) => {
    const call = callOf(interrupt, textOf(interrupt['toolCallId']), seen)
    return call && [call]
  },
  answer: (_interrupt, [made]) => ({ status: 'resolved', payload: payloadOf(made) }),
}

/**
 * TanStack AI: the arguments are in `metadata`, and a rejection has a reason only if its schema has a field for it.
 */
export const tanStackAi: AgUiProducer = {
  ...agUi,
  read: (interrupt, seen) => {
    const { toolName, input } = fieldsOf(interrupt['metadata'])
    const name = textOf(toolName)
    const described = name === undefined ? undefined : { name, argsText: argsTextOf(input) }
    return agUi.read(interrupt, (toolCallId) => seen(toolCallId) ?? described)
  },
}

/**
 * Strands: the id of the call is part of the id of the interrupt, and the payload is the one that the tool's
 * `ctx.interrupt()` reads.
 *
 * @param payload What your tool reads. @default `{ approved, reason? }`
 */
export function strands(payload: (made: DecisionRequest) => unknown = payloadOf): AgUiProducer {
  return {
    siblings: 'independent',
    repeatable: true,
    read: (interrupt, seen) => {
      const [, toolCallId] = /^tool:(.+):[^:]*$/.exec(textOf(interrupt['id']) ?? '') ?? []
      const call = callOf(interrupt, toolCallId, seen)
      return call && [{ ...call, editable: false, reason: 'optional' }]
    },
    answer: (_interrupt, [made]) => ({ status: 'resolved', payload: made && payload(made) }),
  }
}

/** The bridge to LangGraph: one interrupt for a whole batch. One rejection voids all approvals in it. */
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
        ...definedFields({ why }),
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
  toolCallId: string | undefined,
  seen: (toolCallId: string) => SeenCall | undefined,
): AgUiCall | undefined {
  const call = toolCallId === undefined ? undefined : seen(toolCallId)
  if (toolCallId === undefined || !call) return undefined
  const schema = JSON.stringify(interrupt['responseSchema'] ?? null)
  const expiresAt = Date.parse(textOf(interrupt['expiresAt']) ?? '')
  return {
    toolCallId,
    tool: { name: call.name },
    argsText: call.argsText,
    decisions: ['approved', 'rejected_continue'],
    editable: schema.includes('"editedArgs"'),
    reason: schema === 'null' || schema.includes('"reason"') ? 'optional' : 'none',
    ...definedFields({ expiresAt: Number.isNaN(expiresAt) ? undefined : expiresAt }),
  }
}

function payloadOf(made: DecisionRequest | undefined): object {
  if (made?.decision !== 'approved') return { approved: false, ...definedFields({ reason: made?.reason }) }
  const { argsText } = made
  return {
    approved: true,
    ...definedFields({ editedArgs: argsText === undefined ? undefined : parsed(argsText) }),
  }
}
