import { type Box, grow, overlapOf, ring, viewport } from './boxes.ts'
import { drawnParent } from './flatTree.ts'

/** A place where an element may paint something. */
export interface Painted {
  readonly box: Box
  /** The style of the element, or of the box that it generates. */
  readonly by: CSSStyleDeclaration
  /** A hit test finds the element there, if nothing hides it. */
  readonly isHit: boolean
}

/**
 * The places where an element paints: its background, borders, shadows, outline, own text and generated boxes. One that
 * is around the card paints over it with its outline and with generated boxes that are out of the flow.
 */
export function paintOf(
  element: Element,
  style: CSSStyleDeclaration,
  place: {
    readonly isAround: boolean
    readonly isOnTop: boolean
    readonly isNear: (box: Box) => boolean
  },
): readonly Painted[] {
  const box = element.getBoundingClientRect()
  const painted: Painted[] = []
  const add = (boxes: readonly Box[], isHit: boolean, by: CSSStyleDeclaration): void => {
    for (const one of boxes) painted.push({ box: one, by, isHit })
  }
  const scale = scaleOf(element, box)
  const addRims = (at: Box, by: CSSStyleDeclaration, hasShadows: boolean): void => {
    if (by.outlineStyle !== 'none' && alphaOf(by.outlineColor) >= faint) {
      const inner = grow(at, px(by.outlineOffset) * scale)
      add(ring(grow(inner, px(by.outlineWidth) * scale), inner), false, by)
    }
    if (!hasShadows) return
    const { boxShadow, filter, borderImageSource, borderImageOutset } = by
    for (const shadow of [...shadowsOf(boxShadow), ...dropped(filter)]) {
      if (!shadow.isInset) add(ring(cast(at, shadow, scale), at), false, by)
    }
    if (isSet(borderImageSource)) {
      // A number is one of borders.
      const outsets = borderImageOutset
        .split(' ')
        .map((one) => px(one) * (one.endsWith('px') ? 1 : px(by.borderTopWidth)))
      add(ring(grow(at, Math.max(...outsets) * scale), at), false, by)
    }
  }
  addRims(box, style, !place.isAround)
  if (!place.isAround && place.isNear(box)) {
    const isWhole = (isReplaced(element) && !isBlank(element)) || isFilled(style)
    // A hit test finds the cells of a table only, and nothing that has no box.
    add(isWhole ? [box] : edgesOf(style, box, scale), !/^table-|^contents/.test(style.display), style)
    if (!isWhole) add(linesOf(element, style, box), false, style)
  }
  for (const shadow of shadowsOf(style.textShadow)) {
    add(
      linesOf(element, style, box).map((line) => cast(line, shadow, scale)),
      false,
      style,
    )
  }
  for (const pseudo of ['::before', '::after']) {
    const by = getComputedStyle(element, pseudo)
    const { content, position, display, visibility } = by
    if (content === 'none' || content === 'normal') continue
    const isPlaced = /absolute|fixed/.test(position)
    // Content in the flow of an ancestor lies beside the card, not over it.
    if ((place.isAround && !isPlaced) || display === 'none' || visibility === 'hidden' || isFaint(by))
      continue
    // One in the flow may be moved away from its element.
    const ats = isPlaced
      ? [placedBox(by, position === 'fixed' ? viewport() : containing(element, box))]
      : [box, placedBox(by, box, box)]
    for (const at of ats) {
      addRims(at, by, true)
      add(content !== '""' || isFilled(by) ? [at] : edgesOf(by, at, scale), style.display !== 'contents', by)
    }
  }
  if (place.isOnTop) {
    const by = getComputedStyle(element, '::backdrop')
    if (isFilled(by) && !isFaint(by)) add([viewport()], false, by)
  }
  return painted
}

/** The part of a box that the boxes around its element let be seen. */
export function clipped(element: Element, whole: Box): Box | null {
  let box: Box | null = whole
  let isFixed = getComputedStyle(element).position === 'fixed'
  for (
    let outer = drawnParent(element);
    box && outer && outer !== document.body;
    outer = drawnParent(outer)
  ) {
    const { overflow, position, transform } = getComputedStyle(outer)
    // A fixed box is positioned by its nearest transformed ancestor.
    if (isFixed && (transform || 'none') === 'none') continue
    if (overflow !== 'visible') box = overlapOf(box, outer.getBoundingClientRect())
    isFixed = position === 'fixed'
  }
  return box
}

function containing(element: Element, box: Box): Box {
  if (getComputedStyle(element).position !== 'static') return box
  const { offsetParent } = element as Partial<HTMLElement>
  const isPlaced = offsetParent && getComputedStyle(offsetParent).position !== 'static'
  return (isPlaced ? offsetParent : document.documentElement).getBoundingClientRect()
}

