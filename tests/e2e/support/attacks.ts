import type { Page } from 'playwright'
import type { Stage } from '../apps/attack/main.tsx'

declare const stage: Stage

/** One way to make somebody decide who did not mean to. */
export interface Attack {
  /** The threat it belongs to, and what is done. */
  readonly title: string
  /** Decisions that were meant. @default 0 */
  readonly meant?: number
  /** The forbidden effect. @default 'sent': a decision reaches the gateway; 'ran': a tool runs; 'changed': the approval settings change. */
  readonly harm?: 'sent' | 'ran' | 'changed'
  /** It only tells something when this was short: from the change to the click, or between two clicks. */
  readonly hurry?: 'lag' | 'gap'
  readonly run: (page: Page) => Promise<void>
}

const approve = '[data-part="approve"]'
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Opens a chat in which so many calls wait, and waits until a press would count. */
async function openArmed(page: Page, calls = 1, props: object = {}): Promise<{ x: number; y: number }> {
  await page.evaluate(([cards, bar]) => stage.open(cards, bar), [calls, props] as const)
  await page.locator(`${approve}[data-armed]`).waitFor()
  return middleOf(page)
}
async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator(approve).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Opens the form of a call and writes another command into it. */
async function openEdited(page: Page, calls = 1): Promise<{ x: number; y: number }> {
  await page.evaluate((cards) => stage.open(cards, {}, { editable: true }), calls)
  await page.locator('[data-part="more"]').click()
  await page.getByRole('menuitem', { name: 'Edit before approving' }).click()
  await page.getByRole('textbox', { name: 'command' }).fill('rm -r /srv/old')
  await page.locator(`${approve}[data-armed]`).waitFor()
  return middleOf(page)
}
/** Opens a call that can be remembered, and chooses a scope in the menu beside Approve. */
async function openRemembered(page: Page): Promise<void> {
  await page.evaluate(() => stage.open(1, {}, { toolCallId: 'call_1', remember: ['session', 'always'] }))
  await page.locator(`${approve}[data-armed]`).waitFor()
  await page.locator('[data-part="remember"]').click()
  await page.getByRole('menuitemradio', { name: /Always allow/ }).waitFor()
}
const chooseAlways = (page: Page): Promise<void> =>
  page.evaluate(() =>
    stage.change(() =>
      document.querySelector<HTMLElement>('[role="menuitemradio"][data-scope="always"]')!.click(),
    ),
  )

