import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from './apps/attack/main.tsx'
import { answerAttacks } from './support/answerAttacks.ts'
import { type Attack, attacks, deliberate } from './support/attacks.ts'
import { batchAttacks } from './support/batchAttacks.ts'
import { buildApp } from './support/buildApp.ts'
import { react19 } from './support/createApp.ts'
import { launch } from './support/openPage.ts'
import { serveApp, type ServedApp } from './support/serveApp.ts'

declare const stage: Stage

/** `npm run attack` asks for fifty. */
const rounds = Number(process.env['ATTACK_ROUNDS'] ?? 3)
const table: string[] = []
let browser: Browser
let app: ServedApp
beforeAll(async () => {
  browser = await launch()
  app = await serveApp({ folder: await buildApp('attack', react19) })
})
afterAll(async () => {
  if (rounds > 3) process.stdout.write(`\n${table.toSorted().join('\n')}\n\n`)
  await browser.close()
  await app.close()
})

async function onPage<Result>(run: (page: Page) => Promise<Result>, query = ''): Promise<Result> {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 900, height: 700 } })
  const page = await context.newPage()
  await page.goto(`${app.url}/${query}`)
  const result = await run(page)
  await context.close()
  return result
}

/** True: it got more out of the page than was meant; null: the machine was too slow for the attack to tell. */
async function succeeds(
  { run, meant = 0, harm = 'sent', hurry }: Attack,
  page: Page,
): Promise<boolean | null> {
  await run(page)
  await page.waitForTimeout(50)
  const result = await page.evaluate(() => ({
    sent: stage.sent(),
    ran: stage.mock.executions.length,
    changed: stage.changed(),
    lag: stage.lag(),
    gap: stage.gap(),
  }))
  // After 10 s of clicks that come too early the guard holds nobody off any longer.
  const isOver = hurry === 'gap' && result.lag > 9_000
  return isOver || (hurry && result[hurry] > 450) ? null : result[harm] > meant
}

/** Counts the successes of an attack. */
async function attackPage(attack: Attack, times: number, query?: string): Promise<readonly boolean[]> {
  const results: boolean[] = []
  await onPage(async (page) => {
    for (let tries = 0; results.length < times && tries < times * 3; tries += 1) {
      const result = await succeeds(attack, page)
      if (result !== null) results.push(result)
    }
  }, query)
  return results
}

describe('an attack never decides', () => {
  async function isHeldOff(attack: Attack): Promise<void> {
    const results = await attackPage(attack, rounds)
    const breaches = results.filter(Boolean).length
    table.push(`${attack.title.padEnd(70)} ${breaches} of ${results.length}`)
    expect({ breaches, isTried: results.length > 0 }).toEqual({ breaches: 0, isTried: true })
  }
  const all = [...attacks, ...batchAttacks, ...answerAttacks]
  it.concurrent.each(all.filter(({ hurry }) => hurry !== 'gap'))('$title', isHeldOff, 600_000)
  // A storm needs the machine for itself: between two of its clicks there must be no rest.
  it.each(attacks.filter(({ hurry }) => hurry === 'gap'))('$title', isHeldOff, 600_000)

  it('C11 a page in a frame of another site', async () => {
    const page = await browser.newPage()
    await page.setContent(`<iframe src="${app.url}" width="880" height="600"></iframe>`)
    const frame = page.frameLocator('iframe')
    await frame.locator('body').evaluate(() => stage.open(1))
    await frame.getByText('This page is shown inside another site').waitFor()
    for (let round = 0; round < rounds; round += 1) {
      await page.waitForTimeout(600)
      await frame.locator('[data-part="approve"]').click()
    }
    expect(await frame.locator('body').evaluate(() => stage.sent())).toBe(0)
    table.push(`${'C11 a page that another site shows in its own'.padEnd(70)} 0 of ${rounds}`)
    await frame.locator('body').evaluate(() => stage.open(1, { frameAllowed: true }))
    await frame.locator('[data-part="approve"][data-armed]').click()
    expect(await frame.locator('body').evaluate(() => stage.sent())).toBe(1)
    await page.close()
  }, 600_000)
})

/** A page of the app's own site, in which a frame shows another page. */
async function pageAround(given: { readonly src: string } | { readonly srcdoc: string }): Promise<Page> {
  // The policy of the app allows no frames.
  const page = await browser.newPage({ bypassCSP: true })
  await page.goto(`${app.url}/?around`)
  await page.evaluate(async (attributes) => {
    const frame = document.createElement('iframe')
    Object.assign(frame, { ...attributes, width: '880', height: '640' })
    // With the frames in it, so that their pages are there to be asked.
    const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.replaceChildren(frame)
    await isLoaded
  }, given)
  return page
}

