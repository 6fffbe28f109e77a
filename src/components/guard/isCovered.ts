import { drawnParent, drawnPath, someElement } from './flatTree.ts'
import { hasLayout, visible } from './isInView.ts'
import { type Box, isFaint, isShape, overlapOf, paintedAround, paintedInside, pseudoBox } from './paint.ts'
import { holdsFixed, isAbove, isInTopLayer, type Pseudo } from './stacking.ts'

/** Answers of the kit to presses, which lie over the page for a while. */
export const ownAnswers: WeakSet<Element> = new WeakSet()

/**
 * True if something is painted over the button, its question or its arguments. Compares rectangles, so that nothing is
 * missed between two points. An element that lets clicks through covers too. One that paints nothing, such as the empty
 * layer of a page's toasts, does not.
 */
export function isCovered(button: HTMLElement): boolean {
  if (!hasLayout(button)) return false
  const card = button.closest<HTMLElement>('[data-part="intervention"]') ?? button
  const told = card.querySelectorAll('[data-part="question"], [data-part="title"], [data-part="arguments"]')
  const shown = [button, ...told].flatMap(
    (element) => clipped(element, element.getBoundingClientRect()) ?? [],
  )
  const path = drawnPath(card)
  const around = new Set(path)
  const roots = new Set<ParentNode>([button.ownerDocument])
  for (const element of path) {
    const root = element.getRootNode()
    // An open one is found from its host.
    if (root instanceof ShadowRoot && root.mode === 'closed') roots.add(root)
  }
  return [...roots].some((root) =>
    someElement(root, (element) => {
      if (element === card || element.localName === 'head' || ownAnswers.has(element)) return 'skip'
      const style = getComputedStyle(element)
      const isAround = around.has(element)
      if (style.display === 'none' || (!isAround && isFaint(style))) return 'skip'
      return covers({ element, style, card, shown, isAround })
    }),
  )
}

interface Candidate {
  readonly element: Element
  readonly style: CSSStyleDeclaration
  readonly card: HTMLElement
  readonly shown: readonly Box[]
  readonly isAround: boolean
}

function covers({ element, style, card, shown, isAround }: Candidate): boolean {
  const box = element.getBoundingClientRect()
  const reaches = (boxes: readonly Box[]): boolean =>
    boxes.some((one) => shown.some((place) => overlapOf(one, place))) &&
    element.checkVisibility?.(visible) !== false &&
    boxes.some((one) => isSeen(element, one, shown))

  const { outlineStyle, boxShadow } = style
  if (outlineStyle !== 'none' || (boxShadow !== 'none' && !isAround)) {
    // An outline is drawn after what is inside of its element.
    if (reaches(paintedAround(style, box)) && (isAround || isAbove(element, card))) return true
  }
  // A box without an area may hold text that is larger.
  const isNear = box.width < 1 || box.height < 1 || shown.some((place) => overlapOf(box, place))
  if (isNear && !isAround && reaches(paintedInside(element, style, box)) && isAbove(element, card)) {
    if (!isCut(element, style) || isHit(element, card, shown)) return true
  }
  const generated = isInTopLayer(element) && !isAround ? [...pseudos, '::backdrop' as const] : pseudos
  return generated.some((pseudo) => {
    const place = pseudoBox(element, pseudo, box, isAround)
    return place !== null && reaches([place]) && isAbove(element, card, pseudo)
  })
}

const pseudos: readonly Pseudo[] = ['::before', '::after']

function isSeen(element: Element, box: Box, shown: readonly Box[]): boolean {
  const seen = clipped(element, box)
  return seen !== null && shown.some((place) => overlapOf(seen, place))
}

// The part of a box that the boxes around its element let be seen.
function clipped(element: Element, whole: Box): Box | null {
  let box: Box | null = whole
  let { position } = getComputedStyle(element)
  for (let outer = drawnParent(element); box && outer; outer = drawnParent(outer)) {
    const style = getComputedStyle(outer)
    const isHeld = holdsFixed(style) || (position === 'absolute' && style.position !== 'static')
    const escapes = /absolute|fixed/.test(position) && !isHeld
    if (
      style.overflow !== 'visible' &&
      !escapes &&
      outer !== document.documentElement &&
      outer !== document.body
    ) {
      box = overlapOf(box, outer.getBoundingClientRect())
    }
    if (!escapes) ({ position } = style)
  }
  return box
}

// True if it may paint less than its rectangle.
function isCut(element: Element, { clip, clipPath }: CSSStyleDeclaration): boolean {
  return isShape(element) || (clipPath || 'none') !== 'none' || (clip || 'auto') !== 'auto'
}

const step = 12

// Asks the browser at points, for what fills its rectangle in part.
function isHit(element: Element, card: Element, shown: readonly Box[]): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  return withEveryLayer(root, () =>
    shown.some((place) => {
      const overlap = overlapOf(element.getBoundingClientRect(), place)
      return (overlap ? pointsOf(overlap) : []).some(([x, y]) => {
        const stack = root.elementsFromPoint(x, y)
        const ours = stack.findIndex((hit) => card.contains(hit))
        return stack.slice(0, ours < 0 ? undefined : ours).includes(element)
      })
    }),
  )
}

function pointsOf({ left, top, right, bottom }: Box): readonly (readonly [x: number, y: number])[] {
  const along = (from: number, to: number): number[] => {
    const count = Math.min(Math.max(Math.ceil((to - from) / step), 2), 40)
    return Array.from({ length: count + 1 }, (_, index) => from + 0.5 + ((to - from - 1) * index) / count)
  }
  return along(left, right).flatMap((x) => along(top, bottom).map((y) => [x, y] as const))
}

// Elements that let clicks through are not found by their points. For a moment, no element lets them through.
function withEveryLayer<Result>(root: Document | ShadowRoot, look: () => Result): Result {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*{pointer-events:auto!important}')
  // A copy: the property is a live list.
  const before = [...root.adoptedStyleSheets]
  root.adoptedStyleSheets = [...before, sheet]
  try {
    return look()
  } finally {
    root.adoptedStyleSheets = before
  }
}
