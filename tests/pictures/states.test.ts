import type { Browser } from 'playwright'
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
  { view: '760', window: wide, dir: 'ltr', shown: ['light', 'dark', 'forced'] },
  { view: '375', window: phone, dir: 'ltr', shown: ['light', 'dark'] },
  { view: 'rtl', window: wide, dir: 'rtl', shown: ['light'] },
] as const

describe.for(Object.entries(barStates))('%s', ([state]) => {
  it.concurrent.for(views)('$view', async ({ view, window, dir, shown }, { skip }) => {
    const context = await openWindow(browser, window)
    const page = await openPage(context, `${url}?state=${state}&dir=${dir}`)
    await page.locator('[data-reached]').waitFor()
    for (const look of shown) {
      await page.emulateMedia(looks[look])
      const { file, measures } = await takePicture(page)
      expect(Object.keys(measures)).toContain('bar')
      album.watch(`${state}-${view}-${look}`, file, measures)
    }
    await context.close()
    skip(album.whyNot !== undefined, `not compared: ${album.whyNot}`)
  })
})
