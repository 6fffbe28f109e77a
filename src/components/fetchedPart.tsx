'use client'
import { type ComponentType, forwardRef, type RefObject, useEffect, useRef } from 'react'
import { type Parts, useParts } from './fetchParts.ts'

/** What is told to what stands in for a part: which one it is, whether it could not be had, and where it notes focus. */
export interface Fetching {
  readonly part: keyof Parts
  readonly isFailed: boolean
  /** What it has focus in; null: it has none. */
  readonly focusedInRef: RefObject<Element | null>
}

/** A part under its public name. Draws nothing until it was fetched, or what stands in for it. */
export function fetchedPart<Name extends keyof Parts>(
  name: Name,
  Instead?: ComponentType<React.ComponentPropsWithoutRef<Parts[Name]> & Fetching>,
): Parts[Name] {
  const part = forwardRef<Element, object>(function FetchedPart(given, ref) {
    const parts = useParts()
    const isHere = parts !== undefined && parts !== 'failed'
    const focusedInRef = useRef<Element>(null)
    useEffect(() => {
      // What stood in has gone, and focus with it.
      if (!isHere || !focusedInRef.current || document.activeElement !== document.body) return
      focusedInRef.current
        .querySelector<HTMLElement>('[data-part="question"]')
        ?.focus({ preventScroll: true })
      focusedInRef.current = null
    }, [isHere])
    // SAFETY: the component is typed as the part of this name; what it is given is only passed on.
    if (isHere) {
      const Part = parts[name] as unknown as ComponentType<{ readonly ref: typeof ref }>
      return <Part {...given} ref={ref} />
    }
    const StandIn = Instead as unknown as ComponentType<Fetching> | undefined
    const told = { part: name, isFailed: parts === 'failed', focusedInRef }
    return StandIn ? <StandIn {...given} {...told} /> : null
  })
  part.displayName = name
  return part as Parts[Name]
}
