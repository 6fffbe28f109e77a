import type { ConversationId } from '../model/ids.ts'
import type { StoredRecord } from './storedRecords.ts'

export interface RecordCache {
  get(id: ConversationId): StoredRecord | undefined
  set(id: ConversationId, found: StoredRecord | undefined): void
}

const maxCharacters = 16_000_000

/** The versions that were read last, within a bound. What is in use stays, whatever its size. */
export function createRecordCache(isInUse: (id: ConversationId) => boolean): RecordCache {
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
        if (total <= maxCharacters) break
        if (!isInUse(oldest)) forget(oldest)
      }
    },
  }
}
