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
  const event = sent[frame]
  if (!event || event.cursor !== cursor) throw new Error('Not an event of this conversation.')
  return event
}

export function parseProblem(): undefined {
  return undefined
}

export function parseAccepted(): never {
  throw new Error('No resume goes this way here.')
}
