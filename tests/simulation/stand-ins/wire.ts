// In the place of `src/gateway/wire.ts` under the real `eventStream`: events travel as what they are, not as text.
import type { GatewayEvent } from '../../../src/model/event.ts'

const sent: GatewayEvent[] = []

/** Puts an event on the wire: what travels is its number. */
export function frameOf(event: GatewayEvent): string {
  return String(sent.push(event) - 1)
}

/** Forgets what was sent. */
export function clearWire(): void {
  sent.length = 0
}

export function isCursor(value: string | null | undefined): value is string {
  return value !== null && value !== undefined
}

export function parseEvent(frame: number, cursor: string | null): GatewayEvent {
  const event = eventOf(frame, cursor)
  if (!event) throw new Error('Not an event of this conversation.')
  return event
}

/** The event under this number; undefined: it has another cursor. */
export function eventOf(frame: number | string, cursor: string | null): GatewayEvent | undefined {
  const event = sent[Number(frame)]
  return event?.cursor === cursor ? event : undefined
}

export function parseProblem(): undefined {
  return undefined
}

export function parseAccepted(): never {
  throw new Error('No resume goes this way here.')
}

/** Messages of the line are always valid. */
const asItIs = <T>(said: T): T => said
export {
  asItIs as parseAnswer,
  asItIs as parseConversation,
  asItIs as parseExtended,
  asItIs as parseItem,
  asItIs as parseStopAnswer,
  asItIs as parseWaiting,
}
