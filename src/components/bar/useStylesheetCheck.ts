'use client'
import { type RefObject, useEffect } from 'react'
import { warnOnce } from '../../model/developerErrors.ts'

/** Replaced by every bundler. */
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Says once that the stylesheet is missing. Where there is no layout, as in jsdom, there is no verdict. */
export function useStylesheetCheck(heading: RefObject<HTMLElement | null>, drawn: boolean): void {
  useEffect(() => {
    if (process.env.NODE_ENV === 'production') return
    const element = heading.current
    if (!drawn || !element || element.getClientRects().length === 0) return
    if (getComputedStyle(element).getPropertyValue('--ib-styles') === '') warnOnce('IB004')
  }, [heading, drawn])
}
