'use client'
import { type ComponentType, forwardRef } from 'react'
import { type Parts, useParts } from './fetchParts.ts'

/** What is told to what stands in for a part: which one it is, and whether it could not be had. */
export interface Fetching {
  readonly part: keyof Parts
  readonly isFailed: boolean
}

/** A part under its public name. Draws nothing until it was fetched, or what stands in for it. */
export function fetchedPart<Name extends keyof Parts>(
  name: Name,
  Instead?: ComponentType<React.ComponentPropsWithoutRef<Parts[Name]> & Fetching>,
): Parts[Name] {
  const part = forwardRef<Element, object>(function FetchedPart(given, ref) {
    const parts = useParts()
    // SAFETY: the component is typed as the part of this name; what it is given is only passed on.
    if (parts && parts !== 'failed') {
      const Part = parts[name] as unknown as ComponentType<{ readonly ref: typeof ref }>
      return <Part {...given} ref={ref} />
    }
    const StandIn = Instead as unknown as ComponentType<Fetching> | undefined
    return StandIn ? <StandIn {...given} part={name} isFailed={parts === 'failed'} /> : null
  })
  part.displayName = name
  return part as Parts[Name]
}
