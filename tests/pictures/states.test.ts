import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { barStates } from '../../stories/support/barStates.ts'
import { type Album, openAlbum } from './support/album.ts'
import { openBrowser, openPage, openWindow, readDrawnWith, takePicture } from './support/camera.ts'

const url = inject('url')
let browser: Browser
let album: Album
beforeAll(async () => {
  browser = await openBrowser()
  album = openAlbum('states', await readDrawnWith(browser, url))
})
afterAll(async () => {
  album.close()
  await browser.close()
})

const wide = { width: 760, height: 720 }
const phone = { width: 375, height: 667 }
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const
const views = [
  { view: '760', window: wide, shown: ['light', 'dark', 'forced', 'rtl'] },
  { view: '375', window: phone, shown: ['light', 'dark'] },
] as const

/** Turns the page to the other writing direction. What was placed once, such as a menu, is placed anew. */
async function turn(page: Page, state: string): Promise<void> {
  await page.emulateMedia(looks.light)
  if (state === 'menu') {
    await page.goto(`${url}?state=${state}&dir=rtl`)
    await page.locator('[data-reached]').waitFor()
  } else await page.evaluate(() => (document.documentElement.dir = 'rtl'))
}

describe.for(Object.entries(barStates))('%s', ([state]) => {
  it.concurrent.for(views)('$view', async ({ view, window, shown }, { skip }) => {
    const context = await openWindow(browser, window)
    const page = await openPage(context, `${url}?state=${state}`)
    await page.locator('[data-reached]').waitFor()
    for (const look of shown) {
      if (look === 'rtl') await turn(page, state)
      else await page.emulateMedia(looks[look])
      const { file, measures } = await takePicture(page)
      expect(Object.keys(measures)).toContain('bar')
      album.watch(look === 'rtl' ? `${state}-rtl-light` : `${state}-${view}-${look}`, file, measures)
    }
    await context.close()
    skip(album.whyNot !== undefined, `not compared: ${album.whyNot}`)
  })
})