/** Opens the approval settings, with the second step of a looser mode. */
async function openLooser(page: Page): Promise<{ x: number; y: number }> {
  await openModes(page)
  await page.evaluate(() =>
    stage.change(() => document.querySelector<HTMLElement>('input[value="auto_run"]')!.click()),
  )
  const box = (await page.locator('[data-part="confirm_mode"]').boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
async function openModes(page: Page): Promise<void> {
  await page.evaluate(() => stage.open(1, {}, {}, true))
  await page.getByRole('radio', { name: /Don't ask/ }).waitFor()
}

const click = (page: Page, { x, y }: { x: number; y: number }): Promise<void> => page.mouse.click(x, y)

const covers = (over: string, what: string): Attack => ({
  title: `C6 something that lets clicks through covers ${what}`,
  run: async (page) => {
    const at = await openArmed(page)
    await page.evaluate((covered) => {
      const cover = stage.cover(covered, { width: '190px', height: '70px', background: 'white' })
      cover.style.pointerEvents = 'none'
    }, over)
    await pause(700)
    await click(page, at)
  },
})

const returns = (how: string, happens: () => void): Attack => ({
  title: `C9 the first click after ${how}`,
  hurry: 'lag',
  run: async (page) => {
    const at = await openArmed(page)
    await page.evaluate(happens)
    await pause(100)
    await click(page, at)
  },
})

const holds = (key: string): Attack => ({
  title: `C2 ${key} held down while the queue advances`,
  meant: 1,
  run: async (page) => {
    await openArmed(page, 6)
    await tabTo(page)
    for (let repeat = 0; repeat < 40; repeat += 1) {
      await page.keyboard.down(key)
      await pause(33)
    }
    await page.keyboard.up(key)
  },
})

/** What is put over the arguments, each without taking clicks. */
const strangeCovers: Readonly<Record<string, (over: string) => void>> = {
  'inside of an open shadow root': (over) => {
    const host = stage.cover('body', { inset: '0', pointerEvents: 'none' })
    host
      .attachShadow({ mode: 'open' })
      .append(stage.cover(over, { width: '190px', height: '30px', background: 'white' }))
    ;(host.shadowRoot!.firstElementChild as HTMLElement).style.pointerEvents = 'none'
  },
  'made by ::before of the page': (over) => stage.style(over, 'body::before', 'background:white'),
  'made by ::after of an element far away': (over) => {
    stage.cover('body', { left: '0', top: '600px', width: '9px', height: '9px' }).id = 'far'
    stage.style(over, '#far::after', 'background:white')
  },
  'that is the ::backdrop of a popover': () => {
    const popover = stage.cover('body', { width: '1px', height: '1px', top: '690px', left: '0' })
    popover.popover = 'manual'
    stage.style('body', '[data-cover]::backdrop', 'background:white', false)
    popover.showPopover()
  },
  'that is a border': (over) => {
    stage.cover(over, {
      width: '0',
      height: '0',
      borderTop: '30px solid white',
      borderRight: '190px solid white',
    }).style.pointerEvents = 'none'
  },
  'that is an outline': (over) => {
    stage.cover(over, { width: '0', height: '0', outline: '60px solid white', pointerEvents: 'none' })
  },
  'that is an inner shadow': (over) => {
    const boxShadow = 'inset 0 0 0 99px white'
    stage.cover(over, { width: '190px', height: '30px', boxShadow, pointerEvents: 'none' })
  },
  'that is a shadow with a spread': (over) => {
    stage.cover(over, { width: '0', height: '0', boxShadow: '0 0 0 60px white', pointerEvents: 'none' })
  },
  'that is a shadow of something far away': (over) => {
    const { left, top } = document.querySelector(over)!.getBoundingClientRect()
    const boxShadow = `${left}px ${top - 600}px 0 0 white`
    stage.cover('body', {
      left: '0',
      top: '600px',
      width: '190px',
      height: '30px',
      boxShadow,
      pointerEvents: 'none',
    })
  },
  'that is black': (over) => {
    stage.cover(over, { width: '190px', height: '30px', background: 'black', pointerEvents: 'none' })
  },
  'that is as small as a digit': (over) => {
    const { left, top } = document.querySelector(over)!.getBoundingClientRect()
    const at = { left: `${left + 13}px`, top: `${top + 5}px`, width: '6px', height: '6px' }
    stage.cover('body', { ...at, background: 'white', pointerEvents: 'none' })
  },
  'that is text': (over) => {
    stage.cover(over, { pointerEvents: 'none', height: '0' }).append('echo hello')
  },
  'that is cut to a shape': (over) => {
    const clipPath = 'polygon(0 0, 100% 0, 100% 100%)'
    stage.cover(over, {
      width: '190px',
      height: '30px',
      background: 'white',
      clipPath,
      pointerEvents: 'none',
    })
  },
}

const coversStrangely = ([what, put]: readonly [string, (over: string) => void]): Attack => ({
  title: `C6 a cover ${what}`,
  run: async (page) => {
    const at = await openArmed(page)
    await page.evaluate(put, '[data-part="arguments"] dd')
    await pause(700)
    await click(page, at)
  },
})

/** The threats, one by one, with the real pointer and the real keyboard. */
export const attacks: readonly Attack[] = [
  {
    title: 'C1 two clicks on a page that is busy',
    meant: 1,
    run: async (page) => {
      const at = await openArmed(page, 3)
      await page.evaluate(() => stage.block(300))
      await Promise.all([click(page, at), pause(80).then(() => click(page, at))])
      await pause(300)
    },
  },
  {
    title: 'C1 a double click',
    meant: 1,
    run: async (page) => {
      const { x, y } = await openArmed(page, 3)
      await page.mouse.dblclick(x, y, { delay: 20 })
    },
  },
  holds('Enter'),
  holds('Space'),
  {
    title: 'K1 the chord that approves held down while the queue advances',
    meant: 1,
    run: async (page) => {
      await openArmed(page, 6)
      await tabTo(page)
      await page.keyboard.down('Control')
      for (let repeat = 0; repeat < 40; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
      await page.keyboard.up('Control')
    },
  },
  {
    title: 'K2 chords of a person who types in the composer while calls arrive',
    run: async (page) => {
      await page.evaluate(() => stage.open(3))
      await page.getByRole('textbox', { name: 'Message' }).focus()
      for (let round = 0; round < 12; round += 1) {
        await page.keyboard.press('Control+Enter')
        await page.keyboard.press('Control+Shift+Enter')
        await page.keyboard.press('Alt+Shift+Backspace')
        await pause(60)
      }
    },
  },
  {
    title: 'K3 a chord right after the call arrived, with focus already in the bar',
    hurry: 'lag',
    run: async (page) => {
      await openArmed(page, 2)
      await tabTo(page)
      await page.evaluate(() => stage.change(() => stage.mock.lapse('demo', 'call_1', 'withdrawn')))
      await page.keyboard.press('Control+Enter')
    },
  },
  {
    title: 'K4 a chord on covered arguments',
    run: async (page) => {
      await openArmed(page)
      await tabTo(page)
      await page.evaluate(() => {
        const over = '[data-part="arguments"] dd'
        const cover = stage.cover(over, { width: '190px', height: '30px', background: 'white' })
        cover.style.pointerEvents = 'none'
      })
      await pause(700)
      await page.keyboard.press('Control+Enter')
    },
  },
  {
    title: 'K5 a chord just after the arguments became other ones',
    hurry: 'lag',
    run: async (page) => {
      await openArmed(page)
      await tabTo(page)
      await page.evaluate(() =>
        stage.change(() => stage.mock.change('demo', 'call_1', { argsText: '{"command":"rm -r /"}' })),
      )
      await pause(100)
      await page.keyboard.press('Control+Enter')
    },
  },
  {
    title: 'K6 a chord right after a script moved focus to the bar',
    run: async (page) => {
      await openArmed(page)
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-part="title"]')!.focus())
      await page.keyboard.press('Control+Enter')
    },
  },
  {
    title: 'K7 chords on the second step of a call that may destroy something',
    run: async (page) => {
      const tool = { name: 'run_command', annotations: { destructiveHint: true } }
      await page.evaluate((destructive) => stage.open(1, {}, { tool: destructive }), tool)
      await page.locator(`${approve}[data-armed]`).waitFor()
      await page.keyboard.press('F6')
      await page.keyboard.press('Control+Enter')
      await page.locator('[data-part="confirm_approve"][data-armed]').waitFor()
      for (let round = 0; round < 3; round += 1) {
        await page.keyboard.press('Control+Enter')
        await page.keyboard.press('Control+Shift+Enter')
        await page.keyboard.press('Alt+Shift+Backspace')
        await pause(600)
      }
    },
  },
  {
    title: 'E1 Enter held down in a field of the form',
    run: async (page) => {
      await openEdited(page, 2)
      await page.getByRole('textbox', { name: 'command' }).focus()
      for (let repeat = 0; repeat < 40; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
    },
  },
  {
    title: 'E2 a double click on Approve with edits',
    meant: 1,
    run: async (page) => {
      const { x, y } = await openEdited(page, 3)
      await page.mouse.dblclick(x, y, { delay: 20 })
    },
  },
  {
    title: 'E3 another text in the form between press and release',
    run: async (page) => {
      const { x, y } = await openEdited(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.getByRole('textbox', { name: 'command' }).fill('rm -r /')
      await pause(100)
      await page.mouse.up()
    },
  },
  {
    title: 'E4 other arguments between press and release, under edits',
    run: async (page) => {
      const { x, y } = await openEdited(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.evaluate(() => stage.mock.change('demo', 'call_1', { argsText: '{"command":"rm -r /"}' }))
      await pause(700)
      await page.mouse.up()
    },
  },
  {
    title: 'R1 a click on Approve right after a scope was chosen',
    hurry: 'lag',
    run: async (page) => {
      await openRemembered(page)
      await chooseAlways(page)
      await click(page, await middleOf(page))
    },
  },
  {
    title: 'R2 a double click on a scope of the menu',
    run: async (page) => {
      await openRemembered(page)
      await page.getByRole('menuitemradio', { name: /Always allow/ }).dblclick({ delay: 20 })
    },
  },
  {
    title: 'R3 Enter held down on the menu of scopes',
    run: async (page) => {
      await openRemembered(page)
      await page.keyboard.press('Escape')
      for (let repeat = 0; repeat < 40; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
    },
  },
  {
    title: 'R4 other arguments after a scope was chosen',
    hurry: 'lag',
    run: async (page) => {
      await openRemembered(page)
      await chooseAlways(page)
      await page.locator(`${approve}[data-armed]`).waitFor()
      const at = await middleOf(page)
      await page.evaluate(() =>
        stage.change(() => stage.mock.change('demo', 'call_1', { argsText: '{"command":"rm -r /"}' })),
      )
      await page.locator('[data-part="grant"]').waitFor({ state: 'detached' })
      await click(page, at)
    },
  },
  {
    title: 'M1 a double click on a looser mode',
    harm: 'changed',
    run: async (page) => {
      await openModes(page)
      await page.getByRole('radio', { name: /Don't ask/ }).dblclick({ delay: 20 })
    },
  },
  {
    title: 'M2 a click on the second step of a looser mode right after it opened',
    harm: 'changed',
    hurry: 'lag',
    run: async (page) => click(page, await openLooser(page)),
  },
  {
    title: 'M3 something that lets clicks through covers the second step of a looser mode',
    harm: 'changed',
    run: async (page) => {
      const at = await openLooser(page)
      await page.locator('[data-part="confirm_mode"][data-armed]').waitFor()
      await page.evaluate(() => {
        const cover = stage.cover('[data-part="confirm_mode"]', {
          width: '190px',
          height: '40px',
          background: 'white',
        })
        cover.style.pointerEvents = 'none'
      })
      await pause(700)
      await click(page, at)
    },
  },
  {
    title: 'M4 Space held down on a looser mode',
    harm: 'changed',
    run: async (page) => {
      await openModes(page)
      await page.getByRole('radio', { name: /Don't ask/ }).focus()
      for (let repeat = 0; repeat < 40; repeat += 1) {
        await page.keyboard.down('Space')
        await pause(33)
      }
      await page.keyboard.up('Space')
    },
  },
  {
    title: 'C3 another call between press and release',
    run: async (page) => {
      const { x, y } = await openArmed(page, 2)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.evaluate(() => stage.mock.lapse('demo', 'call_1', 'withdrawn'))
      await pause(700)
      await page.mouse.up()
    },
  },
  {
    title: 'C3 other arguments between press and release',
    run: async (page) => {
      const { x, y } = await openArmed(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.evaluate(() => stage.mock.change('demo', 'call_1', { argsText: '{"command":"rm -r /"}' }))
      await pause(700)
      await page.mouse.up()
    },
  },
  {
    title: 'C4 a bait that uncovers the bar with the first of two clicks',
    hurry: 'lag',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(
        ([x, y]) => {
          const bar = document.getElementById('root')!
          bar.style.display = 'none'
          const bait = stage.cover('body', {
            left: `${x - 60}px`,
            top: `${y - 20}px`,
            width: '120px',
            height: '40px',
          })
          bait.addEventListener('mousedown', () =>
            stage.change(() => {
              bait.remove()
              bar.style.display = ''
            }),
          )
        },
        [at.x, at.y] as const,
      )
      await pause(300)
      await click(page, at)
      await pause(120)
      await page.mouse.click(at.x, at.y)
    },
  },
  {
    title: 'C5 other arguments just before the click',
    hurry: 'lag',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(() =>
        stage.change(() => stage.mock.change('demo', 'call_1', { argsText: '{"command":"rm -r /"}' })),
      )
      await pause(100)
      await click(page, at)
    },
  },
  covers('[data-part="title"]', 'the title'),
  covers('[data-part="arguments"] dd', 'the arguments'),
  covers(approve, 'the button'),
  {
    title: 'C7 the page moves the button under the pointer',
    hurry: 'lag',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(() => (document.getElementById('above')!.style.height = '350px'))
      await pause(800)
      await page.mouse.move(at.x, at.y)
      await page.evaluate(() => stage.change(() => (document.getElementById('above')!.style.height = '')))
      await pause(120)
      await click(page, at)
    },
  },
  ...Object.entries(strangeCovers).map(coversStrangely),
  {
    title: 'C6 a cover that is taken away just before the click',
    hurry: 'lag',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(
        (over) => stage.cover(over, { width: '400px', height: '40px', background: 'white' }),
        approve,
      )
      await page.mouse.move(at.x, at.y)
      await pause(700)
      await page.evaluate(() => stage.change(() => document.querySelector('[data-cover]')!.remove()))
      await pause(100)
      await click(page, at)
    },
  },
  {
    title: 'C7 a page that grows by a line slides the button under a pointer that rests',
    hurry: 'lag',
    run: async (page) => {
      const { x, y } = await openArmed(page)
      const box = (await page.locator(approve).boundingBox())!
      await page.mouse.move(x, box.y + box.height + 8)
      await pause(700)
      await page.evaluate(() => stage.change(() => stage.grow(0, 20)))
      await pause(100)
      await click(page, { x, y: y + box.height / 2 + 8 })
    },
  },
  {
    title: 'C7 a page that shrinks by a line slides the button under a pointer that rests',
    hurry: 'lag',
    run: async (page) => {
      await openArmed(page)
      await page.evaluate(() => stage.grow(0, 40))
      await pause(700)
      const box = (await page.locator(approve).boundingBox())!
      const at = { x: box.x + box.width / 2, y: box.y - 8 }
      await page.mouse.move(at.x, at.y)
      await pause(700)
      await page.evaluate(() => stage.change(() => stage.grow(0, -20)))
      await pause(100)
      await click(page, at)
    },
  },
  {
    title: 'C7 a script scrolls the button under the pointer',
    hurry: 'lag',
    run: async (page) => {
      const at = await openArmed(page)
      // Below the bar too, so that there is room to scroll.
      await page.evaluate(() => {
        document.body.style.paddingBottom = '900px'
        stage.grow(0, 900)
      })
      await page.mouse.move(at.x, at.y)
      await pause(900)
      await page.evaluate(
        ([selector, y]) => {
          const { top, height } = document.querySelector(selector)!.getBoundingClientRect()
          stage.change(() => window.scrollBy(0, top + height / 2 - y))
        },
        [approve, at.y] as const,
      )
      await pause(100)
      await click(page, at)
    },
  },
  {
    title: 'C7 a tap where the button has just come to',
    hurry: 'lag',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(() => stage.grow(0, 200))
      await pause(800)
      await page.evaluate(() => stage.change(() => stage.grow(0, -200)))
      await pause(120)
      await page.touchscreen.tap(at.x, at.y)
    },
  },
  ...['Enter', 'Space'].map((key): Attack => ({
    title: `C24 ${key} that is meant for the chat, after a script has moved focus to the button`,
    hurry: 'lag',
    run: async (page) => {
      await openArmed(page)
      await page.getByRole('textbox', { name: 'Message' }).focus()
      await page.keyboard.type('ok', { delay: 20 })
      await page.locator(approve).evaluate((button: HTMLElement) => stage.change(() => button.focus()))
      await pause(100)
      await page.keyboard.press(key)
    },
  })),
  {
    title: 'C24 a key of the chat that moves focus to the button while it goes down',
    run: async (page) => {
      await openArmed(page)
      const composer = page.getByRole('textbox', { name: 'Message' })
      await composer.focus()
      await composer.evaluate((element) => {
        const move = (): void => document.querySelector<HTMLElement>('[data-part="approve"]')!.focus()
        element.addEventListener('keydown', move, { once: true })
      })
      await page.keyboard.press('Enter')
    },
  },
  {
    title: 'C8 a storm of clicks that began before the bar appeared',
    hurry: 'gap',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(() => (document.getElementById('root')!.style.display = 'none'))
      await pause(200)
      for (let clicks = 0; clicks < 16; clicks += 1) {
        await click(page, at)
        await pause(130)
        if (clicks > 2) continue
        await page.evaluate(() => stage.change(() => (document.getElementById('root')!.style.display = '')))
      }
    },
  },
  returns('the tab is seen again', () =>
    stage.change(() => document.dispatchEvent(new Event('visibilitychange'))),
  ),
  returns('the window is entered', () => stage.change(() => window.dispatchEvent(new Event('focus')))),
  returns('the page cache gives the page back', () =>
    stage.change(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))),
  ),
  {
    title: 'C10 a thousand clicks of a script, where only a person’s are let in',
    run: async (page) => {
      await openArmed(page, 1, { trustedOnly: true })
      await page.evaluate((selector) => {
        for (let clicks = 0; clicks < 1_000; clicks += 1) {
          document.querySelector<HTMLElement>(selector)?.click()
        }
      }, approve)
    },
  },
  {
    title: 'C20 arguments that changed on the server and not on the screen',
    harm: 'ran',
    run: async (page) => {
      const at = await openArmed(page)
      await page.evaluate(() => {
        stage.mock.fault({ name: 'silences_stream' })
        stage.mock.change('demo', 'call_1', { argsText: '{"command":"rm -r /"}' })
      })
      await click(page, at)
      await pause(100)
    },
  },
  {
    title: 'C21 a call that has just been withdrawn',
    harm: 'ran',
    run: async (page) => {
      const at = await openArmed(page, 2)
      await page.mouse.move(at.x, at.y)
      await page.evaluate(() => stage.mock.lapse('demo', 'call_1', 'withdrawn'))
      await pause(Math.random() * 50)
      await click(page, at)
      await pause(100)
    },
  },
  {
    title: 'C24 keys that are meant for the chat, and Escape anywhere',
    run: async (page) => {
      await page.evaluate(() => stage.open(2))
      await page.getByRole('textbox', { name: 'Message' }).focus()
      await page.keyboard.type('yes 1 a n y\n ok\n', { delay: 20 })
      await page.locator(`${approve}[data-armed]`).waitFor()
      await page.keyboard.type('y\n \n1', { delay: 5 })
      await page.keyboard.press('Escape')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      for (const key of ['Enter', 'Space', 'Escape', 'y', 'a', '1']) await page.keyboard.press(key)
      const stops = 12
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press('Tab')
        await page.keyboard.press('Escape')
      }
    },
  },
]

/** Deliberate presses. */
export const deliberate: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  mouse: async (page) => click(page, await openArmed(page)),
  Enter: async (page) => {
    await openArmed(page)
    await tabTo(page)
    await page.keyboard.press('Enter')
  },
  Space: async (page) => {
    await openArmed(page)
    await tabTo(page)
    await page.keyboard.press('Space')
  },
  'F6 from the composer, and a chord': async (page) => {
    await openArmed(page)
    await page.getByRole('textbox', { name: 'Message' }).focus()
    await page.keyboard.press('F6')
    await page.keyboard.press('Control+Enter')
  },
  touch: async (page) => {
    const { x, y } = await openArmed(page)
    await page.touchscreen.tap(x, y)
  },
  'a click of assistive technology': async (page) => {
    await openArmed(page)
    await pause(550)
    await page.locator(approve).evaluate((button: HTMLElement) => button.click())
  },
  'Enter, once focus that a script gave is old enough': async (page) => {
    await openArmed(page)
    await page.locator(approve).focus()
    await pause(600)
    await page.keyboard.press('Enter')
  },
  'Enter on a page that grows': async (page) => {
    await openArmed(page)
    await tabTo(page)
    await page.evaluate(() => stage.grow(350, 20))
    await pause(600)
    await page.keyboard.press('Enter')
  },
  'mouse on a page that grows': async (page) => {
    await openArmed(page)
    await page.evaluate(() => stage.grow(350, 20))
    await pause(900)
    await pressWhereItIs(page, ({ x, y }) => page.mouse.click(x, y))
  },
  'mouse on a page that shrinks': async (page) => {
    await openArmed(page)
    await page.evaluate(() => stage.grow(350, -20))
    await pause(900)
    await pressWhereItIs(page, ({ x, y }) => page.mouse.click(x, y))
  },
  'mouse that rests on the button while the page moves beneath it': async (page) => {
    await openArmed(page)
    const { x, y } = await middleOf(page)
    await page.mouse.move(x, y)
    await page.evaluate(() => stage.grow(350, 12, 1))
    await pause(900)
    await page.mouse.click(x, y)
  },
  'mouse just after scrolling with the wheel': async (page) => {
    await openScrolling(page)
    await page.mouse.move(450, 160)
    await page.mouse.wheel(0, 120)
    await scrolled(page)
    await click(page, await middleOf(page))
  },
  'touch just after scrolling with a finger': async (page) => {
    await openScrolling(page)
    const [x, y] = [450, 160]
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    for (let moved = 12; moved <= 144; moved += 12) {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - moved }] })
      await pause(16)
    }
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await scrolled(page)
    const at = await middleOf(page)
    await page.touchscreen.tap(at.x, at.y)
  },
  'mouse just after scrolling with keys': async (page) => {
    await openScrolling(page)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown')
    await scrolled(page)
    await click(page, await middleOf(page))
  },
  // The browser clicks by itself, as for the default action of an accessibility tree.
  'an access key': async (page) => {
    await openArmed(page)
    await pause(550)
    await page.locator(approve).evaluate((button: HTMLElement) => (button.accessKey = 'p'))
    const cdp = await page.context().newCDPSession(page)
    const key = { modifiers: 1, key: 'p', code: 'KeyP', windowsVirtualKeyCode: 80 } as const
    await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: 'p', unmodifiedText: 'p' })
    await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
  },
  'a scope to remember, then Approve': async (page) => {
    await openRemembered(page)
    await page.getByRole('menuitemradio', { name: /Always allow/ }).click()
    await page.locator(`${approve}[data-armed]`).waitFor()
    await click(page, await middleOf(page))
  },
  'touch on a page that grows': async (page) => {
    await openArmed(page)
    await page.evaluate(() => stage.grow(350, 20))
    await pause(900)
    await pressWhereItIs(page, ({ x, y }) => page.touchscreen.tap(x, y))
  },
}

/** A page that can be scrolled. */
async function openScrolling(page: Page): Promise<void> {
  await openArmed(page)
  await page.evaluate(() => {
    document.body.style.paddingBottom = '900px'
    stage.grow(0, 200)
  })
  await pause(200)
  await page.locator(`${approve}[data-armed]`).waitFor()
  await pause(600)
}

/** Waits until the page has been scrolled by more than a hand follows. */
async function scrolled(page: Page): Promise<void> {
  await page.waitForFunction(() => scrollY > 70)
  await page.evaluate(async () => {
    for (let last = -1; last !== scrollY;) {
      last = scrollY
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
}

async function tabTo(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).focus()
  await page.keyboard.press('Shift+Tab')
}

/** As a hand that follows the button: tries again where the page moved it away meanwhile. */
async function pressWhereItIs(
  page: Page,
  press: (at: { x: number; y: number }) => Promise<void>,
): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => stage.afterGrowth(() => resolve(null))))
  await press(await middleOf(page))
}
