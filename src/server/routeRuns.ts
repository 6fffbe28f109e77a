import { withEndOf } from '../backend/ledger.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { UnreadableCall } from '../model/conversation.ts'
import type { RememberScope } from '../model/decision.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { hasEnded, isRunning, type OperationEnd } from '../model/operation.ts'
import type { RouteAgent, RouteDecision, RouteStep, RunContext } from './RouteAgent.ts'
import type { RouteRecord } from './routeRecord.ts'
import type { RouteRecords } from './routeRecords.ts'
import type { Store } from './Store.ts'
import { withStep } from './withStep.ts'

/** An operation that this machine is about to work on: from here on others believe it alive, whatever their clocks say. */
export interface PreparedRun {
  readonly operationId: OperationId
  /** Works on the operation once the record lists it as running. Resolves once its end is written; never rejects. */
  run(id: ConversationId, work: Work): Promise<void>
  drop(): Promise<void>
}

export interface RouteRuns {
  prepare(): Promise<PreparedRun>
  abort(operationId: OperationId): void
  endAbandoned(id: ConversationId, record: RouteRecord): Promise<RouteRecord>
}

type Work = (context: RunContext) => Promise<RouteStep>

interface RunOptions {
  readonly agent: RouteAgent
  readonly leaseMs: number
  readonly onError: (thrown: unknown) => void
  readonly remember: readonly RememberScope[]
}

export function createRouteRuns(
  records: RouteRecords,
  store: Store,
  { agent, leaseMs, onError, remember }: RunOptions,
): RouteRuns {
  const alive = new Map<OperationId, AbortController>()
  const leases = createLeases(store, leaseMs)

  async function prepare(): Promise<PreparedRun> {
    const operationId = crypto.randomUUID()
    const own = new AbortController()
    alive.set(operationId, own)
    const lease = await leases.take(operationId)
    const drop = async (): Promise<void> => {
      alive.delete(operationId)
      await lease.release().catch(() => undefined)
    }
    // The record says that it has ended, so nothing is left to be renewed.
    own.signal.addEventListener('abort', () => void drop())
    return {
      operationId,
      drop,
      run: async (id, work) => {
        await run(id, operationId, own, work)
        await drop()
      },
    }
  }
  async function run(
    id: ConversationId,
    operationId: OperationId,
    own: AbortController,
    work: Work,
  ): Promise<void> {
    // A stop, or another message, may arrive on another machine.
    const unwatch = records.watch(id, {
      next: (record) => {
        const operation = record?.operations.find((one) => one.id === operationId)
        if (operation && hasEnded(operation)) own.abort()
      },
      fail: () => undefined,
    })
    try {
      const found = await records.read(id)
      // The stop was answered before the run began.
      if (!found || !isListed(found, operationId)) return
      const { state, untold = [] } = found
      let step = await work({ conversationId: id, state, untold, signal: own.signal })
      for (;;) {
        let taken: readonly RouteDecision[] = []
        let left: readonly UnreadableCall[] = []
        await records.change(id, (record) => {
          const next = withStep(record, operationId, step, remember)
          taken = next.taken
          left = next.unreadable
          return next.record
        })
        for (const { path } of left) onError(new GatewayError({ code: 'protocol', applied: 'no', path }))
        if (taken.length === 0) return
        const context = { conversationId: id, state: step.state, untold: [], signal: own.signal }
        step = await agent.resume(taken, context)
      }
    } catch (thrown) {
      onError(thrown)
      // The error itself is for the server's log only: it may contain secrets.
      const error = {
        code: 'agent_failed',
        message: 'The agent failed. Work that it had begun may have taken effect.',
      }
      await end(id, operationId, { status: 'error', endedAt: Date.now(), error })
    } finally {
      unwatch()
    }
  }
  async function end(id: ConversationId, operationId: OperationId, how: OperationEnd): Promise<void> {
    const ended = (record: RouteRecord): RouteRecord =>
      isListed(record, operationId) ? { ...record, ...withEndOf(record, operationId, how) } : record
    await records.change(id, ended).catch(onError)
  }

  return {
    prepare,
    abort: (operationId) => alive.get(operationId)?.abort(),
    endAbandoned: async (id, record) => {
      let settled = record
      for (const operation of record.operations.filter((one) => isRunning(one))) {
        const isAlive = alive.has(operation.id) || (await leases.isHeld(operation.id))
        if (isAlive || Date.now() - operation.startedAt < leaseMs) continue
        const message = 'The server that ran this is gone. Work that it had begun may have taken effect.'
        const error = { code: 'abandoned', message }
        await end(id, operation.id, { status: 'error', endedAt: Date.now(), error })
        settled = (await records.read(id)) ?? record
      }
      return settled
    },
  }
}

export function isListed({ operations }: RouteRecord, operationId: OperationId): boolean {
  return operations.some((one) => one.id === operationId && isRunning(one))
}

interface Leases {
  /**
   * Takes a lease and renews it until it is let go. Never rejects: what the store does not take now, or has let lapse
   * because it was away or this machine stood still, is taken with the next renewal.
   */
  take(name: string): Promise<{ release(): Promise<void> }>
  isHeld(name: string): Promise<boolean>
}

function createLeases(store: Store, ms: number): Leases {
  const keyOf = (name: string): string => `lease:${name}`
  return {
    isHeld: async (name) => (await store.read(keyOf(name))) !== undefined,
    take: async (name) => {
      const key = keyOf(name)
      let isReleased = false
      const renew = async (): Promise<void> => {
        try {
          if (await store.swap(key, name, name, ms)) return
          if (!isReleased) await store.swap(key, undefined, name, ms)
        } catch {
          // The lease is renewed again soon anyway.
        }
      }
      await renew()
      const timer = setInterval(() => void renew(), ms / 3)
      return {
        release: async () => {
          isReleased = true
          clearInterval(timer)
          await store.swap(key, name, name, 1)
        },
      }
    },
  }
}
