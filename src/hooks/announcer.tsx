'use client'
import { useEffect, useRef } from 'react'
import type { ConversationId } from '../model/ids.ts'

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

/** The voice of the kit. `assertive` interrupts: only for what failed, or is about to lapse. */
export interface Announcer {
  say(text: string, politeness?: Politeness, conversationId?: ConversationId): void
  /** Where it speaks: a region that is in the page, empty, before anything is said. */
  speakIn(politeness: Politeness, region: HTMLElement): () => void
}

/** How a region speaks. */
export type Politeness = 'polite' | 'assertive'

/** Long enough to be read out, in milliseconds. */
const stayMs = 7_000
/** Two bars on one conversation have one voice: what both say, they say at once. In milliseconds. */
const togetherMs = 100

/** Creates an announcer. Each message is a new child of its region, so that the same words are heard twice. */
export function createAnnouncer(): Announcer {
  const regions = new Map<Politeness, HTMLElement>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const saidAt = new Map<string, number>()
  return {
    say: (text, politeness = 'polite', conversationId = '') => {
      const region = regions.get(politeness)
      const now = Date.now()
      const key = `${conversationId} ${text}`
      if (!region || Math.abs(now - (saidAt.get(key) ?? -Infinity)) < togetherMs) return
      saidAt.set(key, now)
      const message = document.createElement('p')
      message.textContent = text
      region.append(message)
      const timer = setTimeout(() => {
        timers.delete(timer)
        message.remove()
        if (saidAt.get(key) === now) saidAt.delete(key)
      }, stayMs)
      timers.add(timer)
    },
    speakIn: (politeness, region) => {
      regions.set(politeness, region)
      return () => {
        regions.delete(politeness)
        region.replaceChildren()
        timers.forEach(clearTimeout)
        timers.clear()
      }
    },
  }
}
