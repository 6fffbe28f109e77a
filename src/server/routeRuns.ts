import { whyOf } from '../backend/cards.ts'
import { definedFields } from '../backend/json.ts'
import { ruledOf } from '../backend/settings.ts'
import { type Ledger, turnOf, withCalls, withEndOf, withExecution, withWithdrawn } from '../backend/ledger.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import type { RememberScope } from '../model/decision.ts'
import { type InterventionCall, settle } from '../model/intervention.ts'
import { defaultPause, hasEnded, isRunning, type OperationEnd } from '../model/operation.ts'
import type { RouteAgent, RouteStep, RunContext } from './RouteAgent.ts'
import type { Store } from './Store.ts'
import { identify, ownDecisions, revisionIn, settledCard, withQualified } from './callIds.ts'
import type { RouteRecord } from './routeRecord.ts'
import type { RouteRecords } from './routeRecords.ts'
import { keptIn } from './routeSettings.ts'

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
      let step = await work({ conversationId: id, state: found.state, signal: own.signal })
      for (;;) {
        let taken: readonly InterventionCall[] = []
        const after = await records.change(id, (record) => {
          const next = withStep(record, operationId, step, remember)
          taken = next.taken
          return next.record
        })
        if (taken.length === 0) return
        // Like a person's decision, it is written before anything runs.
        const decisions = taken.map(
          ({ toolCallId, revision }) => ({ toolCallId, revision, decision: 'approved' }) as const,
        )
        const context = { conversationId: id, state: step.state, signal: own.signal }
        step = await agent.resume(ownDecisions(after, decisions), context)
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

interface Stepped {
  readonly record: RouteRecord
  /** The calls that a rule has approved, and that the agent is to run now. */
  readonly taken: readonly InterventionCall[]
}

/** Takes in the result of a run. After a stop only the results of tools that really ran count. */
function withStep(
  record: RouteRecord,
  operationId: OperationId,
  step: RouteStep,
  remember: readonly RememberScope[],
): Stepped {
  const operation = record.operations.find((one) => one.id === operationId)
  if (!operation) return { record, taken: [] }
  const executed = Object.entries(step.executions ?? {}).reduce<Ledger>((ledger, [ownId, execution]) => {
    const ran = settledCard(record, ownId, operationId)
    return ran ? withExecution(ledger, ran.toolCallId, execution) : ledger
  }, record)
  if (hasEnded(operation)) {
    // A newer operation has its own state, which belongs to the calls that are shown.
    const isNewest = record.operations.at(-1) === operation
    return { record: { ...record, ...executed, ...(isNewest ? { state: step.state } : {}) }, taken: [] }
  }
  const identified = identify(record, step.calls, operationId)
  const settings = keptIn(record)
  const scopes = settings.mode === 'ask' ? undefined : remember
  const asked = identified.map((one) => cardOf(one, operationId, scopes))
  const turn = turnOf(record, operationId)
  // A rule does not decide calls that were already waiting.
  const fresh = asked.filter((_card, index) => !identified[index]!.before)
  const { answering } = { ...defaultPause, ...step.pause }
  const isMixed = fresh.length < asked.length && answering !== 'any'
  const ruled = ruledOf(settings, isMixed ? [] : fresh, { answering, turn: turn[0]?.id })
  const at = Date.now()
  const calls = asked.map((card) => {
    const automatic = ruled.get(card)
    return automatic ? settle(card, 'approved', { at, automatic }) : card
  })
  const taken = [...ruled.keys()]
  // A call that the agent no longer lists is withdrawn.
  const left = turn.map((one) => one.id)
  const end: OperationEnd =
    calls.length > 0
      ? { status: 'waiting_for_human', pause: { ...defaultPause, ...step.pause } }
      : { status: 'done', endedAt: Date.now() }
  const listed = withWithdrawn(withCalls(executed, calls), left, at, calls)
  const ledger = taken.length > 0 ? listed : withEndOf(listed, operationId, end)
  const ids = identified.map((one) => one.id)
  return { record: withQualified({ ...record, ...ledger, state: step.state }, ids), taken }
}

function cardOf(
  { call: { why, ...call }, before, id }: ReturnType<typeof identify>[number],
  operationId: OperationId,
  scopes: readonly RememberScope[] | undefined,
): InterventionCall {
  if (before && before.status !== 'pending') return before
  return {
    decisions: [call.tool ? 'approved' : 'answered', 'rejected_continue', 'rejected'],
    editable: false,
    reason: 'optional',
    requestedAt: before?.requestedAt ?? Date.now(),
    ...call,
    // An approval is not remembered for a call that must be asked for every time.
    remember: scopes ? (call.remember ?? scopes) : [],
    ...definedFields({ why: whyOf(why) }),
    revision: revisionIn(call),
    toolCallId: id.toolCallId,
    operationId,
    status: 'pending',
  }
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