function placedBox(style: CSSStyleDeclaration, around: Box, least?: DOMRect): Box {
  const sum = (...names: readonly string[]): number =>
    names.reduce((all, name) => all + px(style.getPropertyValue(name)), 0)
  const { e, f } = new DOMMatrix(style.transform === 'none' ? '' : style.transform)
  const [x = 0, y = 0] = (style.translate ?? '').split(' ').map(px)
  const left = around.left + sum('left', 'margin-left') + e + x
  const top = around.top + sum('top', 'margin-top') + f + y
  // As large as it may be: the hit test is exact.
  const width = sum('width', 'padding-left', 'padding-right', 'border-left-width', 'border-right-width')
  const height = sum('height', 'padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width')
  const right = left + Math.max(width, least?.width ?? 0)
  return { left, top, right, bottom: top + Math.max(height, least?.height ?? 0) }
}

function isFilled(style: CSSStyleDeclaration): boolean {
  const images = [style.backgroundImage, style.borderImageSource, style.backdropFilter]
  const hasRules = isSet(style.columnRuleStyle) && alphaOf(style.columnRuleColor) >= faint
  return alphaOf(style.backgroundColor) >= faint || hasRules || images.some(isSet)
}

// Borders and inner shadows, all sides as deep as the deepest.
function edgesOf(style: CSSStyleDeclaration, box: Box, scale: number): readonly Box[] {
  const borders = (['Left', 'Top', 'Right', 'Bottom'] as const).map((side) =>
    alphaOf(style[`border${side}Color`]) < faint ? 0 : px(style[`border${side}Width`]),
  )
  const shadows = shadowsOf(style.boxShadow).map(({ isInset, x, y, blur, spread }) =>
    isInset ? Math.max(Math.abs(x), Math.abs(y)) + spread + blur / 2 : 0,
  )
  return ring(box, grow(box, -scale * Math.max(...borders, ...shadows)))
}

function linesOf(element: Element, { overflow }: CSSStyleDeclaration, box: Box): readonly Box[] {
  const range = document.createRange()
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return []
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()]
    return overflow === 'visible' ? lines : lines.flatMap((line) => overlapOf(line, box) ?? [])
  })
}

// Text under a fainter shadow can still be read.
const legible = 0.5

interface Shadow {
  readonly isInset: boolean
  readonly x: number
  readonly y: number
  readonly blur: number
  readonly spread: number
}

function shadowsOf(shadows: string | undefined): readonly Shadow[] {
  if (!shadows || shadows === 'none') return []
  return shadows.split(/,(?![^(]*\))/).flatMap((shadow) => {
    const [x = 0, y = 0, blur = 0, spread = 0] = (shadow.match(/-?[\d.e]+px/g) ?? []).map(px)
    return alphaOf(shadow) < legible ? [] : [{ isInset: shadow.includes('inset'), x, y, blur, spread }]
  })
}

function dropped(filter: string | undefined): readonly Shadow[] {
  return [...(filter ?? '').matchAll(/drop-shadow\((.*?px)\)/g)].flatMap(([, shadow]) => shadowsOf(shadow))
}

function cast(box: Box, { x, y, spread }: Shadow, scale: number): Box {
  const { left, top, right, bottom } = grow(box, spread * scale)
  const [across, down] = [x * scale, y * scale]
  return { left: left + across, top: top + down, right: right + across, bottom: bottom + down }
}

// Lengths of a style are those before a transform.
function scaleOf(element: Element, { width }: DOMRect): number {
  const { offsetWidth } = element as Partial<HTMLElement>
  return width && offsetWidth ? width / offsetWidth : 1
}

function isReplaced(element: Element): boolean {
  return (
    /^(img|canvas|video|audio|iframe|embed|object|input|textarea|select|progress|meter)$/.test(
      element.localName,
    ) || isShape(element)
  )
}

/** A part of a drawing, whose box it fills in part. */
export function isShape(element: Element): boolean {
  return element instanceof SVGElement && element.ownerSVGElement !== null
}

// A canvas over a page, such as one for confetti, is empty most of the time.
function isBlank(canvas: Element): boolean {
  if (!(canvas instanceof HTMLCanvasElement)) return false
  try {
    const copy = new OffscreenCanvas(64, 64).getContext('2d')!
    copy.drawImage(canvas, 0, 0, 64, 64)
    return copy.getImageData(0, 0, 64, 64).data.every((value) => value === 0)
  } catch {
    return false
  }
}

// Grain and tints over a whole page leave it legible.
export const faint = 0.1

/** True if it, with all inside of it, can hardly be seen. */
export function isFaint({ opacity }: CSSStyleDeclaration): boolean {
  return Number(opacity || 1) < faint
}

export function isSet(value: string | undefined): boolean {
  return (value || 'none') !== 'none'
}

function alphaOf(color: string): number {
  const alpha = /rgba\(.*,\s*([\d.e-]+)\)|\/\s*([\d.e-]+)\)/.exec(color)
  return Number(alpha?.[1] ?? alpha?.[2] ?? 1)
}

function px(length: unknown): number {
  return Number.parseFloat(String(length)) || 0
}
