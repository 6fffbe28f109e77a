// True while a person may be looking at this page.
export function isLookedAt(): boolean {
  return !document.hidden && document.hasFocus()
}

// Calls back when that may have changed. Returns a function that ends it.
export function watchLooks(listener: () => void): () => void {
  const off = new AbortController()
  const { signal } = off
  window.addEventListener('focus', listener, { signal })
  window.addEventListener('blur', listener, { signal })
  document.addEventListener('visibilitychange', listener, { signal })
  return () => off.abort()
}
