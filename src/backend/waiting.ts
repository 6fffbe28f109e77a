import { GatewayError } from '../gateway/GatewayError.ts'
import type { FailureCode } from '../model/decision.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import type { ConversationId } from '../model/ids.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { type WaitingItem, waitingItemOf, type WaitingPage } from '../model/waiting.ts'

const enoughItems = 50
const mostReads = 100

// One conversation that is gone, or that nobody here can read, does not hide what waits in the others.
const ownFailures: ReadonlySet<FailureCode> = new Set([
  'not_found',
  'forbidden',
  'invalid',
  'unsupported',
  'protocol',
])

function unlessItsOwn(thrown: unknown): readonly InterventionCall[] {
  if (!(thrown instanceof GatewayError) || !ownFailures.has(thrown.code)) throw thrown
  warnOfProtocol(thrown)
  return []
}

/**
 * A part of what waits in these conversations: whole conversations in the given order, read one after another until there
 * are enough. `after`: the last conversation of the part before.
 */
export async function waitingIn(
  all: readonly ConversationId[],
  after: string | undefined,
  read: (id: ConversationId) => Promise<readonly InterventionCall[]>,
  enough: number = enoughItems,
): Promise<WaitingPage> {
  const items: WaitingItem[] = []
  const left = all.slice(all.indexOf(after ?? '') + 1)
  for (const [index, id] of left.entries()) {
    for (const call of await read(id).catch(unlessItsOwn))
      if (call.status === 'pending') items.push(waitingItemOf(id, call))
    const isFull = items.length >= enough || index + 1 >= mostReads
    if (isFull && index + 1 < left.length) return { items, next: id }
  }
  return { items }
}
