const secondPressMs = 1_000

/**
 * Keeps keys that were meant for a button which is gone from what has focus now: a key that is still held, and an Enter
 * right behind the first one, which in a composer would send what is written there. Any other key ends it, and any key
 * that is meant for something else.
 */
export function swallowKeys(focused: HTMLElement): void {
  const until = performance.now() + secondPressMs
  const off = new AbortController()
  const swallow = (event: KeyboardEvent): void => {
    // It may be what the whole page is in, and the key meant for a button in there.
    const { activeElement } = focused.getRootNode() as Document | ShadowRoot
    const isHere = activeElement === focused && event.composedPath().includes(focused)
    if (isHere && (event.repeat || (event.key === 'Enter' && performance.now() < until))) {
      event.preventDefault()
      event.stopImmediatePropagation()
    } else off.abort()
  }
  window.addEventListener('keydown', swallow, { capture: true, signal: off.signal })
}
