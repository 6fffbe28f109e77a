/** True if a page of another origin is anywhere around this one, not only on top. */
export function isFramed(page: Window = window): boolean {
  if (page === page.top) return false
  // 'null' means that the browser does not tell that origin.
  const told = [...(page.location.ancestorOrigins ?? [])].filter((origin) => origin !== 'null')
  if (told.some((origin) => origin !== page.origin)) return true
  try {
    for (let inner = page; inner !== inner.parent; inner = inner.parent) {
      // Not that of its location, which is none in a frame with `srcdoc`.
      if (inner.parent.origin !== page.origin) return true
    }
    return false
  } catch {
    return true
  }
}

/** True if the person is at this page, in a frame of it or at the page around it. */
export function isActive(): boolean {
  try {
    return window.top?.document.hasFocus() === true
  } catch {
    return false
  }
}
