import type { Page } from 'playwright'
import type { Stage } from '../apps/attack/main.tsx'
import type { Attack } from './attacks.ts'

declare const stage: Stage

const answer = '[data-part="answer"]'
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const openQuestion = (page: Page, question: object): Promise<void> =>
  page.evaluate(
    (asked) => stage.open(1, {}, { tool: null, argsText: null, question: asked as never }),
    question,
  )

const text = { kind: 'text', message: 'Which folder may be deleted?' }
const form = {
  kind: 'form',
  message: 'Which one?',
  schema: { type: 'object', properties: { folder: { type: 'string', title: 'Folder' } } },
}
const url = { kind: 'url', message: 'Sign in', url: 'https://accounts.example.com/in' }

/** Opens a question, writes an answer, and waits until a press would count. */
async function openAnswered(page: Page): Promise<{ x: number; y: number }> {
  await openQuestion(page, text)
  await page.getByRole('textbox', { name: 'Your answer' }).fill('/srv/old')
  return middleOf(page)
}
/** Counts what would open, and opens nothing. */
async function openUrl(page: Page): Promise<void> {
  await page.evaluate(() => {
    const count = (event: Event): void => {
      const isLink = event.target instanceof Element && event.target.closest('a')
      if (!isLink || event.defaultPrevented) return
      event.preventDefault()
      document.body.dataset['opened'] = String(Number(document.body.dataset['opened']) + 1)
    }
    if (document.body.dataset['opened'] === undefined) window.addEventListener('click', count)
    document.body.dataset['opened'] = '0'
  })
  await openQuestion(page, url)
}
async function openLink(page: Page): Promise<{ x: number; y: number }> {
  await openUrl(page)
  return middleOf(page)
}
async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  await page.locator(`${answer}[data-armed]`).waitFor()
  const box = (await page.locator(answer).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
const changes = (page: Page, asked: object): Promise<void> =>
  page.evaluate(
    (question) => stage.change(() => stage.mock.change('demo', 'call_1', { question: question as never })),
    asked,
  )

/** An address that opens is a harm of its own. */
async function expectOpened(page: Page, most: number): Promise<void> {
  await pause(200)
  const opened = await page.evaluate(() => Number(document.body.dataset['opened']))
  if (opened > most) throw new Error(`${opened} pages would have opened.`)
}

export const answerAttacks: readonly Attack[] = [
  {
    title: 'Q1 Enter held down in the field of an answer',
    run: async (page) => {
      await openAnswered(page)
      for (let repeat = 0; repeat < 30; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
    },
  },
  {
    title: 'Q2 Enter held down in a field of a form',
    run: async (page) => {
      await openQuestion(page, form)
      await page.getByRole('textbox', { name: 'Folder' }).fill('/srv/old')
      await middleOf(page)
      for (let repeat = 0; repeat < 30; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
    },
  },
  {
    title: 'Q3 the question changes just before the click on Answer',
    hurry: 'lag',
    run: async (page) => {
      const { x, y } = await openAnswered(page)
      await changes(page, { ...text, message: 'Which folder holds the only copy?' })
      await pause(60)
      await page.mouse.click(x, y)
    },
  },
  {
    title: 'Q4 the question changes, and the answer to the earlier one is not sent later either',
    run: async (page) => {
      await openAnswered(page)
      await changes(page, { ...text, message: 'Which folder holds the only copy?' })
      await page.getByText('The question changed while you answered it.').first().waitFor()
      const { x, y } = await middleOf(page)
      await page.mouse.click(x, y)
    },
  },
  {
    title: 'Q5 the page writes another answer between press and release',
    run: async (page) => {
      const { x, y } = await openAnswered(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>('[data-part="answer_text"] textarea')!
        const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!
        set!.call(field, '/')
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await pause(60)
      await page.mouse.up()
    },
  },
  {
    title: 'Q6 the link of a question is pressed as it arrives',
    run: async (page) => {
      await openUrl(page)
      await page.locator(answer).waitFor()
      await page.evaluate(() => stage.change(() => undefined))
      const box = (await page.locator(answer).boundingBox())!
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      await expectOpened(page, 0)
    },
    hurry: 'lag',
  },
  {
    title: 'Q7 its address changes between press and release',
    run: async (page) => {
      const { x, y } = await openLink(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await changes(page, { ...url, url: 'https://accounts.example.org/in' })
      await page.getByText('accounts.example.org').first().waitFor()
      await page.mouse.up()
      await expectOpened(page, 0)
    },
  },
  {
    title: 'Q8 a double click on the link',
    meant: 1,
    run: async (page) => {
      const { x, y } = await openLink(page)
      await page.mouse.dblclick(x, y)
      await expectOpened(page, 1)
    },
  },
  {
    title: 'Q9 Enter held down on the link',
    meant: 1,
    run: async (page) => {
      await openLink(page)
      await page.locator(answer).focus()
      await pause(600)
      for (let repeat = 0; repeat < 20; repeat += 1) {
        await page.keyboard.down('Enter')
        await pause(33)
      }
      await page.keyboard.up('Enter')
      await expectOpened(page, 1)
    },
  },
]
