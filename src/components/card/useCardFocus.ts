import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

/**
 * Keeps focus from falling to the page when the button that had it goes away with the decision, or with its call: it goes
 * to the card's question.
 *
 * @param hadFocusRef Whether focus is in the card; the next card in its place takes it over.
 * @returns Watches the element of the card.
 */
export function useCardFocus(hadFocusRef: RefObject<boolean>): (element: Element | null) => void {
  const root = useRef<Element>(null)

  // After every render: any may take away what has focus.
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (!hadFocusRef.current || (activeElement && activeElement !== body)) return
    hadFocusRef.current = false
    root.current?.querySelector<HTMLElement>('[data-part="question"]')?.focus({ preventScroll: true })
  })

  return useCallback(
    (element) => {
      root.current = element
      element?.addEventListener('focusin', () => {
        hadFocusRef.current = true
      })
      element?.addEventListener('focusout', (event) => {
        const { target, relatedTarget } = event as FocusEvent
        const staysInside = relatedTarget instanceof Node && element.contains(relatedTarget)
        // What is taken out of the page has lost focus by no choice of the person's.
        if (!staysInside && (target as Element).isConnected) hadFocusRef.current = false
      })
    },
    [hadFocusRef],
  )
}
