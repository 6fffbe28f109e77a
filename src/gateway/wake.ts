export type WakeReason = 'online' | 'visible' | 'restored'

/**
 * Tells when the browser is online again, the page is seen again, or it goes on after it was frozen or in the page
 * cache. Outside a browser it never does. Returns what ends the listening.
 */
export function onWake(listener: (reason: WakeReason) => void): () => void {
  const listening = new AbortController()
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
