import { questionWith, reasonOf } from '../../backend/cards.ts'
import { exactValueOf, readExact } from '../../backend/exactJson.ts'
import { decisionsOf, readHitl } from '../../backend/hitl.ts'
import {
  argsTextOfField,
  definedFields,
  type Fields,
  fieldsOf,
  isSameJson,
  parsed,
  textOf,
  wordOf,
} from '../../backend/json.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { JsonSchema, Question } from '../../model/intervention.ts'
import type { AgUiCall, AgUiProducer, SeenCall } from './options.ts'

/**
 * The recommendation of AG-UI 1.0: one interrupt per call, the answer in `{ approved, editedArgs?, reason? }`. An interrupt
 * `input_required` or `confirmation` without a call is a question, and its answer is the payload.
 *
 * @example
 * const chat = createAgUiAgentGateway(agent, { producer: agUi })
 */
export const agUi: AgUiProducer = {
  siblings: 'independent',
  repeatable: false,
  read: (interrupt, seen) => {
    const toolCallId = textOf(interrupt['toolCallId'])
    if (toolCallId !== undefined) return [callOf(interrupt, toolCallId, seen(toolCallId))]
    const asked = questionIn(interrupt)
    return asked && [questionCall(interrupt, asked)]
  },
  answer: (interrupt, [made]) => {
    const asked = textOf(interrupt['toolCallId']) === undefined ? questionIn(interrupt) : undefined
    if (!asked) return { status: 'resolved', payload: payloadOf(made) }
    if (made?.decision !== 'answered') return { status: 'cancelled' }
    const { answerText = '' } = made
    return { status: 'resolved', payload: asked.kind === 'form' ? exactValueOf(answerText) : answerText }
  },
}

function questionIn(interrupt: Fields): Question | undefined {
  const { reason, responseSchema } = interrupt
  const schema = fieldsOf(responseSchema)
  const message = textOf(interrupt['message']) ?? ''
  if (reason !== 'input_required' && reason !== 'confirmation') return undefined
  const question = questionWith(message, schema)
  return reason === 'confirmation' && question.kind === 'text'
    ? { kind: 'form', message, schema: yesOrNo }
    : question
}

const yesOrNo: JsonSchema = {
  type: 'object',
  properties: { approved: { type: 'boolean' } },
  required: ['approved'],
}

function questionCall(interrupt: Fields, question: Question): AgUiCall {
  return {
    toolCallId: wordOf(interrupt['id']),
    tool: null,
    question,
    argsText: null,
    decisions: ['answered', 'rejected_continue'],
    reason: 'none',
    ...expiryIn(interrupt),
  }
}

function expiryIn(interrupt: Fields): { readonly expiresAt?: number } {
  const expiresAt = Date.parse(textOf(interrupt['expiresAt']) ?? '')
  return Number.isNaN(expiresAt) ? {} : { expiresAt }
}

/**
 * TanStack AI: the arguments are in `metadata`, and a rejection has a reason only if its schema has a field for it.
 *
 * @example
 * const chat = createAgUiAgentGateway(agent, { producer: tanStackAi })
 */
export const tanStackAi: AgUiProducer = {
  ...agUi,
  read: (interrupt, seen, all) => {
    const metadata = fieldsOf(interrupt['metadata'])
    const { kind } = metadata
    // A tool that the chat itself runs: its answer is a result.
    if (kind !== undefined && kind !== 'approval') return undefined
    const described = argsTextOfField(metadata, 'input')
    const describedName = textOf(metadata['toolName'])
    const call = (toolCallId: string): SeenCall | undefined => {
      const { name = '', argsText = null } = seen(toolCallId) ?? {}
      return { name: name || (describedName ?? ''), argsText: exactly(described, argsText) }
    }
    return agUi.read(interrupt, call, all)
  },
}

/**
 * Strands: the id of the call is part of the id of the interrupt, and the payload is the one that the tool's
 * `ctx.interrupt()` reads.
 *
 * @param payload What your tool reads. @default `{ approved, reason? }`
 *
 * @example
 * const producer = strands(({ decision }) => decision === 'approved')
 */
export function strands(payload: (made: DecisionRequest) => unknown = payloadOf): AgUiProducer {
  return {
    siblings: 'independent',
    repeatable: true,
    read: (interrupt, seen) => {
      const toolCallId = strandsCallId(interrupt, seen)
      if (toolCallId === undefined) return undefined
      return [{ ...callOf(interrupt, toolCallId, seen(toolCallId)), editable: false, reason: 'optional' }]
    },
    answer: (_interrupt, [made]) => ({ status: 'resolved', payload: made && payload(made) }),
  }
}

