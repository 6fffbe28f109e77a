import { createListening } from './listening.ts'

export type WakeReason = 'online' | 'visible' | 'restored'

/**
 * Calls back when the browser is online again, the page is visible again, or it comes back from a freeze or the page
 * cache. Never outside of a browser. Returns a function that stops it.
 */
export function onWake(listener: (reason: WakeReason) => void): () => void {
  const { on, end } = createListening()
  const { window, document: page } = globalThis
  on(window, 'online', () => listener('online'))
  on(window, 'pageshow', (event) => {
    if (event.persisted) listener('restored')
  })
  on(page, 'resume', () => listener('restored'))
  on(page, 'visibilitychange', () => {
    if (page.visibilityState === 'visible') listener('visible')
  })
  return end
}
