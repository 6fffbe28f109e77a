import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch } from '../e2e/support/openPage.ts'
import { buildChat } from './support/buildChat.ts'
import type { StartChatServer } from './support/ChatServer.ts'
import { countExecutions } from './support/fileTool.ts'
import { openChat, type OpenChat } from './support/openChat.ts'
import { refuseElsewhere } from './support/refuseElsewhere.ts'
import { lastWords } from './support/script.ts'
import { type RunningChat, startChat } from './support/startChat.ts'

const elsewhere = refuseElsewhere()
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe.each([
  ['ai-sdk', 'the AI SDK'],
  ['assistant-ui', 'assistant-ui'],
  ['copilotkit', 'CopilotKit'],
])('a chat of %s', (name) => {
  let running: RunningChat

  beforeAll(async () => {
    const { startServer } = (await import(`./chats/${name}/server.ts`)) as { startServer: StartChatServer }
    const app = await buildChat(name, { kit: inject('kit'), workshop: inject('workshop') })
    running = await startChat({ app, startServer })
  })
  afterAll(() => running.close())

  const fileOf = (file: string): string => join(running.folder, `${file}.txt`)
  const hasEnded = async ({ page }: OpenChat, times: number): Promise<void> => {
    await expect.poll(() => page.getByText(lastWords).count()).toBe(times)
  }

  it('asks above its composer, is decided by keyboard, and is decided after a reload', async () => {
    const chat = await openChat(browser, running.url)
    const { page, bar, composer } = chat

    await chat.ask('write one')
    const [above, below] = [await bar.boundingBox(), await composer.boundingBox()]
    expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y)
    expect(await bar.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('1px')
    expect(existsSync(fileOf('one'))).toBe(false)
    if (process.env['UPDATE']) await page.screenshot({ path: `stories/docs/pictures/chat-${name}.png` })
    await chat.press('approve')
    await hasEnded(chat, 1)
    expect(readFileSync(fileOf('one'), 'utf8')).toBe('This is one.')

    await chat.ask('write two')
    await page.reload()
    await bar.locator('[data-part="reason"]').waitFor()
    await composer.focus()
    await chat.tabTo('reason_open')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Use another folder')
    await chat.press('reject_continue')
    await hasEnded(chat, 2)
    expect(existsSync(fileOf('two'))).toBe(false)
    expect(running.log.told).toContain('Use another folder')

    await chat.ask('write three')
    await page.reload()
    await composer.focus()
    await chat.press('approve')
    await hasEnded(chat, 3)
    expect(readFileSync(fileOf('three'), 'utf8')).toBe('This is three.')

    expect(countExecutions(running.folder)).toBe(2)
    expect(chat.complaints).toEqual([])
    expect(elsewhere).toEqual([])
    await chat.close()
  })

  it('says that the agent works while a slow tool runs, and then that it ran', async () => {
    const chat = await openChat(browser, running.url)
    const { page, bar } = chat
    await chat.ask('write slow')
    const before = await page.getByText(lastWords).count()
    await chat.press('approve')
    const said = new Set<string>()
    await expect
      .poll(async () => {
        if (await bar.isVisible()) said.add(await bar.innerText())
        return page.getByText(lastWords).count()
      })
      .toBe(before + 1)
    expect([...said].join('\n')).toContain('Assistant is working')
    expect([...said].join('\n')).not.toMatch(/may have|Try again|It has not run|Nothing has run|failed/)
    expect(readFileSync(fileOf('slow'), 'utf8')).toBe('This is slow.')
    expect(await bar.innerText()).toMatch(/approved/i)
    expect(chat.complaints).toEqual([])
    await chat.close()
  })

  it.runIf(name === 'copilotkit')(
    'asks for the answer of a tool of the page, which the agent hears',
    async () => {
      const chat = await openChat(browser, running.url)
      const { page, bar, composer } = chat
      await composer.click()
      await page.keyboard.type('ask Which seat?')
      await page.keyboard.press('Enter')
      await bar.getByRole('heading', { name: 'Assistant asks Which seat?' }).waitFor()
      const before = await page.getByText(lastWords).count()
      await bar.getByLabel('Your answer').focus()
      await page.keyboard.type('By the window')
      await bar.locator('[data-part="answer"][data-armed]').waitFor()
      await page.keyboard.press('Control+Enter')
      await hasEnded(chat, before + 1)
      expect(running.log.told).toContain('By the window')
      expect(chat.complaints).toEqual([])
      await chat.close()
    },
  )
})