/**
 * The bridge to LangGraph: one interrupt for a whole batch. One rejection voids all approvals in it.
 *
 * @example
 * const chat = createAgUiAgentGateway(agent, { producer: langGraphBridge })
 */
export const langGraphBridge: AgUiProducer = {
  siblings: (interrupt) => readHitl(hitlValue(interrupt))?.siblings ?? 'reject_voids_approvals',
  repeatable: true,
  read: (interrupt, _seen, all) =>
    readHitl(hitlValue(interrupt))?.actions.map(
      ({ name, argsText, why, allowed, question }, index, actions): AgUiCall => {
        const [first, ...rest] = decisionsOf(allowed)
        const isAlike = (call: SeenCall): boolean => call.name === name && isSame(argsText, call.argsText)
        // Calls that are alike but for digits stand in the order of the batch.
        const later = actions.slice(index + 1).filter(isAlike).length
        const streamed = all.filter(isAlike).at(-1 - later)
        return {
          toolCallId: `${wordOf(interrupt['id'])}:${index}`,
          tool: { name },
          argsText: exactly(argsText, streamed?.argsText ?? null),
          ...definedFields({ why, question }),
          decisions: [first ?? 'rejected_continue', ...rest],
          editable: allowed.includes('edit'),
        }
      },
    ),
  answer: (interrupt, decisions) => ({
    status: 'resolved',
    payload: readHitl(hitlValue(interrupt))?.answer(decisions),
  }),
}

function hitlValue(interrupt: Fields): unknown {
  const { raw } = fieldsOf(fieldsOf(interrupt['metadata'])['langgraph'])
  const value = typeof raw === 'string' && parsed(raw) !== undefined ? readExact(raw) : raw
  return fieldsOf(value)['value'] ?? value
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && isSameJson(one, other)
}

/**
 * Arguments that a producer repeats in an interrupt. They run, but a producer in JavaScript has rounded their numbers: the
 * text that the model streamed has the digits.
 */
function exactly(repeated: string | null, streamed: string | null): string | null {
  return repeated === null || isSame(repeated, streamed) ? streamed : repeated
}

function callOf(interrupt: Fields, toolCallId: string, call: SeenCall | undefined): AgUiCall {
  const schema = JSON.stringify(interrupt['responseSchema'] ?? null)
  const argsText = call?.argsText ?? null
  return {
    toolCallId,
    tool: { name: call?.name || 'unknown' },
    argsText,
    decisions: ['approved', 'rejected_continue'],
    editable: argsText !== null && schema.includes('"editedArgs"'),
    reason: schema === 'null' || schema.includes('"reason"') ? 'optional' : 'none',
    ...expiryIn(interrupt),
  }
}

function payloadOf(made: DecisionRequest | undefined): object {
  if (made?.decision !== 'approved') return { approved: false, ...definedFields({ reason: reasonOf(made) }) }
  const { argsText } = made
  return {
    approved: true,
    ...definedFields({ editedArgs: argsText === undefined ? undefined : exactValueOf(argsText) }),
  }
}

/** The beginnings of the id of an interrupt that is about a call: of the SDK in TypeScript, then in Python. */
const beginnings = [
  /^(?:tool|hook:beforeToolCall|middleware:executeTool):/,
  /^v1:(?:tool_call|before_tool_call):/,
]

/**
 * The id of the call behind an interrupt of Strands: it stands in the id of the interrupt, before a name. Both may have
 * colons, so it is the last and longest run of segments before the end that is the id of a call which was seen.
 */
function strandsCallId(
  interrupt: Fields,
  seen: (toolCallId: string) => SeenCall | undefined,
): string | undefined {
  const id = textOf(interrupt['toolCallId'])
  if (id !== undefined) return id
  const described = textOf(interrupt['id']) ?? ''
  const expected = callIdBefore(described, textOf(fieldsOf(interrupt['metadata'])['strandsName']))
  if (expected !== undefined && seen(expected)) return expected
  const segments = described.split(':')
  for (let to = segments.length - 1; to > 0; to -= 1) {
    for (let from = 0; from < to; from += 1) {
      const run = segments.slice(from, to).join(':')
      if (seen(run)) return run
    }
  }
  return expected
}

function callIdBefore(described: string, name: string | undefined): string | undefined {
  const beginning = beginnings.find((one) => one.test(described))
  if (!beginning) return undefined
  const rest = described.replace(beginning, '')
  const isNamed = name !== undefined && rest.endsWith(`:${name}`)
  return isNamed ? rest.slice(0, -name.length - 1) : rest.replace(/:[^:]*$/, '')
}
