import { createRequestId } from '../gateway/requestId.ts'
import { type ConversationState, findCall } from '../model/conversation.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { type ConversationAddress, scopeOf } from './address.ts'
import { cardsOf, updateCards } from './cards.ts'
import { withoutText } from './digest.ts'

/** The message of a tab to the others of this browser. It contains ids only. */
export interface OtherTab {
  readonly page: string
  readonly scope: string
  readonly request: ResumeRequest
  readonly isOver: boolean
}

// A channel also hears what the same page says on another one, and later than the answer.
let page: string | undefined
const pageId = (): string => (page ??= createRequestId())

export function tellOtherTabs(address: ConversationAddress, request: ResumeRequest, isOver: boolean): void {
  const channel = open(address)
  const message: OtherTab = { page: pageId(), scope: scopeOf(address), request: withoutText(request), isOver }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target.
  channel?.postMessage(message)
  channel?.close()
}

export function watchOtherTabs(
  address: ConversationAddress,
  onMessage: (message: OtherTab) => void,
): () => void {
  const channel = open(address)
  const scope = scopeOf(address)
  channel?.addEventListener('message', ({ data }: MessageEvent<OtherTab>) => {
    if (data.scope === scope && data.page !== pageId()) onMessage(data)
  })
  return () => channel?.close()
}

function open({ gateway }: ConversationAddress): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel(`intervention-bar ${gateway.id}`)
    // Outside a browser it would keep the process from ending.
    ;(channel as { unref?: () => void }).unref?.()
    return channel
  } catch {
    return null
  }
}

type OnClaim = (release: (() => void) | null) => void

/**
 * Keeps other tabs of this browser from sending for the same calls until it is released. Null: one of them is sending.
 * Without Web Locks the server decides.
 */
export function claimCalls(scope: string, { decisions }: ResumeRequest, onClaim: OnClaim): void {
  claim(
    decisions.map(({ toolCallId }) => `intervention-bar ${scope} ${toolCallId}`),
    onClaim,
  )
}

function claim([name, ...others]: readonly string[], onClaim: OnClaim): void {
  const locks = globalThis.navigator?.locks
  if (name === undefined || !locks) return onClaim(() => undefined)
  let isAnswered = false
  locks
    .request(name, { ifAvailable: true }, (lock) => {
      isAnswered = true
      if (!lock) return onClaim(null)
      return new Promise<void>((free) => {
        claim(others, (release) => {
          if (!release) free()
          onClaim(
            release &&
              (() => {
                release()
                free()
              }),
          )
        })
      })
    })
    .catch(() => {
      // Locks are not allowed everywhere, as in a sandboxed frame.
      if (!isAnswered) onClaim(() => undefined)
    })
}

/** A decision ends within 60 s. A tab that was closed meanwhile does not report its end. */
const longestMs = 65_000

export function showElsewhere(
  scope: string,
  state: ConversationState | undefined,
  request: ResumeRequest,
): boolean {
  let isNews = false
  const ids = request.decisions.map(({ toolCallId }) => toolCallId)
  updateCards(scope, ids, ({ memory }, id) => {
    const isOwn = memory?.status === 'sent' || memory?.request?.requestId === request.requestId
    if (memory?.status === 'settled') {
      // Its event was quicker than the other tab.
      const card = findCall(state?.interventions, id)
      const isIts = card?.status !== 'pending' && card?.resolution.requestId === request.requestId
      return isIts ? { memory: { ...memory, request } } : undefined
    }
    if (isOwn && memory?.status !== 'elsewhere') return undefined
    isNews = true
    return { memory: { status: 'elsewhere', request, since: Date.now() } }
  })
  return isNews
}

export function freeElsewhere(scope: string, over?: ResumeRequest): void {
  updateCards(scope, cardsOf(scope).keys(), ({ memory }) => {
    if (memory?.status !== 'elsewhere') return undefined
    const isOver = memory.request.requestId === over?.requestId || Date.now() - memory.since > longestMs
    return isOver ? { memory: undefined } : undefined
  })
}
