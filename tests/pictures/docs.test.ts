import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { galleryStates } from '../../stories/support/Gallery.tsx'
import { type Album, docs, openAlbum } from './support/album.ts'
import { openBrowser, openPage, openWindow, readDrawnWith, settle, takePicture } from './support/camera.ts'

const url = inject('url')
let browser: Browser
let album: Album
beforeAll(async () => {
  browser = await openBrowser()
  album = openAlbum('docs', await readDrawnWith(browser, url), docs)
})
afterAll(async () => {
  album.close()
  await browser.close()
})

it.each(['light', 'dark'] as const)('the picture of the README, %s', async (colorScheme) => {
  const window = await openWindow(browser, { width: 760, height: 400, scale: 2 })
  const page = await openPage(window, `${url}?state=waiting`)
  await page.emulateMedia({ colorScheme })
  await page.locator('[data-reached]').waitFor()
  const { measures } = await takePicture(page)
  expect(Object.keys(measures)).toContain('approve')
  album.watch(`bar-${colorScheme}`, await page.screenshot(), measures)
  await window.close()
})

it('every state, in forced colours', async () => {
  const window = await openWindow(browser, { width: 1320, height: 4600 })
  const page = await openPage(window, `${url}?gallery`)
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const reached = page.locator('[data-reached]')
  await expect.poll(() => reached.count()).toBe(galleryStates.length)
  // The caret goes to the state that comes last.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await settle(page)
  const gallery = page.locator('.gallery')
  album.watch('gallery-forced-colours', await gallery.screenshot(), {})
  await window.close()
})
