/** Keeps focus from being lost to the page when the element that has it is removed. */
export interface FocusKeeper {
  readonly watch: (element: Element | null) => void
  /**
   * Moves lost focus to the question in the element; `otherwise` is called if there is none. Call it after each render
   * that may remove what has focus.
   */
  readonly restore: (otherwise?: (lost: LostFocus) => void) => void
}

export interface LostFocus {
  readonly wasInCard: boolean
  readonly cameFrom: HTMLElement | null
  readonly byTouch: boolean
}

export function createFocusKeeper(): FocusKeeper {
  let root: Element | null = null
  let off = new AbortController()
  let holder: Element | null = null
  let isLeaving = false
  let wasInCard = false
  let byTouch = false
  let cameFrom: HTMLElement | null = null

  return {
    watch: (element) => {
      off.abort()
      root = element
      if (!element) return
      off = new AbortController()
      const listen = (type: string, listener: (event: FocusEvent & PointerEvent) => void): void =>
        element.addEventListener(type, (event) => listener(event as FocusEvent & PointerEvent), {
          capture: true,
          signal: off.signal,
        })
      const contains = (other: EventTarget | null): boolean =>
        other instanceof Node && element.contains(other)
      listen('focusin', ({ target, relatedTarget }) => {
        if (!holder && relatedTarget instanceof HTMLElement && !contains(relatedTarget))
          cameFrom = relatedTarget
        holder = target as Element
        isLeaving = false
        wasInCard = holder.closest('[data-part="intervention"]') !== null
      })
      listen('focusout', ({ relatedTarget }) => {
        if (contains(relatedTarget)) return
        isLeaving = true
        // An element that is being removed is still connected here, and loses focus by no choice of the person.
        queueMicrotask(() => {
          if (isLeaving && holder?.isConnected) holder = null
          isLeaving = false
        })
      })
      listen('pointerdown', ({ pointerType }) => {
        byTouch = pointerType === 'touch'
      })
    },
    restore: (otherwise) => {
      const { activeElement, body } = document
      const hasLeft = holder === null || (isLeaving && holder.isConnected)
      if (hasLeft || (activeElement && activeElement !== body)) return
      holder = null
      const question = root?.querySelector<HTMLElement>('[data-part="question"]')
      if (question) question.focus({ preventScroll: true })
      else otherwise?.({ wasInCard, cameFrom, byTouch })
    },
  }
}
