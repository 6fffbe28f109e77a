import type { Page } from 'playwright'
import type { Stage } from '../apps/attack/main.tsx'
import type { Attack } from './attacks.ts'

declare const stage: Stage

const approve = '[data-mode="list"] [data-part="approve"]'
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Opens the list of four calls, ticks the first two, and waits until a press would count. */
async function openTicked(page: Page): Promise<{ x: number; y: number }> {
  await page.evaluate(() => stage.open(4))
  await page.locator('[data-part="position"]').click()
  const boxes = page.locator('[data-part="list_item"] input')
  await boxes.nth(3).waitFor()
  await boxes.nth(0).click()
  await boxes.nth(1).click()
  await page.locator(`${approve}[data-armed]`).waitFor()
  const box = (await page.locator(approve).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export const batchAttacks: readonly Attack[] = [
  {
    title: 'B1 a double click on "Approve these 2"',
    meant: 1,
    run: async (page) => {
      const { x, y } = await openTicked(page)
      await page.mouse.dblclick(x, y)
      await pause(300)
    },
  },
  {
    title: 'B2 Enter held down on "Approve these 2"',
    meant: 1,
    run: async (page) => {
      await openTicked(page)
      await page.locator(approve).focus()
      await pause(600)
      for (let repeat = 0; repeat < 30; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
    },
  },
  {
    title: 'B3 a ticked call changes just before the click',
    hurry: 'lag',
    run: async (page) => {
      const { x, y } = await openTicked(page)
      await page.evaluate(() =>
        stage.change(() => stage.mock.change('demo', 'call_2', { argsText: '{"command":"rm -r /"}' })),
      )
      await pause(60)
      await page.mouse.click(x, y)
    },
  },
  {
    title: 'B4 other calls arrive under the pointer: they are not approved',
    meant: 2,
    harm: 'ran',
    run: async (page) => {
      const { x, y } = await openTicked(page)
      await page.evaluate(() => stage.change(() => void stage.mock.say('demo', 'more')))
      await pause(60)
      await page.mouse.click(x, y)
      await pause(300)
    },
  },
  {
    title: 'B5 a page ticks one more just before the click',
    hurry: 'lag',
    run: async (page) => {
      const { x, y } = await openTicked(page)
      await page.evaluate(() =>
        stage.change(() =>
          document.querySelectorAll<HTMLElement>('[data-part="list_item"] input')[2]!.click(),
        ),
      )
      await pause(60)
      await page.mouse.click(x, y)
    },
  },
  {
    title: 'B6 something that lets clicks through covers what is ticked',
    run: async (page) => {
      const { x, y } = await openTicked(page)
      await page.evaluate(() => {
        const cover = stage.cover('[data-part="list_targets"]', {
          width: '300px',
          height: '40px',
          background: 'white',
        })
        cover.style.pointerEvents = 'none'
      })
      await pause(700)
      await page.mouse.click(x, y)
    },
  },
]
