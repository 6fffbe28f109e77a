import { hasLayout, visible } from '../guard/isInView.ts'

const sampleMs = 100
const dwellMs = 300
// A line of text is higher than this, in pixels.
const bandPx = 6

/** The parts of one text, and since when each has been in view. `true`: for long enough. */
interface Watched {
  readonly width: number
  readonly height: number
  readonly bands: (number | true | null)[]
}

/**
 * Calls `onSeen` once for each element all of whose text has been in view, each part of it for 300 ms. A text that is cut
 * off is never in view. Returns a function that ends it.
 */
export function watchInView(
  elementsNow: () => Iterable<HTMLElement>,
  onSeen: (element: HTMLElement) => void,
): () => void {
  const watched = new WeakMap<HTMLElement, Watched>()

  function look(): void {
    for (const element of elementsNow()) {
      const state = watchedNow(element)
      watched.set(element, state)
      if (sample(element, state)) onSeen(element)
    }
  }

  function watchedNow(element: HTMLElement): Watched {
    const { width, height } = element.getBoundingClientRect()
    const known = watched.get(element)
    // In a different layout each band holds other characters.
    if (known && known.width === width && known.height === height) return known
    return { width, height, bands: Array<null>(Math.max(1, Math.ceil(height / bandPx))).fill(null) }
  }

  // Never at once: what was just drawn is painted first.
  const timer = setInterval(look, sampleMs)
  return () => clearInterval(timer)
}

function sample(element: HTMLElement, { bands }: Watched): boolean {
  const now = performance.now()
  const isLaidOut = hasLayout(element)
  const isHidden =
    document.hidden || isCut(element) || (isLaidOut && element.checkVisibility?.(visible) === false)
  const rect = element.getBoundingClientRect()
  for (const [index, since] of bands.entries()) {
    if (since === true) continue
    const isInView = !isHidden && (!isLaidOut || isBandInView(element, rect, index))
    if (!isInView) bands[index] = null
    else if (since !== null && now - since >= dwellMs) bands[index] = true
    else bands[index] = since ?? now
  }
  return bands.every((band) => band === true)
}

// If something covers the band or cuts it off, the hit test finds that instead.
function isBandInView(element: HTMLElement, { left, top, width, height }: DOMRect, index: number): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  const y = top + Math.min((index + 0.5) * bandPx, height - 1)
  return [1, width / 2, width - 1].every((x) => element.contains(root.elementFromPoint(left + x, y)))
}

function isCut({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1
}
