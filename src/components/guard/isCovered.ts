import { drawnPath } from './flatTree.ts'
import { hasLayout, visible } from './isInView.ts'
import { isAbove, isInTopLayer } from './isAbove.ts'
import { type Box, overlapOf } from './boxes.ts'
import { clipped, isFaint, isSet, isShape, paintOf } from './paint.ts'
import type { Place } from './person.ts'

/** Answers of the kit to presses, which lie over the page for a while. */
export const ownAnswers: WeakSet<Element> = new WeakSet()

/**
 * True if something is painted over the button, its question or its arguments. Rectangles tell what may be, so that
 * nothing is missed between two points; the browser's own hit test tells whether it is above. An element that lets
 * clicks through covers too. One that paints nothing, such as the empty layer of a page's toasts, does not.
 */
export function isCovered(button: HTMLElement, pointer: Place | null): boolean {
  if (!hasLayout(button)) return false
  const card = button.closest<HTMLElement>('[data-part="intervention"]') ?? button
  const around = new Set(drawnPath(card))
  const told = card.querySelectorAll(toldParts)
  const parts = [button, ...told].map((part): Part => ({ part, box: part.getBoundingClientRect() }))
  // The tree of the card, and those around it. A host stands for the card in the tree that it is in.
  for (let inner: Element = card; ;) {
    const root = inner.getRootNode() as Document | ShadowRoot
    if (someCovers(root, { card, inner, root, around, parts, pointer })) return true
    if (!(root instanceof ShadowRoot)) return false
    inner = root.host
  }
}

const toldParts = ['title', 'question', 'risks', 'arguments', 'list_targets']
  .map((part) => `[data-part="${part}"]`)
  .join()

interface Part {
  readonly part: Element
  readonly box: Box
}

interface Sight {
  readonly card: Element
  /** The card, or its host in this tree. */
  readonly inner: Element
  readonly root: Document | ShadowRoot
  readonly around: ReadonlySet<Element>
  readonly parts: readonly Part[]
  readonly pointer: Place | null
}

/** `host`: stands for what is in its open shadow root. */
function someCovers(tree: ParentNode, sight: Sight, host?: Element): boolean {
  for (let one = tree.firstElementChild; one; one = one.nextElementSibling) {
    if (one === sight.card || one.localName === 'head' || ownAnswers.has(one)) continue
    const style = getComputedStyle(one)
    if (style.display === 'none' || (!sight.around.has(one) && isFaint(style))) continue
    if (covers(one, style, sight, host ?? one)) return true
    if (one.shadowRoot && one !== sight.inner && someCovers(one.shadowRoot, sight, host ?? one)) return true
    if (one.firstElementChild && someCovers(one, sight, host)) return true
  }
  return false
}

function covers(element: Element, style: CSSStyleDeclaration, sight: Sight, host: Element): boolean {
  const isAround = sight.around.has(element)
  // An element without a box, whose text and generated boxes are drawn all the same, is never called visible.
  const isSeen =
    style.display === 'contents'
      ? style.visibility === 'visible'
      : element.checkVisibility?.(visible) !== false
  const near = (box: Box): readonly Part[] => sight.parts.filter((one) => overlapOf(box, one.box))
  return paintOf(element, style, { isAround, isOnTop: !isAround && isInTopLayer(element), isNear }).some(
    ({ box, by, isHit }) => {
      const reached = near(box)
      if (reached.length === 0 || !isSeen) return false
      if (isCursor(element, style, sight.pointer)) return false
      const hit = by.pointerEvents === 'none' ? withEveryLayer(element, look) : look()
      if (hit !== null) return hit
      const seen = clipped(element, box)
      const mayMiss = (!isHit && !isClipped(style)) || element.closest('[inert]') !== null
      return mayMiss && seen !== null && near(seen).length > 0 && (isAround || isAbove(element, sight.card))

      // Null: the browser does not find it there.
      function look(): boolean | null {
        for (const { part, box: shown } of reached) {
          for (const [x, y] of pointsOf(overlapOf(box, shown)!, isCut(element, by) ? 40 : 2)) {
            const stack = sight.root.elementsFromPoint(x, y)
            const isOurs = (one: Element): boolean =>
              sight.inner === sight.card ? part.contains(one) : one === sight.inner
            const ours = stack.findIndex(isOurs)
            const theirs = stack.indexOf(host)
            if (ours < 0 || theirs < 0) continue
            if (theirs < ours) return true
            if (!isAround && host === element) return false
          }
        }
        return null
      }
    },
  )

  // Text may overflow a box that has no area of its own.
  function isNear(box: Box): boolean {
    return box.right - box.left < 1 || box.bottom - box.top < 1 || near(box).length > 0
  }
}

// True if it may paint less than its rectangle.
function isCut(element: Element, style: CSSStyleDeclaration): boolean {
  return isShape(element) || isClipped(style) || isSet(style.transform) || isSet(style.rotate)
}

function isClipped({ clip, clipPath }: CSSStyleDeclaration): boolean {
  return isSet(clipPath) || (clip || 'auto') !== 'auto'
}

const cursorPx = 64

// A page may draw its own pointer, which is over a button when that is pressed.
function isCursor(element: Element, { pointerEvents }: CSSStyleDeclaration, pointer: Place | null): boolean {
  if (!pointer || pointerEvents !== 'none') return false
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const isAt = (at: number, from: number, to: number): boolean => at > from - 9 && at < to + 9
  return Math.max(width, height) <= cursorPx && isAt(pointer.x, left, right) && isAt(pointer.y, top, bottom)
}

const step = 12

function pointsOf(
  { left, top, right, bottom }: Box,
  most: number,
): readonly (readonly [x: number, y: number])[] {
  const along = (from: number, to: number): number[] => {
    const count = Math.min(Math.max(Math.ceil((to - from) / step), 2), most)
    return Array.from({ length: count + 1 }, (_, index) => from + 0.5 + ((to - from - 1) * index) / count)
  }
  return along(left, right).flatMap((x) => along(top, bottom).map((y) => [x, y] as const))
}

// Elements that let clicks through are not found by their points. For a moment, no element lets them through.
function withEveryLayer<Result>(element: Element, look: () => Result): Result {
  const root = element.getRootNode() as Document | ShadowRoot
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*,::before,::after{pointer-events:auto!important}')
  // A copy: the property is a live list.
  const before = [...root.adoptedStyleSheets]
  root.adoptedStyleSheets = [...before, sheet]
  try {
    return look()
  } finally {
    root.adoptedStyleSheets = before
  }
}
