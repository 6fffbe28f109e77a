import { createRequestId } from '../gateway/requestId.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { type ConversationAddress, scopeOf } from './address.ts'
import { withoutText } from './unsettled.ts'

/** What a tab tells the others of this browser: ids, and never a word of what is decided on. */
export interface OtherTab {
  /** Who says it. */
  readonly page: string
  readonly scope: string
  readonly request: ResumeRequest
  /** It has an answer, or has failed. */
  readonly isOver: boolean
}

// A channel also hears what the same page says on another one, and later than the answer.
let page: string | undefined
const pageId = (): string => (page ??= createRequestId())

/**
 * Sends a decision while no other tab of this browser sends one for the same calls, and tells them of it. Null
 * where one does: nothing was sent, and nothing waits. Without the browser's locks or channels the server's word is enough.
 */
export async function sendAlone<T>(
  address: ConversationAddress,
  request: ResumeRequest,
  send: () => Promise<T>,
): Promise<T | null> {
  const scope = scopeOf(address)
  const names = request.decisions.map(({ toolCallId }) => `intervention-bar ${scope} ${toolCallId}`)
  const tell = (isOver: boolean): void => {
    const channel = open(address)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target.
    channel?.postMessage({ page: pageId(), scope, request: withoutText(request), isOver } satisfies OtherTab)
    channel?.close()
  }
  return withLocks(names, async () => {
    tell(false)
    try {
      return await send()
    } finally {
      tell(true)
    }
  })
}

/** Hears what other tabs decide in this conversation. Returns what ends it. */
export function listenToOtherTabs(
  address: ConversationAddress,
  onMessage: (message: OtherTab) => void,
): () => void {
  const channel = open(address)
  if (!channel) return () => undefined
  channel.addEventListener('message', ({ data }: MessageEvent<OtherTab>) => {
    if (data.scope === scopeOf(address) && data.page !== pageId()) onMessage(data)
  })
  return () => channel.close()
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

async function withLocks<T>([name, ...others]: readonly string[], run: () => Promise<T>): Promise<T | null> {
  const locks = globalThis.navigator?.locks
  if (name === undefined || !locks) return run()
  let isTaken = false
  let running: Promise<T | null> | undefined
  try {
    await locks.request(name, { ifAvailable: true }, async (lock) => {
      isTaken = !lock
      if (!lock) return
      running = withLocks(others, run)
      await running.catch(() => undefined)
    })
  } catch {
    // Locks are not allowed everywhere, as in a sandboxed frame.
  }
  return isTaken ? null : (running ?? run())
}
