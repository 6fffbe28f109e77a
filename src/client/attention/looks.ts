import { createListening } from '../../gateway/listening.ts'

// True while a person may be looking at this page.
export function isLookedAt(): boolean {
  return !document.hidden && document.hasFocus()
}

// Calls back when that may have changed. Returns a function that ends it.
export function watchLooks(listener: () => void): () => void {
  const listening = createListening()
  listening.on(window, 'focus', listener)
  listening.on(window, 'blur', listener)
  listening.on(document, 'visibilitychange', listener)
  return () => listening.end()
}
