import type { Pseudo } from './stacking.ts'

/** A rectangle in the window, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function overlapOf(one: Box, other: Box): Box | null {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const right = Math.min(one.right, other.right)
  const bottom = Math.min(one.bottom, other.bottom)
  // Less than a pixel is the rounding of two neighbours.
  return right - left < 1 || bottom - top < 1 ? null : { left, top, right, bottom }
}

/** The places where an element paints within its border box: its background, borders, inner shadows and own text. */
export function paintedInside(element: Element, style: CSSStyleDeclaration, box: Box): readonly Box[] {
  if (isReplaced(element) || isFilled(style)) return [box]
  const texts = [...element.childNodes].filter(
    ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
  )
  const lines = texts.flatMap(linesOf)
  const seen = style.overflow === 'visible' ? lines : lines.flatMap((line) => overlapOf(line, box) ?? [])
  return [...edgesOf(style, box), ...seen]
}

/** The places where an element paints around its border box: its outline and outer shadows. */
export function paintedAround(style: CSSStyleDeclaration, box: Box): readonly Box[] {
  const boxes: Box[] = []
  const outline = style.outlineStyle === 'none' ? 0 : px(style.outlineWidth)
  if (outline > 0 && !isTransparent(style.outlineColor)) {
    const inner = grow(box, px(style.outlineOffset))
    boxes.push(...ring(grow(inner, outline), inner))
  }
  for (const { isInset, x, y, spread } of shadowsOf(style)) {
    if (isInset) continue
    const { left, top, right, bottom } = grow(box, spread)
    boxes.push(...ring({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }, box))
  }
  return boxes
}

/**
 * The place of a generated box that paints something; null: there is none. One in the flow of what is around the card
 * lies beside the card.
 */
export function pseudoBox(element: Element, pseudo: Pseudo, box: Box, isAround: boolean): Box | null {
  const style = getComputedStyle(element, pseudo)
  const { content, position, display } = style
  if (pseudo !== '::backdrop' && (content === 'none' || content === 'normal')) return null
  const isPlaced = /absolute|fixed/.test(position)
  if (isAround && !isPlaced) return null
  if (display === 'none' || style.visibility === 'hidden' || isFaint(style)) return null
  const hasText = pseudo !== '::backdrop' && content !== '""'
  const around = pseudo === '::backdrop' || position === 'fixed' ? viewport() : containing(element, box)
  const placed = isPlaced ? placedBox(style, around) : pseudo === '::backdrop' ? around : box
  const edges = edgesOf(style, placed)
  return hasText || isFilled(style) || edges.length > 0 || shadowsOf(style).length > 0 ? placed : null
}

function viewport(): Box {
  return { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
}

function containing(element: Element, box: Box): Box {
  if (getComputedStyle(element).position !== 'static') return box
  const parent = (element as Partial<HTMLElement>).offsetParent
  return parent && parent !== document.body ? parent.getBoundingClientRect() : pageBox(parent)
}

function pageBox(body: Element | null | undefined): Box {
  const isPlaced = body && getComputedStyle(body).position !== 'static'
  return (isPlaced ? body : document.documentElement).getBoundingClientRect()
}

function placedBox(style: CSSStyleDeclaration, around: Box): Box {
  const isWhole = style.boxSizing === 'border-box'
  const sum = (...names: readonly string[]): number =>
    isWhole ? 0 : names.reduce((all, name) => all + px(style.getPropertyValue(name)), 0)
  const width =
    px(style.width) + sum('padding-left', 'padding-right', 'border-left-width', 'border-right-width')
  const height =
    px(style.height) + sum('padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width')
  const { e, f } = new DOMMatrix(style.transform === 'none' ? '' : style.transform)
  const left = around.left + px(style.left) + px(style.marginLeft) + e
  const top = around.top + px(style.top) + px(style.marginTop) + f
  return { left, top, right: left + width, bottom: top + height }
}

function isFilled(style: CSSStyleDeclaration): boolean {
  const { backgroundColor, backgroundImage, backdropFilter } = style
  return (
    !isTransparent(backgroundColor) || backgroundImage !== 'none' || (backdropFilter || 'none') !== 'none'
  )
}

// Borders and inner shadows.
function edgesOf(style: CSSStyleDeclaration, box: Box): readonly Box[] {
  const border = (side: string): number =>
    isTransparent(style.getPropertyValue(`border-${side}-color`))
      ? 0
      : px(style.getPropertyValue(`border-${side}-width`))
  const inner = shadowsOf(style).filter(({ isInset }) => isInset)
  const depth = (along: 'x' | 'y'): number =>
    Math.max(0, ...inner.map((one) => Math.abs(one[along]) + one.spread + one.blur / 2))
  const left = Math.max(border('left'), depth('x'))
  const right = Math.max(border('right'), depth('x'))
  const top = Math.max(border('top'), depth('y'))
  const bottom = Math.max(border('bottom'), depth('y'))
  if (Math.max(left, right, top, bottom) <= 0) return []
  return ring(box, {
    left: box.left + left,
    top: box.top + top,
    right: box.right - right,
    bottom: box.bottom - bottom,
  })
}

function linesOf(text: Node): readonly Box[] {
  const range = document.createRange()
  range.selectNodeContents(text)
  return [...range.getClientRects()]
}

// What lies under a shadow of less than that can still be read.
const legible = 0.5

interface Shadow {
  readonly isInset: boolean
  readonly x: number
  readonly y: number
  readonly blur: number
  readonly spread: number
}

function shadowsOf({ boxShadow }: CSSStyleDeclaration): readonly Shadow[] {
  if (!boxShadow || boxShadow === 'none') return []
  return boxShadow.split(/,(?![^(]*\))/).flatMap((shadow) => {
    const color = /[a-z-]+\([^)]*\)/.exec(shadow)?.[0] ?? ''
    const [x = 0, y = 0, blur = 0, spread = 0] = (shadow.replace(color, '').match(/-?[\d.e]+px/g) ?? []).map(
      px,
    )
    return alphaOf(color) < legible ? [] : [{ isInset: shadow.includes('inset'), x, y, blur, spread }]
  })
}

const replaced = /^(img|picture|canvas|video|iframe|embed|object|input|textarea|select)$/

function isReplaced(element: Element): boolean {
  return replaced.test(element.localName) || isShape(element)
}

/** A part of a drawing, whose box it fills in part. */
export function isShape(element: Element): boolean {
  return element instanceof SVGElement && element.ownerSVGElement !== null
}

// Grain and tints over a whole page leave it legible.
const faint = 0.1

/** True if it, with all inside of it, can hardly be seen. */
export function isFaint({ opacity }: CSSStyleDeclaration): boolean {
  return Number(opacity || 1) < faint
}

function isTransparent(color: string): boolean {
  return alphaOf(color) < faint
}

function alphaOf(color: string): number {
  if (color === 'transparent') return 0
  const alpha = /^rgba\(.*,\s*([\d.e-]+)\)$|\/\s*([\d.e-]+)\)$/.exec(color)
  return Number(alpha?.[1] ?? alpha?.[2] ?? 1)
}

function px(length: string): number {
  return Number.parseFloat(length) || 0
}

function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

// The outer box without the inner one.
function ring(outer: Box, inner: Box): readonly Box[] {
  const hole = overlapOf(outer, inner)
  if (!hole) return [outer]
  return [
    { ...outer, bottom: hole.top },
    { ...outer, top: hole.bottom },
    { ...outer, right: hole.left },
    { ...outer, left: hole.right },
  ].filter((box) => overlapOf(box, box))
}
