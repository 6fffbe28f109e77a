import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Album, openAlbum } from './support/album.ts'
import { openBrowser, openPage, openWindow, readDrawnWith, takePicture } from './support/camera.ts'

const url = inject('url')
let browser: Browser
let album: Album
beforeAll(async () => {
  browser = await openBrowser()
  album = openAlbum('hosts', await readDrawnWith(browser, url))
})
afterAll(async () => {
  album.close()
  await browser.close()
})

const approve = '[data-part="approve"][data-armed]'

describe('the bar in a page', () => {
  it.each([
    ['that is plain', 'plain', ''],
    ['of shadcn and Tailwind', 'shadcn', ''],
    ['of shadcn and Tailwind in the dark', 'shadcn', '&dark'],
    ['of shadcn and Tailwind, as a card of its own', 'shadcn', '&own'],
    ['of MUI in the dark', 'mui', ''],
    ['of a brand with ten properties', 'brand', ''],
  ])('%s', async (_title, host, look) => {
    for (const width of [760, 375]) {
      const window = await openWindow(browser, { width, height: 720 })
      for (const call of ['mail', 'command']) {
        const page = await openPage(window, `${url}host-${host}.html?call=${call}${look}`)
        await page.locator(approve).waitFor()
        const { file, measures } = await takePicture(page)
        expect(Object.keys(measures)).toContain('approve')
        album.watch(`host-${host}${look.replace('&', '-')}-${call}-${width}`, file, measures)
      }
      await window.close()
    }
  })

  it('has the own buttons of a host, exactly as the host draws them', async () => {
    const window = await openWindow(browser, { width: 760, height: 720 })
    for (const look of ['', '&dark', '&styled']) {
      const page = await openPage(window, `${url}host-shadcn.html?own${look}`)
      await page.locator(approve).waitFor()
      const [theirs, ours] = await page.evaluate(() => {
        const stylesOf = (one: Element): readonly string[] => {
          const computed = getComputedStyle(one)
          const names = [...computed].filter((name) => !name.startsWith('--'))
          return names.map((name) => `${name}: ${computed.getPropertyValue(name)}`)
        }
        const twins = [...document.querySelectorAll('[data-twins] button')]
        const parts = ['reject', 'reject_continue', 'approve'].map((part) =>
          document.querySelector(`[data-part="${part}"]`)!,
        )
        return [twins.map(stylesOf), parts.map(stylesOf)]
      })
      expect(ours).toEqual(theirs)
      await page.close()
    }
    await window.close()
  })
})
