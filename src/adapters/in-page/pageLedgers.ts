import { GatewayError } from '../../gateway/GatewayError.ts'
import type { ConversationId } from '../../model/ids.ts'
import { isRunning } from '../../model/operation.ts'
import { emptyLedger, type Ledger, withEndOf } from '../../model/ledger.ts'

/** Where the ledgers are kept: `localStorage`, `sessionStorage`, or anything of this shape. */
export interface PageStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/** The ledgers of one gateway. Without a storage they live as long as the page. */
export interface PageLedgers {
  read(id: ConversationId): Ledger
  /** What is shown: a run that an earlier page left behind is interrupted; what waits goes on waiting. */
  view(id: ConversationId): Ledger
  /** Throws `unavailable` when the storage does not take it; nothing has changed then. */
  write(id: ConversationId, ledger: Ledger): void
}

/** Opens the ledgers of a gateway. */
export function openLedgers(
  prefix: string,
  storage: PageStorage | undefined,
  isAlive: (operationId: string) => boolean,
): PageLedgers {
  const memory = new Map<ConversationId, Ledger>()
  const keyOf = (id: ConversationId): string => `${prefix}:${id}`

  function stored(id: ConversationId): Ledger | undefined {
    const text = storage?.getItem(keyOf(id))
    if (!text) return memory.get(id)
    try {
      // SAFETY: only this file writes under this prefix.
      return JSON.parse(text) as Ledger
    } catch {
      return memory.get(id)
    }
  }
  const read = (id: ConversationId): Ledger => stored(id) ?? emptyLedger
  return {
    read,
    view: (id) => {
      const ledger = read(id)
      const left = ledger.operations.filter((one) => isRunning(one) && !isAlive(one.id))
      return left.reduce(
        (all, one) => withEndOf(all, one.id, { status: 'interrupted', endedAt: one.startedAt }),
        ledger,
      )
    },
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
