import type { Page } from './page.ts'

/** Something that will happen. On a page that was closed nothing happens any more. */
export interface Timer {
  readonly at: number
  readonly order: number
  /** Whose it is; null: the world's. */
  readonly page: Page | null
  readonly run: () => void
  isOver: boolean
}

/** Virtual time in milliseconds, and what happens when. `page`: on whose behalf code runs now. */
export const clock = { now: 0, page: null as Page | null, reset, after, cancel, take }

/** Not 0, which code could take for "never". */
const beginning = 1_000_000
let heap: Timer[] = []
let orders = 0

function reset(): void {
  heap = []
  orders = 0
  clock.now = beginning
  clock.page = null
}

function after(ms: number, page: Page | null, run: () => void): Timer {
  orders += 1
  const timer = { at: clock.now + Math.max(0, ms), order: orders, page, run, isOver: false }
  let index = heap.length
  heap.push(timer)
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (!isBefore(timer, heap[parent]!)) break
    heap[index] = heap[parent]!
    index = parent
  }
  heap[index] = timer
  return timer
}

function cancel(timer: Timer): void {
  timer.isOver = true
}

/** Moves time to whatever happens next, and hands it over; undefined: nothing will, until then. */
function take(until: number): Timer | undefined {
  for (let timer = heap[0]; timer && timer.at <= until; timer = heap[0]) {
    pop()
    if (timer.isOver || timer.page?.isClosed) continue
    timer.isOver = true
    clock.now = timer.at
    clock.page = timer.page
    return timer
  }
  return undefined
}

function pop(): Timer | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || first === last) return first
  let index = 0
  for (;;) {
    let child = 2 * index + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1
    if (!isBefore(heap[child]!, last)) break
    heap[index] = heap[child]!
    index = child
  }
  heap[index] = last
  return first
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
