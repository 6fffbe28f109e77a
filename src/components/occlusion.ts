/** Whether a person can see the button now: drawn, in view, and with at least one of its points on top. */
export function isInView(button: HTMLElement): boolean {
  if (!hasLayout(button)) return true
  const style = { opacityProperty: true, visibilityProperty: true }
  if (button.checkVisibility?.(style) === false) return false
  const root = rootOf(button)
  return pointsOf(button.getBoundingClientRect(), 2).some(([x, y]) =>
    button.contains(root.elementFromPoint(x, y)),
  )
}

/**
 * Whether something is painted over the button, or over the question and the arguments it is about. What lets clicks
 * through covers too; what paints nothing, such as the empty layer that holds a page's toasts, does not.
 */
export function isCovered(button: HTMLElement): boolean {
  if (!hasLayout(button)) return false
  const card = button.closest('[data-part="intervention"]') ?? button
  const shown = [button, ...card.querySelectorAll('[data-part="question"], [data-part="arguments"]')]
  const root = rootOf(button)
  return withEveryLayer(button.ownerDocument, () =>
    shown.some((element) =>
      pointsOf(visibleRectOf(element), 24).some(([x, y]) => {
        const stack = root.elementsFromPoint(x, y)
        const ours = stack.findIndex((hit) => card.contains(hit))
        return stack.slice(0, Math.max(ours, 0)).some((above) => above.contains(card) || isPainted(above))
      }),
    ),
  )
}

/** Where nothing is laid out, as in jsdom, everything counts as visible. */
function hasLayout({ ownerDocument }: HTMLElement): boolean {
  return ownerDocument.documentElement.clientWidth > 0
}

function rootOf(element: HTMLElement): Document | ShadowRoot {
  return element.getRootNode() as Document | ShadowRoot
}

/** A grid of points just inside of a rectangle, at most `step` pixels apart, or three by three where that is `2`. */
function pointsOf({ left, top, right, bottom }: Edges, step: number): [x: number, y: number][] {
  const along = (from: number, to: number): number[] => {
    const count = step === 2 ? 2 : Math.min(Math.max(Math.ceil((to - from) / step), 2), 40)
    if (to - from < 3) return []
    return Array.from({ length: count + 1 }, (_, index) => from + 1 + ((to - from - 2) * index) / count)
  }
  return along(left, right).flatMap((x) => along(top, bottom).map((y): [number, number] => [x, y]))
}

interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What of an element is not scrolled away within the boxes around it. */
function visibleRectOf(element: Element): Edges {
  let { left, top, right, bottom } = element.getBoundingClientRect()
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (getComputedStyle(box).overflow === 'visible') continue
    const clip = box.getBoundingClientRect()
    left = Math.max(left, clip.left)
    top = Math.max(top, clip.top)
    right = Math.min(right, clip.right)
    bottom = Math.min(bottom, clip.bottom)
  }
  return { left, top, right, bottom }
}

const replaced = /^(img|picture|canvas|video|iframe|embed|object|svg|input|textarea|select)$/i

function isPainted(element: Element): boolean {
  if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false
  if (replaced.test(element.localName) || element.closest('svg')) return true
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element)
  return (
    !/, 0\)$|\/ 0\)$|^transparent$/.test(backgroundColor) ||
    backgroundImage !== 'none' ||
    (backdropFilter || 'none') !== 'none' ||
    [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
  )
}

/** What lets clicks through is not found by its points: for a moment, nothing does. */
function withEveryLayer<Result>(page: Document, look: () => Result): Result {
  const sheets = page.adoptedStyleSheets
  const Sheet = page.defaultView?.CSSStyleSheet
  if (!sheets || !Sheet) return look()
  const sheet = new Sheet()
  sheet.replaceSync('*{pointer-events:auto!important}')
  page.adoptedStyleSheets = [...sheets, sheet]
  try {
    return look()
  } finally {
    page.adoptedStyleSheets = sheets
  }
}
