import { callHost } from '../press.ts'
import { drawIcon } from './icon.ts'
import { isLookedAt, watchLooks } from './looks.ts'

// The marks that one caller wants, and the calls that it speaks of.
export interface Marks {
  readonly keys: readonly string[]
  // Null: the title stays.
  readonly title: ((count: number, title: string) => string) | null
  readonly badge: boolean
}

const callers = new Map<object, Marks>()
// The title that the page had before, and the one that it has now.
let own: string | null = null
let written: string | null = null
let observer: MutationObserver | undefined
let unwatch: (() => void) | undefined

/** Sets the marks of a caller; null takes them away. The title and the icons are marked while nobody looks at the page. */
export function setMarks(caller: object, marks: Marks | null): void {
  if (marks) callers.set(caller, marks)
  else callers.delete(caller)
  if (callers.size > 0) unwatch ??= watchLooks(paint)
  paint()
  if (callers.size > 0) return
  unwatch?.()
  unwatch = undefined
}

function count(wanted: (marks: Marks) => boolean): number {
  return new Set([...callers.values()].filter(wanted).flatMap(({ keys }) => keys)).size
}

function paint(): void {
  const isAway = !isLookedAt()
  const write = [...callers.values()].find(({ title }) => title)?.title
  paintTitle(isAway ? count(({ title }) => title !== null) : 0, write ?? null)
  const number = count(({ badge }) => badge)
  drawIcon(isAway ? number : 0)
  if (badged !== undefined || [...callers.values()].some(({ badge }) => badge)) badgeApp(number)
}

function paintTitle(waiting: number, write: Marks['title']): void {
  // The host may have written another one meanwhile.
  if (document.title !== written) own = null
  if (waiting > 0 && write) {
    const before = (own ??= document.title)
    written = before
    callHost(() => (written = write(waiting, before)))
    if (document.title !== written) document.title = written
    // Read back, because browsers trim the title.
    written = document.title
    if (observer) return
    observer = new MutationObserver(() => {
      // Another program that marks the title too would answer this one for ever.
      if (written === null || !document.title.includes(written)) paint()
    })
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return
  }
  observer?.disconnect()
  observer = undefined
  if (own !== null) document.title = own
  own = null
  written = null
}

// Undefined: an earlier page of the app may have left a number there.
let badged: number | undefined

export function canBadgeApp(): boolean {
  return 'setAppBadge' in navigator
}

// The badge speaks for the whole app, whether or not this page is in view.
function badgeApp(waiting: number): void {
  if (waiting === badged || !canBadgeApp()) return
  badged = waiting
  const change = async (): Promise<void> =>
    waiting > 0 ? navigator.setAppBadge(waiting) : navigator.clearAppBadge()
  // Some browsers refuse it for an app that is not installed.
  change().catch(() => {})
}
