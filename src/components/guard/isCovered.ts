import { hasLayout, visible } from './isInView.ts'

/** Answers of the kit to presses, which lie over the page for a while. */
export const ownAnswers: WeakSet<Element> = new WeakSet()

/**
 * True if something is painted over the button, its question or its arguments. An element that lets clicks through
 * covers too. One that paints nothing, such as the empty layer of a page's toasts, does not.
 */
export function isCovered(button: HTMLElement): boolean {
  if (!hasLayout(button)) return false
  const card = button.closest('[data-part="intervention"]') ?? button
  const shown = [button, ...card.querySelectorAll('[data-part="question"], [data-part="arguments"]')]
  const root = button.getRootNode() as Document | ShadowRoot
  return withEveryLayer(button.ownerDocument, () =>
    shown.some((element) =>
      pointsOf(visibleRectOf(element)).some(([x, y]) => {
        if (card.contains(root.elementFromPoint(x, y))) return false
        const stack = root.elementsFromPoint(x, y)
        const ours = stack.findIndex((hit) => card.contains(hit))
        return stack
          .slice(0, Math.max(ours, 0))
          .some((above) => !ownAnswers.has(above) && (above.contains(card) || isPainted(above)))
      }),
    ),
  )
}

const step = 24

function pointsOf({ left, top, right, bottom }: Edges): [x: number, y: number][] {
  const along = (from: number, to: number): number[] => {
    if (to - from < 3) return []
    const count = Math.min(Math.max(Math.ceil((to - from) / step), 2), 40)
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
  if (element.checkVisibility?.(visible) === false) return false
  if (replaced.test(element.localName) || element.closest('svg')) return true
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element)
  return (
    !/, 0\)$|\/ 0\)$|^transparent$/.test(backgroundColor) ||
    backgroundImage !== 'none' ||
    (backdropFilter || 'none') !== 'none' ||
    [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
  )
}

/**
 * Elements that let clicks through are not found by their points. For a moment, no element lets them through.
 */
function withEveryLayer<Result>(page: Document, look: () => Result): Result {
  const Sheet = page.defaultView?.CSSStyleSheet
  if (!page.adoptedStyleSheets || !Sheet) return look()
  const sheet = new Sheet()
  sheet.replaceSync('*{pointer-events:auto!important}')
  // A copy: the property is a live list.
  const before = [...page.adoptedStyleSheets]
  page.adoptedStyleSheets = [...before, sheet]
  try {
    return look()
  } finally {
    page.adoptedStyleSheets = before
  }
}
