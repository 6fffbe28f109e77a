'use client'
import { type RefObject, useEffect } from 'react'
import { warnOnce } from '../internal/errors.ts'

/** Says once that the stylesheet is missing. Where there is no layout, as in jsdom, there is no verdict. */
export function useStylesheetCheck(bar: RefObject<HTMLElement | null>, drawn: boolean): void {
  useEffect(() => {
    const element = bar.current
    if (!drawn || !element || element.getClientRects().length === 0) return
    if (getComputedStyle(element).getPropertyValue('--ib-styles') === '') warnOnce('IB004')
  }, [bar, drawn])
}
