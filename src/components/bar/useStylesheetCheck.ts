'use client'
import { type RefObject, useEffect } from 'react'
import { warnOnce } from '../../model/developerErrors.ts'

// Replaced by bundlers.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Warns in development where the look of the bar is missing. */
export function useStylesheetCheck(heading: RefObject<HTMLElement | null>, drawn: boolean): void {
  useEffect(() => {
    if (process.env.NODE_ENV === 'production') return
    const element = heading.current
    // Without layout, as in jsdom, this cannot be checked.
    if (!drawn || !element || element.getClientRects().length === 0) return
    if (getComputedStyle(element).getPropertyValue('--ib-styles') === '') warnOnce('IB004')
  }, [heading, drawn])
}