it('C11 a page of its own site that shows another site, which shows it', async () => {
  // Another port is another origin.
  const other = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end(`<iframe src="${app.url}" width="840" height="600"></iframe>`)
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const page = await pageAround({ src: `http://127.0.0.1:${port}` })
  const frame = page.frameLocator('iframe').frameLocator('iframe')
  await frame.locator('body').evaluate(() => stage.open(1))
  await frame.getByText('This page is shown inside another site').waitFor()
  for (let round = 0; round < rounds; round += 1) {
    await page.waitForTimeout(600)
    await frame.locator('[data-part="approve"]').click()
  }
  expect(await frame.locator('body').evaluate(() => stage.sent())).toBe(0)
  await page.close()
  other.closeAllConnections()
  other.close()
})

it.each([
  ['a frame of its own site', 1],
  ['a frame in one that its own site wrote into the page', 2],
])('a page in %s counts a press', async (_title, depth) => {
  const inner = `<iframe src="${app.url}" width="840" height="600"></iframe>`
  const page = await pageAround(depth === 1 ? { src: app.url } : { srcdoc: inner })
  const outer = page.frameLocator('iframe')
  const frame = depth === 1 ? outer : outer.frameLocator('iframe')
  await frame.locator('body').evaluate(() => stage.open(1))
  await frame.locator('[data-part="approve"][data-armed]').click()
  await frame
    .getByText(/You approved/)
    .first()
    .waitFor()
  expect(await frame.locator('body').evaluate(() => stage.sent())).toBe(1)
  await page.close()
})

describe('a button without a guard', () => {
  /** Proves that the attack reaches a button; a busy machine may spoil the timing of one. */
  async function fallsWithin(tries: number, attack: Attack): Promise<boolean> {
    if (tries === 0) return false
    const [fell] = await attackPage(attack, 1, '?plain')
    return fell === true || fallsWithin(tries - 1, attack)
  }
  const falls = /^C(2 Enter|4|5|6|7|8|9|10|24 (Enter|Space|a key)) /
  it.concurrent.each(attacks.filter(({ title }) => falls.test(title)))('falls to $title', async (attack) => {
    expect(await fallsWithin(8, attack)).toBe(true)
  })
})

describe('a deliberate press always decides', () => {
  it.concurrent.each(Object.entries(deliberate))(
    '%s',
    async (way, press) => {
      let accepted = 0
      await onPage(async (page) => {
        for (let round = 0; round < rounds; round += 1) {
          await press(page)
          await page
            .getByText(/You approved/)
            .first()
            .waitFor()
          accepted += await page.evaluate(() => stage.mock.executions.length)
        }
      })
      table.push(`${`deliberate use: ${way}`.padEnd(70)} ${accepted} of ${rounds}`)
      expect(accepted).toBe(rounds)
    },
    600_000,
  )
})

it('says when something covers the call, and accepts a press after it is gone', async () => {
  const sent = await onPage(async (page) => {
    await attacks.find(({ title }) => title.includes('covers the arguments'))!.run(page)
    await page
      .locator('[data-part="notice"]')
      .getByText('Something on this page covers this request.')
      .waitFor()
    await page.evaluate(() => document.querySelector('[data-cover]')!.remove())
    await page.locator('[data-part="approve"][data-armed]').click()
    await page
      .getByText(/You approved/)
      .first()
      .waitFor()
    return page.evaluate(() => stage.sent())
  })
  expect(sent).toBe(1)
})

it('leaves the page as it was after a press: elements that let clicks through still do', async () => {
  const after = await onPage(async (page) => {
    await page.evaluate(() => stage.open(1))
    await page.locator('[data-part="approve"][data-armed]').click()
    return page.evaluate(() => {
      const layer = stage.cover('body', { inset: '0', pointerEvents: 'none' })
      return {
        sheets: document.adoptedStyleSheets.length,
        isThrough: document.elementFromPoint(5, 5) !== layer,
      }
    })
  })
  expect(after).toEqual({ sheets: 0, isThrough: true })
})

it('does not treat an empty layer or a closed menu as a cover', async () => {
  const sent = await onPage(async (page) => {
    await page.evaluate(() => stage.open(1))
    await page.evaluate(() => {
      const layer = stage.cover('body', { inset: '0', pointerEvents: 'none' })
      const closed = stage.cover('body', {
        inset: '0',
        pointerEvents: 'none',
        background: 'white',
        opacity: '0',
      })
      layer.append(document.createElement('p'))
      closed.append('Menu')
    })
    await page.locator('[data-part="approve"][data-armed]').click()
    await page
      .getByText(/You approved/)
      .first()
      .waitFor()
    return page.evaluate(() => stage.sent())
  })
  expect(sent).toBe(1)
})
