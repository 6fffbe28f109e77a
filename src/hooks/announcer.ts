import type { ConversationId } from '../model/ids.ts'

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
