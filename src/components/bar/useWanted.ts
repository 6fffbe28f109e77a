'use client'
import { type RefObject, useEffect } from 'react'
import type { ActiveCall } from '../../hooks/useBarView.ts'

export function useWanted(
  { takeWanted }: ActiveCall,
  heading: RefObject<HTMLElement | null>,
  back: () => void,
): void {
  useEffect(() => {
    if (!takeWanted) return
    takeWanted()
    back()
    const bar = heading.current?.closest('[data-part="bar"]')
    bar?.querySelector<HTMLElement>('[data-part="title"]')?.focus()
  })
}
