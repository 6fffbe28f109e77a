'use client'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Announcement, Announcer } from './announcer.ts'

const hidden: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}
const nothing = (): readonly Announcement[] => []

/** The two live regions, empty from the start: a region that is inserted together with its text is not heard. */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }): React.ReactElement {
  const said = useSyncExternalStore(announcer.subscribe, announcer.current, nothing)
  useEffect(() => announcer.silence, [announcer])
  return (
    <>
      <LiveRegion politeness="polite" said={said} />
      <LiveRegion politeness="assertive" said={said} />
    </>
  )
}

function LiveRegion({
  politeness,
  said,
}: {
  readonly politeness: Announcement['politeness']
  readonly said: readonly Announcement[]
}): React.ReactElement {
  const ref = useRef<HTMLDivElement>(null)
  // Through the CSSOM, because a style attribute in server HTML breaks a strict content security policy.
  useEffect(() => void Object.assign(ref.current?.style ?? {}, hidden), [])
  return (
    <div ref={ref} role="log" aria-live={politeness} aria-relevant="additions" data-part="announcer">
      {said.map((one) => (one.politeness === politeness ? <p key={one.id}>{one.text}</p> : null))}
    </div>
  )
}
