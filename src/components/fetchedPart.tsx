'use client'
import { type ComponentType, forwardRef } from 'react'
import { fetchedModule, useFetched } from '../internal/fetchedModule.ts'
import type * as parts from './parts.ts'

type Parts = typeof parts

/** What a component is told that stands in for a part that is not here. */
export interface Fetching {
  readonly isFailed: boolean
  readonly fetchAgain: () => void
}

/** What draws. It is fetched apart, once per page: until a conversation was read there is nothing to draw. */
const drawing = fetchedModule(() => import('./parts.ts'))

// A page that draws something of the kit needs it next: it is fetched beside the page's other work, not after it.
if (globalThis.document) drawing.fetch()

/** A part under its public name. Draws nothing until it was fetched, or what stands in for it. */
export function fetchedPart<Name extends keyof Parts>(
  name: Name,
  Instead?: ComponentType<React.ComponentPropsWithoutRef<Parts[Name]> & Fetching>,
): Parts[Name] {
  const part = forwardRef<Element, object>(function FetchedPart(given, ref) {
    const drawn = useFetched(drawing)
    // SAFETY: the component is typed as the part of this name; what it is given is only passed on.
    if (drawn && drawn !== 'failed') {
      const Part = drawn[name] as unknown as ComponentType<{ readonly ref: typeof ref }>
      return <Part {...given} ref={ref} />
    }
    const StandIn = Instead as unknown as ComponentType<Fetching> | undefined
    return StandIn ? <StandIn {...given} isFailed={drawn === 'failed'} fetchAgain={drawing.fetch} /> : null
  })
  part.displayName = name
  return part as Parts[Name]
}
