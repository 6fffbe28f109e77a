import { fieldsOf, itemsOf, parsed, textOf } from '../../backend/json.ts'
import { emptyLedger, type Ledger } from '../../backend/ledger.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { parseConversation } from '../../gateway/wire.ts'
import type { ConversationId, OperationId } from '../../model/ids.ts'
import type { PageStorage } from './options.ts'

export interface PageLedger extends Ledger {
  /** The operation whose calls are decided, or half of them, while the agent has not been told. */
  readonly untold?: OperationId | undefined
}

export interface PageLedgers {
  read(id: ConversationId): PageLedger
  /** Throws `unavailable` when the storage does not take it; nothing has changed then. */
  write(id: ConversationId, ledger: PageLedger): void
}

export function openLedgers(prefix: string, storage: PageStorage | undefined): PageLedgers {
  const memory = new Map<ConversationId, PageLedger>()
  const keyOf = (id: ConversationId): string => JSON.stringify([prefix, id])

  function read(id: ConversationId): PageLedger {
    const kept = parsed(storage?.getItem(keyOf(id)) ?? '')
    return isLedger(kept) ? readable(kept, id) : (memory.get(id) ?? emptyLedger)
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

/** Such a writer may also have left entries that are none: they are left out alone, as in a read of a server. */
function readable(kept: PageLedger, id: ConversationId): PageLedger {
  const { operations, interventions } = kept
  const told = { id, cursor: null, now: 0, operations, interventions, unreadable: itemsOf(kept.unreadable) }
  const read = parseConversation(told)
  return {
    operations: read.operations,
    interventions: read.interventions,
    unreadable: read.unreadable ?? [],
    untold: textOf(kept.untold),
    answers: kept.answers.filter((one) => textOf(fieldsOf(one)['payload']) !== undefined),
  }
}

/** Another writer under the same key, or an older version of this page, may have left something else. */
function isLedger(kept: unknown): kept is PageLedger {
  return Object.keys(emptyLedger).every((key) => Array.isArray(fieldsOf(kept)[key]))
}
