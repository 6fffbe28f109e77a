export type WakeReason = 'online' | 'visible' | 'restored'

/**
 * Calls back when the browser is online again, the page is visible again, or it comes back from a freeze or the page
 * cache. Never outside of a browser. Returns a function that stops it.
 */
export function onWake(listener: (reason: WakeReason) => void): () => void {
  // A signal has to come from the realm of its target.
  const listening = new (globalThis.window?.AbortController ?? AbortController)()
  const { signal } = listening
  const page = globalThis.document
  globalThis.addEventListener?.('online', () => listener('online'), { signal })
  globalThis.addEventListener?.(
    'pageshow',
    (event) => {
      if (event.persisted) listener('restored')
    },
    { signal },
  )
  page?.addEventListener('resume', () => listener('restored'), { signal })
  page?.addEventListener(
    'visibilitychange',
    () => {
      if (page.visibilityState === 'visible') listener('visible')
    },
    { signal },
  )
  return () => listening.abort()
}
