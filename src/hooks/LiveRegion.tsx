'use client'
import { useEffect, useRef } from 'react'
import type { Announcer, Politeness } from './announcer.ts'

/** Out of sight, with or without the stylesheet. */
const hidden =
  'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'

/** A live region, empty from the start: one that is inserted together with its text is not heard. */
export function LiveRegion({
  announcer,
  politeness,
}: {
  readonly announcer: Announcer
  readonly politeness: Politeness
}): React.ReactElement {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const region = ref.current
    if (!region) return
    // Through the CSSOM, because a style attribute in server HTML breaks a strict content security policy.
    region.style.cssText = hidden
    return announcer.speakIn(politeness, region)
  }, [announcer, politeness])
  return <div ref={ref} role="log" aria-live={politeness} aria-relevant="additions" data-part="announcer" />
}
