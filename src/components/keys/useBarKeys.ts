'use client'
import { type KeyboardEvent, useCallback, useRef } from 'react'
import type { FocusKeeper } from '../card/focusKeeper.ts'
import { ariaOf, chordsOf, labelOf, type Shortcuts } from './chords.ts'
import { handleKey, type PressChord, useIsMac } from './useChords.ts'
import { useJump } from './useJump.ts'
import { useMessages } from '../words.ts'

interface BarKeys {
  readonly watch: (element: Element | null) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly aria: string | undefined
  /** The key that leads to the bar, if focus is elsewhere. */
  readonly leadsHere: () => string | undefined
  readonly holdChords: (press: PressChord | null) => void
}

/** The keys of a bar: those of the card in it, and the one that leads there. */
export function useBarKeys({
  focus,
  isWaiting,
  shortcuts,
  approveFromComposer,
}: {
  readonly focus: FocusKeeper
  readonly isWaiting: boolean
  readonly shortcuts: Shortcuts | undefined
  readonly approveFromComposer: boolean | undefined
}): BarKeys {
  const box = useRef<Element | null>(null)
  const press = useRef<PressChord | null>(null)
  const { jump } = chordsOf(shortcuts)
  const onMac = useIsMac()
  const { keyNames } = useMessages()
  const fromComposer: PressChord = (...pressed) => press.current?.(...pressed) === true
  useJump({ box, focus, jump, isWaiting, fromComposer: approveFromComposer ? fromComposer : null })
  const watch = useCallback(
    (element: Element | null) => {
      box.current = element
      focus.watch(element)
    },
    [focus],
  )
  const holdChords = useCallback((held: PressChord | null) => void (press.current = held), [])
  return {
    watch,
    holdChords,
    leadsHere: () =>
      jump && !box.current?.matches(':focus-within') ? labelOf(jump, onMac, keyNames) : undefined,
    aria: isWaiting && jump ? ariaOf(jump, onMac) : undefined,
    onKeyDown: (event) => handleKey(event, press.current, focus),
  }
}
