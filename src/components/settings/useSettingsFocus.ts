'use client'
import { useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { createFocusKeeper } from '../card/focusKeeper.ts'

interface SettingsFocus {
  readonly watch: (section: Element | null) => void
  /** Remembers the place of the entry that a press removes. */
  readonly onRemove: (index: number) => void
}

/** Keeps focus when a button goes: at the entry in the place of the removed one, else at the chosen mode. */
export function useSettingsFocus(): SettingsFocus {
  const [keeper] = useState(createFocusKeeper)
  const section = useRef<Element | null>(null)
  const removed = useRef(-1)
  useLayoutEffect(() => {
    keeper.restore(() => {
      const left = section.current?.querySelectorAll<HTMLElement>('[data-part="remove_allowed"]') ?? []
      const next = left[Math.min(removed.current, left.length - 1)]
      const target = next ?? section.current?.querySelector<HTMLElement>('input:checked')
      target?.focus({ preventScroll: true })
      removed.current = -1
    })
  })
  return {
    watch: (element) => {
      section.current = element
      keeper.watch(element)
    },
    onRemove: (index) => {
      removed.current = index
    },
  }
}
