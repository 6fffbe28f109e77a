'use client'
import { useEffect, useRef } from 'react'

// Out of sight, with or without the stylesheet, and of no height to the page.
const hidden =
  'position:fixed;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'

/**
 * A live region, empty from the start: screen readers do not announce one that is inserted together with its text.
 */
export function LiveRegion({
  announcer,
  politeness,
  lang,
}: {
  readonly announcer: Announcer
  readonly politeness: Politeness
  /** The language of what it says, for the voice. */
  readonly lang: string | undefined
}): React.ReactElement {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const region = ref.current
    if (!region) return
    // Through the CSSOM, because a style attribute in server HTML breaks a strict content security policy.
    region.style.cssText = hidden
    return announcer.speakIn(politeness, region)
  }, [announcer, politeness])
  return (
    <div
      ref={ref}
      lang={lang}
      role="log"
      aria-live={politeness}
      aria-relevant="additions"
      data-part="announcer"
    />
  )
}

/** Announces texts. `assertive` interrupts: only for failures, and for calls about to expire. */
export interface Announcer {
  say(text: string, politeness?: Politeness): void
  /**
   * Calls `speak` unless the key is held, so that bars, cards and buttons of one conversation announce things once.
   * Returns a function that releases the key.
   */
  once(key: string, speak?: () => void): () => void
  speakIn(politeness: Politeness, region: HTMLElement): () => void
}

export type Politeness = 'polite' | 'assertive'

// Long enough to be read out.
const stayMs = 7_000

export function createAnnouncer(): Announcer {
  const regions = new Map<Politeness, HTMLElement>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const holders = new Map<string, number>()
  return {
    say: (text, politeness = 'polite') => {
      const region = regions.get(politeness)
      if (!region) return
      // Each message is a new child of its region, so that a repeated text is announced again.
      const message = document.createElement('p')
      message.textContent = text
      region.append(message)
      const timer = setTimeout(() => {
        timers.delete(timer)
        message.remove()
      }, stayMs)
      timers.add(timer)
    },
    once: (key, speak) => {
      const isHeld = holders.has(key)
      holders.set(key, (holders.get(key) ?? 0) + 1)
      if (!isHeld) speak?.()
      return () => {
        holders.set(key, (holders.get(key) ?? 1) - 1)
        // A remount in the same task (StrictMode, a moved subtree) announces nothing.
        queueMicrotask(() => {
          if (holders.get(key) === 0) holders.delete(key)
        })
      }
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
