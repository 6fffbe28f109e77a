'use client'
import { useEffect, useRef } from 'react'
import type { FocusKeeper } from '../card/focusKeeper.ts'
import { person } from '../guard/person.ts'
import { hasChord } from './chords.ts'
import { isTextField, mayWrite, type PressChord } from './useChords.ts'

// A bar, or a card of the host's, among those of the page.
interface Place {
  readonly box: React.RefObject<Element | null>
  readonly focus: FocusKeeper
  readonly jump: string | null
  readonly isWaiting: boolean
  readonly fromComposer: PressChord | null
}

const places = new Set<{ readonly current: Place | null }>()
// The bars that had focus since it was last outside all of them.
const visited = new Set<FocusKeeper>()

/** Lets the key of the page lead to this place and back. One listener serves all of them. */
export function useJump(place: Place | null): void {
  const latest = useRef(place)
  useEffect(() => {
    latest.current = place
  })
  useEffect(() => {
    if (places.size === 0) window.addEventListener('keydown', onKey)
    places.add(latest)
    return () => {
      places.delete(latest)
      if (places.size === 0) window.removeEventListener('keydown', onKey)
    }
  }, [])
}

function onKey(event: KeyboardEvent): void {
  const path = event.composedPath()
  const [target] = path
  if (event.defaultPrevented || !(target instanceof Element)) return
  if (isTextField(target) && mayWrite(event)) return
  const modal = path.find(
    (one): one is Element => one instanceof Element && one.matches('[aria-modal="true"], dialog:modal'),
  )
  const distance = ({ box }: Place): number =>
    path.findIndex((one) => one instanceof Node && one.contains(box.current))
  const near = [...places]
    .flatMap(({ current }) => current ?? [])
    .filter(({ box: { current: box }, isWaiting }) => isWaiting && box?.checkVisibility?.() !== false)
    .filter(({ box }) => !modal || modal.contains(box.current))
    .toSorted((one, other) => distance(one) - distance(other))
  const here = near.find(({ box }) => box.current && path.includes(box.current))
  const to = here ?? near[0]
  if (!to) return
  if (!here && isTextField(target) && to.fromComposer?.(event, null)) return event.preventDefault()
  if (!hasChord(event, to.jump)) return
  if (event.repeat) return event.preventDefault()
  if (!here || !visited.has(here.focus)) visited.clear()
  if (here) visited.add(here.focus)
  // From the last one of them back.
  const next = near.find(({ focus }) => !visited.has(focus))
  if (next ? go(next) : [...visited][0]?.leave()) event.preventDefault()
}

function go({ box, focus }: Place): boolean {
  const find = (part: string): HTMLElement | null | undefined =>
    box.current?.querySelector<HTMLElement>(`[data-part="${part}"]`)
  const heading = find('title') ?? find('heading')
  person.moveFocus()
  heading?.focus()
  visited.add(focus)
  return heading?.matches(':focus') === true
}
