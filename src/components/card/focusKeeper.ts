'use client'
import { createListening } from '../../hooks/listening.ts'
import { type RefObject, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import type { ReceiptView } from '../../hooks/cardView.ts'
import type { ToolCallId } from '../../model/ids.ts'
import { person } from '../guard/person.ts'

/** Keeps focus from being lost to the page when the element that has it is removed. */
export interface FocusKeeper {
  readonly watch: (element: Element | null) => void
  /**
   * Moves lost focus to the title in the element; `otherwise` is called if there is none. Call it after each render
   * that may remove what has focus.
   */
  readonly restore: (otherwise?: (lost: LostFocus) => void) => void
  /** Gives focus back to where it came from. False: there is no such place, and focus is at the title. */
  readonly leave: () => boolean
  /** When focus came by no key or pointer of the person. */
  readonly enteredAt: () => number
}

export interface LostFocus {
  readonly wasInCard: boolean
  readonly cameFrom: HTMLElement | null
  readonly byTouch: boolean
}

export function createFocusKeeper(): FocusKeeper {
  let root: Element | null = null
  let listening = createListening()
  let holder: Element | null = null
  let isLeaving = false
  let wasInCard = false
  let byTouch = false
  let cameFrom: HTMLElement | null = null
  let enteredAt = -Infinity
  let isRestoring = false
  const titleIn = (): HTMLElement | null | undefined =>
    root?.querySelector<HTMLElement>('[data-part="title"]')

  // Parts of the card, and renderers of the host, remove elements when no card or bar renders.
  const removals =
    typeof MutationObserver === 'undefined' ? null : new MutationObserver(() => titleIn() && restore())

  function restore(otherwise?: (lost: LostFocus) => void): void {
    const { activeElement, body } = document
    const hasLeft = holder === null || (isLeaving && holder.isConnected)
    if (hasLeft || (activeElement && activeElement !== body)) return
    holder = null
    const title = titleIn()
    isRestoring = true
    title?.focus({ preventScroll: true })
    isRestoring = false
    if (!title) otherwise?.({ wasInCard, cameFrom, byTouch })
  }

  return {
    watch: (element) => {
      listening.end()
      removals?.disconnect()
      root = element
      if (!element) return
      const own = createListening()
      listening = own
      const listen = (
        type: 'focusin' | 'focusout' | 'pointerdown',
        listener: (event: FocusEvent & PointerEvent) => void,
      ): void => own.on(element, type, listener as (event: Event) => void, { capture: true })
      const contains = (other: EventTarget | null): boolean =>
        other instanceof Node && element.contains(other)
      listen('focusin', ({ target, relatedTarget }) => {
        if (!holder && relatedTarget instanceof HTMLElement && !contains(relatedTarget))
          cameFrom = relatedTarget
        if (!holder && !isRestoring)
          enteredAt = person.isMovingFocus() || person.isPressing() ? -Infinity : performance.now()
        holder = target as Element
        removals?.observe(element, { childList: true, subtree: true })
        isLeaving = false
        wasInCard = holder.closest('[data-part="intervention"]') !== null
        uncover(element, holder)
      })
      listen('focusout', ({ relatedTarget }) => {
        if (contains(relatedTarget)) return
        isLeaving = true
        // An element that is being removed is still connected here, and loses focus by no choice of the person.
        queueMicrotask(() => {
          if (isLeaving && holder?.isConnected) {
            holder = null
            removals?.disconnect()
          }
          isLeaving = false
        })
      })
      listen('pointerdown', ({ pointerType }) => {
        byTouch = pointerType === 'touch'
      })
    },
    restore,
    leave: () => {
      const isBack = cameFrom?.isConnected === true
      const target = isBack ? cameFrom : titleIn()
      target?.focus({ preventScroll: true })
      return isBack
    },
    enteredAt: () => enteredAt,
  }
}

const ringPx = 5

// The foot of the bar stays in view, and must not lie over what has focus.
function uncover(bar: Element, focused: Element): void {
  const foot = bar.querySelector('[data-part="footer"]')
  if (!foot || foot.contains(focused)) return
  const { top, bottom } = focused.getBoundingClientRect()
  const covered = bottom + ringPx - foot.getBoundingClientRect().top
  const room = top - ringPx - bar.getBoundingClientRect().top
  if (covered > 0 && room > 0) bar.scrollTop += Math.min(covered, room)
}

/**
 * Moves lost focus to the heading of the next card, never to one of its buttons. Without another card it goes back to
 * where it was before the bar; by touch nowhere, so that no keyboard opens. If the call was settled elsewhere, it goes
 * to the heading of the bar, because keys that were meant for the card would send what is written in a composer.
 */
export function useBarFocus(
  heading: RefObject<HTMLElement | null>,
  shown: ToolCallId | undefined,
  receipts: readonly ReceiptView[],
): FocusKeeper {
  const [keeper] = useState(createFocusKeeper)
  const lastShown = useRef(shown)
  // After every render, because any render may remove the focused element.
  useLayoutEffect(() => {
    if (shown !== undefined) lastShown.current = shown
    keeper.restore(({ wasInCard, cameFrom, byTouch }) => {
      if (byTouch) return
      const isOwn = receipts.some(({ card, own }) => own && card.toolCallId === lastShown.current)
      const back = cameFrom?.isConnected ? cameFrom : null
      const target = wasInCard && !isOwn ? (heading.current ?? back) : (back ?? heading.current)
      target?.focus({ preventScroll: true })
      if (target && target === back) swallowKeys(target)
    })
  })
  return keeper
}

const secondPressMs = 1_000

/**
 * Swallows keys that were meant for a removed button: a held key, and an Enter right behind the first one, which in a
 * composer would send the message. Ends with any other key.
 */
export function swallowKeys(focused: HTMLElement): void {
  const until = performance.now() + secondPressMs
  const { on, end } = createListening()
  const swallow = (event: KeyboardEvent): void => {
    // The focused element may contain the whole page, and the key may be meant for a button in it.
    const { activeElement } = focused.getRootNode() as Document | ShadowRoot
    const isHere = activeElement === focused && event.composedPath().includes(focused)
    if (isHere && (event.repeat || (event.key === 'Enter' && performance.now() < until))) {
      event.preventDefault()
      event.stopImmediatePropagation()
    } else end()
  }
  on(window, 'keydown', swallow, { capture: true })
}
