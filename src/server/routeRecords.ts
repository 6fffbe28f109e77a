import type { KeptAnswer } from '../backend/answers.ts'
import { createListeners } from '../backend/changes.ts'
import { pause } from '../gateway/timeLimit.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Store } from './Store.ts'
import { emptyRecord, isOverdue, lapsed, type RouteRecord, withEvents } from './routeRecord.ts'
import { type StoredRecord, storeRecords } from './storedRecords.ts'

export interface RouteRecords {
  read(id: ConversationId): Promise<RouteRecord | undefined>
  /**
   * Changes a record in one step; `by` is asked again when somebody else was faster, and what it throws is thrown. Nothing
   * is written if it returns the same record.
   */
  change(id: ConversationId, by: (record: RouteRecord) => RouteRecord): Promise<RouteRecord>
  /** Resolves after the next change that was made here, or after a while: others may have changed something. */
  changed(id: ConversationId, ms: number, signal: AbortSignal): Promise<void>
  /** Calls with every newer version, whoever made it. All that watch a conversation share one poll of the store. */
  watch(id: ConversationId, watcher: Watcher): () => void
}

export interface Watcher {
  next(record: RouteRecord | undefined): void
  fail(thrown: unknown): void
}

interface Watched {
  readonly watchers: Set<Watcher>
  readonly timer: ReturnType<typeof setInterval>
}

export function openRecords(store: Store, ttlMs: number, pollMs: number): RouteRecords {
  const stored = storeRecords(store, ttlMs)
  const listeners = createListeners<ConversationId>()
  const watched = new Map<ConversationId, Watched>()
  const polling = new Set<ConversationId>()
  const cache = createRecordCache((id) => watched.has(id))

  function take(id: ConversationId, found: StoredRecord | undefined): RouteRecord | undefined {
    const before = cache.get(id)
    cache.set(id, found)
    if (found?.tag !== before?.tag) {
      for (const one of watched.get(id)?.watchers ?? []) one.next(found?.record)
    }
    return found?.record
  }

  async function read(id: ConversationId): Promise<RouteRecord | undefined> {
    const begun = cache.get(id)
    const found = await stored.read(id, begun)
    // A change that was made here meanwhile is newer than what was read.
    const isOlder = cache.get(id) !== begun
    const record = isOlder ? found?.record : take(id, found)
    // An expiry is an event like any other, so it gets a cursor before anybody reads it.
    return record && isOverdue(record, Date.now()) ? changeRecord(id, (same) => same) : record
  }

  async function changeRecord(
    id: ConversationId,
    by: (record: RouteRecord) => RouteRecord,
  ): Promise<RouteRecord> {
    const first = emptyRecord()
    const found = await stored.change(id, cache.get(id), (record) => {
      const at = Date.now()
      const before = record && isOverdue(record, at) ? lapsed(record, at) : record
      const after = by(before ?? first)
      if (after === record) return undefined
      return withEvents(before ?? first, { ...after, answers: boundedAnswers(after.answers) }, at)
    })
    const next = take(id, found)
    listeners.notify(id)
    return next ?? first
  }

  async function poll(id: ConversationId): Promise<void> {
    if (polling.has(id)) return
    polling.add(id)
    try {
      await read(id)
    } catch (thrown) {
      for (const one of watched.get(id)?.watchers ?? []) one.fail(thrown)
    } finally {
      polling.delete(id)
    }
  }

  return {
    read,
    change: changeRecord,
    changed: (id, ms, signal) =>
      pause(ms, signal, (wake) =>
        listeners.subscribe((changed) => {
          if (changed === id) wake()
        }),
      ),
    watch: (id, watcher) => {
      const own = watched.get(id) ?? {
        watchers: new Set<Watcher>(),
        timer: setInterval(() => void poll(id), pollMs),
      }
      watched.set(id, own)
      own.watchers.add(watcher)
      return () => {
        own.watchers.delete(watcher)
        if (own.watchers.size > 0 || watched.get(id) !== own) return
        clearInterval(own.timer)
        watched.delete(id)
      }
    },
  }
}

const maxAnswerCharacters = 1_000_000

function boundedAnswers(answers: readonly KeptAnswer[]): readonly KeptAnswer[] {
  let room = maxAnswerCharacters
  const tooMuch = answers.findLastIndex((one) => (room -= lengthOf(one)) < 0)
  return answers.slice(Math.min(tooMuch + 1, answers.length - 1))
}

function lengthOf({ payload, answer }: KeptAnswer): number {
  return payload.length + ('interventions' in answer ? JSON.stringify(answer.interventions).length : 0)
}

interface RecordCache {
  get(id: ConversationId): StoredRecord | undefined
  set(id: ConversationId, found: StoredRecord | undefined): void
}

const maxCachedCharacters = 16_000_000

/** The versions that were read last, within a bound. Versions in use stay, whatever their size. */
function createRecordCache(isInUse: (id: ConversationId) => boolean): RecordCache {
  const kept = new Map<ConversationId, { readonly found: StoredRecord; readonly size: number }>()
  let total = 0
  function forget(id: ConversationId): void {
    total -= kept.get(id)?.size ?? 0
    kept.delete(id)
  }
  return {
    get: (id) => kept.get(id)?.found,
    set: (id, found) => {
      forget(id)
      if (!found) return
      const size = [...found.texts.values()].reduce((sum, text) => sum + text.length, found.json.length)
      kept.set(id, { found, size })
      total += size
      for (const oldest of kept.keys()) {
        if (total <= maxCachedCharacters) break
        if (!isInUse(oldest)) forget(oldest)
      }
    },
  }
}
