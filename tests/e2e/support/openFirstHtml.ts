import type { Browser } from 'playwright'
import { openPage, type WatchedPage } from './openPage.ts'

/** What a page did since its first HTML. */
export interface FirstPaints {
  /** The sum of all layout shifts, as Chromium counts them. */
  readonly shift: number
  /** The parts that moved, which a failure shows. */
  readonly moved: readonly string[]
  /** Frames without a bar after the first with one. */
  readonly gaps: number
}

type Watching = typeof globalThis & { firstPaints?: { shift: number; gaps: number; moved: string[] } }

/** Opens a page, holds its scripts back until `hydrate`, and watches from its first HTML on. */
export async function openFirstHtml(
  browser: Browser,
  url: string,
  width = 1_100,
): Promise<WatchedPage & { hydrate(): Promise<void>; paints(): Promise<FirstPaints> }> {
  const opened = await openPage(browser, 'about:blank')
  const { page } = opened
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\.js(\?|$)/, async (route) => {
    await held
    await route.continue()
  })
  await page.setViewportSize({ width, height: 720 })
  await page.addInitScript(() => {
    const seen = { shift: 0, gaps: 0, moved: [] as string[] }
    ;(globalThis as Watching).firstPaints = seen
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shift += Number(Reflect.get(entry, 'value'))
        for (const { node } of Reflect.get(entry, 'sources') as { node: Element | null }[]) {
          seen.moved.push(node?.getAttribute?.('data-part') ?? node?.nodeName ?? 'gone')
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
    let wasThere = false
    function look(): void {
      const isThere = document.querySelector('[data-part="bar"]') !== null
      if (wasThere && !isThere) seen.gaps += 1
      wasThere ||= isThere
      requestAnimationFrame(look)
    }
    look()
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('[data-part="bar"]').waitFor()
  return {
    ...opened,
    hydrate: async () => {
      release()
      await page.locator('[data-part="bar"] [data-armed]').first().waitFor()
      // What is loaded later has had its time.
      await page.waitForLoadState('networkidle', { timeout: 1_000 }).catch(() => undefined)
    },
    paints: () => page.evaluate(() => (globalThis as Watching).firstPaints!),
  }
}
