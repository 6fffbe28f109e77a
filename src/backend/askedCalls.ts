import { intervention } from '../gateway/callSchema.ts'
import { readEach, unreadableCall } from '../gateway/readEach.ts'
import { parse } from '../gateway/schema.ts'
import type { UnreadableCall } from '../model/conversation.ts'
import type { OperationId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { defaultPause, type OperationEnd, type Pause } from '../model/operation.ts'
import { fieldsOf, wordOf } from './json.ts'

interface AskedCalls<Card> {
  /** Those that can be shown, as the agent gave them, and their cards in the same order. */
  readonly calls: readonly object[]
  readonly cards: readonly Card[]
  readonly unreadable: readonly UnreadableCall[]
}

/** Reads what an agent asks for: it may give anything, and one call that cannot be shown must not end its run. */
export function askedCalls<Card extends InterventionCall>(
  asked: unknown,
  operationId: OperationId,
  cardOf: (call: object) => Card,
): AskedCalls<Card> {
  const { read, malformed } = readEach(Array.isArray(asked) ? asked : [asked], '/calls', (one, path) => {
    const call = fieldsOf(one)
    const card = cardOf(call)
    parse(intervention, card, 'no', path)
    // A ledger is stored as JSON.
    JSON.stringify(card)
    return { call, card }
  })
  return {
    calls: read.map(({ call }) => call),
    cards: read.map(({ card }) => card),
    unreadable: malformed.map((one) => {
      const toolCallId = wordOf(fieldsOf(one.input)['toolCallId']) || undefined
      return unreadableCall(one, { operationId, toolCallId, waits: true })
    }),
  }
}

/** Ends a run that asks for nothing that anybody could decide. */
export function unreadableEnd(at: number): OperationEnd {
  const error = { code: 'unreadable', message: 'No call that the agent asks for can be read.' }
  return { status: 'error', endedAt: at, error }
}

/** The pause that an agent asks for; one by one if it names no order that there is. */
export function askedPause(told: unknown): Pause {
  const { answering } = fieldsOf(told)
  return answering === 'together' || answering === 'in_order' ? { ...defaultPause, answering } : defaultPause
}
