import type { Browser, Page } from 'playwright'

/** Traces a page from the first frame of the bar until its arguments are drawn. */
export interface Trace {
  /** Tasks of the page in that time, its own heartbeat among them: each could have served a press. */
  readonly beats: number
  readonly ms: number
  /** Tasks over 50 ms since the page was opened, as the browser counts them, in milliseconds. */
  readonly longTasks: readonly number[]
}

declare const trace: { beats: number; from: number; until: number; longTasks: number[] }

/** Opens a page that keeps a trace of itself. */
export async function openTraced(
  browser: Browser,
  url: string,
): Promise<{ readonly page: Page; trace(): Promise<Trace>; close(): Promise<void> }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    const kept: typeof trace = { beats: 0, from: 0, until: 0, longTasks: [] }
    Object.assign(globalThis, { trace: kept })
    new PerformanceObserver((list) => {
      kept.longTasks.push(...list.getEntries().map((entry) => entry.duration))
    }).observe({ type: 'longtask', buffered: true })
    // Messages between ports come as often as those of a scheduler; timers starve on a busy machine.
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      if (!document.querySelector('[data-part="bar"]')) return port2.postMessage(null)
      kept.from ||= performance.now()
      if (!document.querySelector('[data-part="well"]:not([data-busy])')) {
        kept.beats += 1
        return port2.postMessage(null)
      }
      kept.until = performance.now()
      return undefined
    })
    port1.start()
    port2.postMessage(null)
  })
  await page.goto(url)
  return {
    page,
    close: () => context.close(),
    trace: async () => {
      await page.waitForFunction(() => trace.until > 0, undefined, { timeout: 120_000 })
      return page.evaluate(() => ({
        beats: trace.beats,
        ms: trace.until - trace.from,
        longTasks: trace.longTasks,
      }))
    },
  }
}
