import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import {
  type ConversationAddress,
  conversationOptions,
  scopeOf,
  SealedState,
  setState,
  settingsKey,
} from './cache.ts'
import { type Chain, run, type Wait, wait } from './chain.ts'
import { callHost, type Press } from './press.ts'
import { decisionsToShow } from './secrets.ts'
import { claimCalls, type OtherTab, tellOtherTabs, watchOtherTabs } from './otherTabs.ts'

type End = () => void

/**
 * The way out of the drivers to the host, the cache, the gateway and other tabs. Everything calls back, so that the
 * simulation can replace it.
 */
export interface World {
  readonly scope: string
  readonly hasStream: boolean
  /** True: the host cancelled the decision. A failure: `onDecide` timed out. */
  ask(press: Press): Wait<boolean | GatewayError>
  getState(): ConversationState | undefined
  setState(state: ConversationState): void
  watchState(listener: () => void): End
  keep(): End
  isReading(): boolean
  fetch: Wait<GatewayError | null>
  /** `onNotTaken`: the backend will be asked again, and nothing has run. */
  resume(request: ResumeRequest, onNotTaken: () => void): Wait<ResumeAnswer | GatewayError>
  openStream(
    after: string | null,
    ends: {
      readonly onItem: (item: GatewayEvent | FollowSignal) => void
      readonly onEnd: (failure: GatewayError | null) => void
    },
  ): End
  /** Null: another tab of this browser decides on one of these calls. */
  claim(request: ResumeRequest): Wait<End | null>
  tellTabs(request: ResumeRequest, isOver: boolean): void
  watchTabs(onMessage: (message: OtherTab) => void): End
}

export function worldOf(address: ConversationAddress): World {
  const { client, gateway, conversationId } = address
  const scope = scopeOf(address)
  const port = portOf(gateway)
  const cache = client.getQueryCache()
  const options = client.defaultQueryOptions(conversationOptions(address))
  const { queryHash } = options
  // TanStack drops a query without an observer after `gcTime`, and its observer class is large.
  const lasting = { ...options, gcTime: Infinity }
  const getState = (): ConversationState | undefined => SealedState.open(cache.get(queryHash)?.state.data)
  let isKept = false

  return {
    scope,
    ask: (press) => (onEnd) =>
      askHost({ ...press, decisions: decisionsToShow(press, getState()?.interventions) }, onEnd),
    hasStream: port.followConversation !== undefined,
    getState,
    setState: (state) => setState(address, state),
    watchState: (listener) =>
      cache.subscribe(({ query }) => {
        if (query.queryHash === queryHash) listener()
      }),
    keep: () => {
      isKept = true
      return () => {
        isKept = false
        const query = cache.get<SealedState>(queryHash)
        if (!query || query.getObserversCount() > 0) return
        void query.cancel({ revert: true })
        // From now on it is dropped after `gcTime`, which can only grow.
        cache.remove(query)
        cache.build(client, options, query.state)
      }
    },
    isReading: () => (cache.get(queryHash)?.state.fetchStatus ?? 'idle') !== 'idle',
    fetch: (onEnd) => {
      // The host may have cleared its cache, and the query with it.
      const read = isKept ? lasting : options
      const reading = cache.build(client, read).fetch(read)
      reading.then(
        () => onEnd(null),
        (thrown: unknown) => onEnd(GatewayError.from(thrown, 'no')),
      )
    },
    resume: (request, onNotTaken) => (onEnd) => {
      const over = new AbortController()
      port.resume(request, { signal: over.signal, onNotTaken }).then(onEnd, (thrown: unknown) => {
        if (over.signal.aborted) return
        const failure = GatewayError.from(thrown, 'unknown')
        warnOfProtocol(failure)
        onEnd(failure)
      })
      return () => over.abort()
    },
    openStream: (after, ends) => {
      const closing = new AbortController()
      void follow(closing.signal)
      return () => closing.abort()

      async function follow(signal: AbortSignal): Promise<void> {
        let failure: GatewayError | null = null
        try {
          for await (const item of port.followConversation?.(conversationId, { after, signal }) ?? []) {
            if (signal.aborted) return
            if (item.type === 'approval_settings_changed' || item.type === 'gap') {
              void client.invalidateQueries({ queryKey: settingsKey(address) })
            }
            ends.onItem(item)
          }
        } catch (thrown) {
          failure = GatewayError.from(thrown, 'no')
        }
        if (signal.aborted) return
        if (failure) warnOfProtocol(failure)
        ends.onEnd(failure)
      }
    },
    claim: (request) => (onEnd) => claimCalls(scope, request, onEnd),
    tellTabs: (request, isOver) => tellOtherTabs(address, request, isOver),
    watchTabs: (onMessage) => watchOtherTabs(address, onMessage),
  }
}

const hostPatienceMs = 60_000

function askHost(
  { onDecide, decisions, source, event }: Press,
  onEnd: (isVetoed: boolean | GatewayError) => void,
): void {
  let isCancelled = false
  const cancel = (): void => {
    isCancelled = true
  }
  withTimeLimit(hostPatienceMs, { applied: 'no' }, async () =>
    onDecide?.(decisions, { source, event, cancel }),
  ).then(
    () => onEnd(isCancelled),
    (thrown: unknown) => {
      if (thrown instanceof GatewayError && thrown.code === 'timeout') return onEnd(thrown)
      callHost(() => {
        throw thrown
      })
      onEnd(true)
    },
  )
}

const maxRepeats = 3

/** Reads once with a read that begins after this call, and again if the result is older than the state. */
export function* reread(world: Pick<World, 'getState' | 'isReading' | 'fetch'>): Chain<GatewayError | null> {
  // A read in progress may be too old.
  if (world.isReading()) yield* wait(world.fetch)
  for (let repeats = 0; ; repeats += 1) {
    const before = world.getState()?.reads ?? 0
    const failure = yield* wait(world.fetch)
    if (failure) return failure
    const state = world.getState()
    if (state && (state.reads > before || repeats >= maxRepeats)) return null
  }
}

export function rereadNow(address: ConversationAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    run(reread(worldOf(address)), {
      onEnd: (failure) => {
        if (failure) reject(failure)
        else resolve()
      },
    })
  })
}
