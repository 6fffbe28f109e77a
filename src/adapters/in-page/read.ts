import { fieldsOf, parsed } from '../../backend/json.ts'
import { emptyLedger, type Ledger } from '../../backend/ledger.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { PageStorage } from './options.ts'

export interface PageLedgers {
  read(id: ConversationId): Ledger
  /** Throws `unavailable` when the storage does not take it; nothing has changed then. */
  write(id: ConversationId, ledger: Ledger): void
}

export function openLedgers(prefix: string, storage: PageStorage | undefined): PageLedgers {
  const memory = new Map<ConversationId, Ledger>()
  const keyOf = (id: ConversationId): string => JSON.stringify([prefix, id])

  function read(id: ConversationId): Ledger {
    const kept = parsed(storage?.getItem(keyOf(id)) ?? '')
    return isLedger(kept) ? kept : (memory.get(id) ?? emptyLedger)
  }
  return {
    read,
    write: (id, ledger) => {
      try {
        storage?.setItem(keyOf(id), JSON.stringify(ledger))
      } catch (cause) {
        throw new GatewayError({ code: 'unavailable', applied: 'no' }, 'The storage is full or closed.', {
          cause,
        })
      }
      memory.set(id, ledger)
    },
  }
}

/** Another writer under the same key, or an older version of this page, may have left something else. */
function isLedger(kept: unknown): kept is Ledger {
  return Object.keys(emptyLedger).every((key) => Array.isArray(fieldsOf(kept)[key]))
}
