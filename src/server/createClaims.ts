import { problem, toResponse } from '../backend/responses.ts'
import type { ConversationId, RequestId, ToolCallId } from '../model/ids.ts'
import { change, type Store } from './Store.ts'

/** Calls that a request wants to decide. */
export interface ClaimRequest {
  readonly conversationId: ConversationId
  readonly toolCallIds: readonly ToolCallId[]
  /** Minted once per intent and kept over every retry of it: the `Idempotency-Key`. */
  readonly requestId: RequestId
}

/** The result of a claim. A tool may run only after `first`. */
export type ClaimAnswer =
  /** All the calls now belong to this request. */
  | { readonly outcome: 'first' }
  /** This very request was here before. */
  | { readonly outcome: 'repeated' }
  /** Another request has one of the calls; none is this request's. `at`: since when, in milliseconds. */
  | { readonly outcome: 'lost'; readonly requestId: RequestId; readonly at: number }

/** First winner per conversation and call. */
export interface Claims {
  /** The store of the claims. */
  readonly store: Store
  /**
   * Claims all of the calls, or none. Of several concurrent requests, also on several machines, one is first.
   */
  claim(request: ClaimRequest, options?: ClaimOptions): Promise<ClaimAnswer>
  /** Gives the calls back: nothing ran, and another request may decide. */
  release(request: ClaimRequest): Promise<void>
}

/** Options for backends that write each decision before anything runs. */
export interface ClaimOptions {
  /** The age in milliseconds after which a claim without a written decision is taken over. @default never */
  readonly takeOverAfterMs?: number
}

/** Options of `createClaims`. */
export interface ClaimsOptions {
  readonly store: Store
  /**
   * The life of a claim in milliseconds: longer than anybody sends an old history again. It need not be that of
   * `createResumeRoute`, which keeps the decisions itself. @default 30 days
   */
  readonly ttlMs?: number
}

interface Claim {
  readonly requestId: RequestId
  readonly at: number
  // Unique to this claim, so that a claim is recognised when its answer was lost or a driver sent it twice.
  readonly mark?: string
}

type Kept = Readonly<Record<ToolCallId, Claim>>

const days = 24 * 60 * 60 * 1_000

/**
 * Creates claims, for routes whose backend runs a tool twice if an answer is sent twice: AI SDK, OpenAI Agents,
 * TanStack AI.
 *
 * @example
 * const claims = createClaims({ store })
 *
 * async function answer(resume: () => Promise<Response>): Promise<Response> {
 *   // All three are those of the request: `requestId` is its Idempotency-Key.
 *   const { outcome } = await claims.claim({ conversationId, toolCallIds, requestId })
 *   return outcome === 'first' ? resume() : alreadyResolved()
 * }
 */
export function createClaims({ store, ttlMs = 30 * days }: ClaimsOptions): Claims {
  const keyOf = (id: ConversationId): string => `claims:${id}`

  function live(text: string | undefined): Kept {
    // SAFETY: only this file writes under this key.
    const all = Object.entries(JSON.parse(text ?? '{}') as Kept)
    return Object.fromEntries(all.filter(([, { at }]) => at > Date.now() - ttlMs))
  }

  return {
    store,
    claim: async ({ conversationId, toolCallIds, requestId }, { takeOverAfterMs = Infinity } = {}) => {
      const mark = crypto.randomUUID()
      let answer: ClaimAnswer = { outcome: 'first' }
      await change(store, keyOf(conversationId), ttlMs, (text) => {
        const kept = live(text)
        const before = toolCallIds.flatMap((id) => (Object.hasOwn(kept, id) ? (kept[id] ?? []) : []))
        // Another machine's clock may be ahead.
        const isOpen = (at: number): boolean => Math.abs(Date.now() - at) < takeOverAfterMs
        const other = before.find((one) => one.requestId !== requestId && isOpen(one.at))
        if (other) answer = { outcome: 'lost', requestId: other.requestId, at: other.at }
        else if (before.some((one) => one.mark === mark)) answer = { outcome: 'first' }
        else answer = { outcome: before.some((one) => one.requestId === requestId) ? 'repeated' : 'first' }
        if (answer.outcome !== 'first' || before.some((one) => one.mark === mark)) return undefined
        const own = toolCallIds.map((id) => [id, { requestId, at: Date.now(), mark }] as const)
        return JSON.stringify({ ...kept, ...Object.fromEntries(own) })
      })
      return answer
    },
    release: ({ conversationId, toolCallIds, requestId }) =>
      change(store, keyOf(conversationId), ttlMs, (text) => {
        if (text === undefined) return undefined
        const all = Object.entries(live(text))
        const left = all.filter(([id, one]) => !toolCallIds.includes(id) || one.requestId !== requestId)
        return JSON.stringify(Object.fromEntries(left))
      }),
  }
}

/**
 * The answer of a chat's own route to a decision that lost its claim. The adapters read it as "already decided
 * elsewhere": nothing failed, and nothing is tried again.
 *
 * @example
 * async function answer(resume: () => Promise<Response>): Promise<Response> {
 *   // All three are those of the request: `requestId` is its Idempotency-Key.
 *   const { outcome } = await claims.claim({ conversationId, toolCallIds, requestId })
 *   return outcome === 'first' ? resume() : alreadyResolved()
 * }
 */
export function alreadyResolved(): Response {
  return toResponse(problem(409, 'already_resolved'))
}
