import type { KeptAnswer } from '../backend/answers.ts'
import { createListeners } from '../backend/changes.ts'
import { pause } from '../gateway/timeLimit.ts'
import type { ConversationId } from '../model/ids.ts'
import { change, type Store } from './Store.ts'
import { emptyRecord, lapsed, type RouteRecord, withEvents } from './routeRecord.ts'

export interface RouteRecords {
  read(id: ConversationId): Promise<RouteRecord | undefined>
  /** Changes a record in one step; `by` is asked again when somebody else was faster, and what it throws is thrown. */
  change(id: ConversationId, by: (record: RouteRecord) => RouteRecord): Promise<RouteRecord>
  /** Resolves after the next change that was made here, or after a while: others may have changed something. */
  changed(id: ConversationId, ms: number, signal: AbortSignal): Promise<void>
}

export function openRecords(store: Store, ttlMs: number): RouteRecords {
  const listeners = createListeners<ConversationId>()
  const keyOf = (id: ConversationId): string => `conversation:${id}`
  // SAFETY: only this file writes under these keys.
  const parse = (text: string): RouteRecord => JSON.parse(text) as RouteRecord

  async function changeRecord(
    id: ConversationId,
    by: (record: RouteRecord) => RouteRecord,
  ): Promise<RouteRecord> {
    const first = emptyRecord()
    let next = first
    await change(store, keyOf(id), ttlMs, (text) => {
      const at = Date.now()
      const before = text === undefined ? first : lapsed(parse(text), at)
      const after = by(before)
      next = withEvents(before, { ...after, answers: boundedAnswers(after.answers) }, at)
      return JSON.stringify(next)
    })
    listeners.notify(id)
    return next
  }

  return {
    change: changeRecord,
    changed: (id, ms, signal) =>
      pause(ms, signal, (wake) =>
        listeners.subscribe((changed) => {
          if (changed === id) wake()
        }),
      ),
    read: async (id) => {
      const text = await store.read(keyOf(id))
      if (text === undefined) return undefined
      const record = parse(text)
      const isLapsed = lapsed(record, Date.now()).cursor > record.cursor
      // An expiry is an event like any other: it gets its cursor before it is read.
      return isLapsed ? changeRecord(id, (same) => same) : record
    },
  }
}

const maxCharacters = 1_000_000

function boundedAnswers(answers: readonly KeptAnswer[]): readonly KeptAnswer[] {
  let room = maxCharacters
  const tooMuch = answers.findLastIndex((one) => (room -= lengthOf(one)) < 0)
  return answers.slice(Math.min(tooMuch + 1, answers.length - 1))
}

function lengthOf({ payload, answer }: KeptAnswer): number {
  return payload.length + ('interventions' in answer ? JSON.stringify(answer.interventions).length : 0)
}
