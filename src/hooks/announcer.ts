/** One sentence for the ears. `assertive` interrupts: only for what failed, or is about to lapse. */
export interface Announcement {
  readonly id: number
  readonly text: string
  readonly politeness: 'polite' | 'assertive'
}

/** The voice of the kit: what is said stays in its live region for 7 s. */
export interface Announcer {
  say(text: string, politeness?: Announcement['politeness']): void
  current(): readonly Announcement[]
  subscribe(listener: () => void): () => void
  /** Ends every timer. */
  silence(): void
}

const stayMs = 7_000
const nothing: readonly Announcement[] = []

/** Creates an announcer. Each message is a new child of its region, so that the same words are heard twice. */
export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let announcements = nothing
  let lastId = 0
  const change = (next: readonly Announcement[]): void => {
    announcements = next
    for (const listener of [...listeners]) listener()
  }
  return {
    say: (text, politeness = 'polite') => {
      const announcement = { id: (lastId += 1), text, politeness }
      change([...announcements, announcement])
      const timer = setTimeout(() => {
        timers.delete(timer)
        change(announcements.filter((one) => one !== announcement))
      }, stayMs)
      timers.add(timer)
    },
    current: () => announcements,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    silence: () => {
      timers.forEach(clearTimeout)
      timers.clear()
      announcements = nothing
    },
  }
}
