/** The ways a `Chat` tells of changes; what `useChat` returns has none and comes anew at each render. */
const ways = ['~registerMessagesCallback', '~registerStatusCallback', '~registerErrorCallback'] as const

/** Listens to a `Chat` for as long as it lives. */
export function listenTo(chat: object, listener: () => void): void {
  for (const way of ways) {
    if (!(way in chat)) continue
    // SAFETY: both versions of the AI SDK take a callback here.
    ;(chat as Record<typeof way, (callback: () => void) => void>)[way](listener)
  }
}
