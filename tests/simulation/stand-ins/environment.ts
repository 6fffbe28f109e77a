// Injected in the place of the globals of these names: the kit runs on virtual time, and on chance that can be replayed.
import { clock, type Timer } from '../world/clock.ts'
import { dice } from '../world/dice.ts'
import type { Interval, WakeListener } from '../world/page.ts'
import type { SimulatedSignal } from './abort.ts'

export { AbortController } from './abort.ts'

export function setTimeout(run: () => void, ms: number): Timer {
  const { page } = clock
  if (page) page.timers += 1
  const timer = clock.after(ms, page, () => {
    if (page) page.timers -= 1
    run()
  })
  return timer
}

export function clearTimeout(timer: Timer | undefined): void {
  if (!timer || timer.isOver) return
  clock.cancel(timer)
  if (timer.page) timer.page.timers -= 1
}

export function setInterval(run: () => void, ms: number): Interval {
  if (!clock.page) throw new Error('Only pages have intervals.')
  return clock.page.startInterval(run, ms)
}

export function clearInterval(interval: Interval): void {
  interval.stop()
}

let microtasks: (() => void)[] = []

export function queueMicrotask(run: () => void): void {
  microtasks.push(run)
}

/** Runs what was queued. False: there was nothing. */
export function runMicrotasks(): boolean {
  const due = microtasks
  microtasks = []
  for (const run of due) run()
  return due.length > 0
}

function addEventListener(type: string, listen: WakeListener, { signal }: { signal: SimulatedSignal }): void {
  clock.page?.listen(type, listen, signal)
}
const document = { visibilityState: 'visible', addEventListener }

export const sessionStorage = {
  get length() {
    return stored().size
  },
  key: (index: number): string | null => [...stored().keys()][index] ?? null,
  getItem: (key: string): string | null => stored().get(key) ?? null,
  setItem: (key: string, value: string): void => void stored().set(key, value),
  removeItem: (key: string): void => void stored().delete(key),
}

function stored(): Map<string, string> {
  if (!clock.page) throw new Error('Only pages have a storage.')
  return clock.page.stored
}

function now(): number {
  return clock.now
}

export {
  now as 'Date.now',
  addEventListener as 'globalThis.addEventListener',
  document as 'globalThis.document',
}
const random = dice.next
export { random as 'Math.random' }
