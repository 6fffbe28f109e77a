import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { agentThatAsks, type CallDraft, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../support/cleanup.ts'

const steps = (count: number): string =>
  Array.from({ length: count }, (_one, index) => `step ${index + 1} of ${count} is done`).join('\n')
const writeFile = { name: 'write_file', title: 'Write a file' }

interface Shown {
  readonly part: (name: string) => HTMLElement | null
  readonly box: () => HTMLElement
  readonly change: (args: object) => void
}

/** The bar above a composer, with this call in it. */
async function show(call: CallDraft): Promise<Shown> {
  const mock = createMockGateway({ agent: agentThatAsks(call) })
  mock.open('demo')
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100dvh' }}>
        <div style={{ flex: '1 1 0', minBlockSize: 0 }} />
        <InterventionBar conversationId="demo" />
        <textarea aria-label="Message" />
      </div>
    </GatewayProvider>,
  )
  mock.say('demo', 'go')
  const part = (name: string): HTMLElement | null => container.querySelector(`[data-part="${name}"]`)
  await expect.poll(() => part('well')?.hasAttribute('data-busy')).toBe(false)
  return {
    part,
    box: () => part('scroll_box')!,
    change: (args) => mock.change('demo', 'call_1', { argsText: JSON.stringify(args) }),
  }
}

const heightOf = (element: Element | null): number => Math.round(element?.getBoundingClientRect().height ?? 0)
const bottomOf = (element: Element | null): number => element?.getBoundingClientRect().bottom ?? 0

beforeEach(async () => {
  document.body.style.margin = '0'
  await page.viewport(776, 720)
})

describe('long arguments', () => {
  it('fade where they are cut, and no more at their end', async () => {
    const { part, box } = await show({ tool: writeFile, args: { text: steps(400) } })
    await expect.poll(() => part('well')!.hasAttribute('data-more')).toBe(true)
    expect(heightOf(box())).toBeLessThanOrEqual(176)
    box().scrollTop = box().scrollHeight
    await expect.poll(() => part('well')!.hasAttribute('data-more')).toBe(false)
  })

  it('can be scrolled out from under the button that shows them all', async () => {
    const { part, box } = await show({ tool: writeFile, args: { text: steps(400) } })
    await expect.poll(() => part('show_all')?.textContent).toBe('Show all 400 lines')
    box().scrollTop = box().scrollHeight
    expect(bottomOf(box().querySelector('dd'))).toBeLessThanOrEqual(
      part('show_all')!.getBoundingClientRect().top,
    )
  })

  it('are all shown, and higher, after one press, which takes focus to them', async () => {
    const { part, box } = await show({ tool: writeFile, args: { text: steps(400) } })
    const before = heightOf(box())
    await page.getByRole('button', { name: 'Show all 400 lines' }).click()
    await expect.poll(() => heightOf(box())).toBeGreaterThan(before)
    expect(document.activeElement).toBe(box())
    expect(part('show_all')).toBeNull()
    expect(box().textContent).toContain('step 200 of 400')
  })

  it('that are not left out but only cut can be made higher too', async () => {
    const { part, box } = await show({ tool: writeFile, args: { text: steps(14) } })
    await page.getByRole('button', { name: 'Show all 14 lines' }).click()
    await expect.poll(() => part('well')!.hasAttribute('data-more')).toBe(false)
    expect(box().scrollHeight).toBe(box().clientHeight)
  })

  it('that came by a change fade as well', async () => {
    const { part, change } = await show({ tool: writeFile, args: { text: 'short' } })
    expect(part('well')!.hasAttribute('data-more')).toBe(false)
    change({ text: steps(30) })
    await expect.poll(() => part('well')!.hasAttribute('data-more')).toBe(true)
  })
})

describe.each([320, 375, 776])('at %i px', (width) => {
  beforeEach(() => page.viewport(width, 720))

  it.each([
    ['a word without end', { url: `https://example.com/${'a'.repeat(400)}`, [`name_${'b'.repeat(80)}`]: 1 }],
    ['many levels', JSON.parse(`${'{"level":['.repeat(29)}"text"${']}'.repeat(29)}`) as object],
    ['a command', { command: `echo ${'c'.repeat(300)}` }],
  ])('%s does not scroll sideways, as a list and as exact text', async (_what, args) => {
    const { box } = await show({ tool: writeFile, args })
    expect(box().scrollWidth).toBeLessThanOrEqual(box().clientWidth)
    await page.getByRole('button', { name: 'Show exact text' }).click()
    expect(box().scrollWidth).toBeLessThanOrEqual(box().clientWidth)
  })

  it('the button for the exact text covers no text, however far it is scrolled', async () => {
    const { part, box } = await show({ tool: writeFile, args: { path: 'notes.md', text: steps(40) } })
    const toggle = part('raw_toggle')!
    for (const scrollTop of [0, 10, 40]) {
      box().scrollTop = scrollTop
      const words = document.createRange()
      words.selectNodeContents(toggle)
      const own = words.getBoundingClientRect()
      // What is scrolled out of the box is not drawn.
      const { top, bottom } = box().getBoundingClientRect()
      for (const element of box().querySelectorAll('dt, dd')) {
        const text = document.createRange()
        text.selectNodeContents(element)
        const overlaps = [...text.getClientRects()].filter(
          (one) =>
            one.right > own.left &&
            one.left < own.right &&
            Math.min(one.bottom, bottom) > own.top &&
            Math.max(one.top, top) < own.bottom,
        )
        expect(overlaps).toEqual([])
      }
    }
  })
})

it('names are above their values where the bar is very narrow, and beside them elsewhere', async () => {
  const { part } = await show({ tool: writeFile, args: { path: 'notes.md' } })
  const places = (): readonly DOMRect[] =>
    ['dt', 'dd'].map((tag) => part('scroll_box')!.querySelector(tag)!.getBoundingClientRect())
  const [name, value] = places()
  expect(value!.left).toBeGreaterThan(name!.right)
  await page.viewport(320, 720)
  const [above, below] = places()
  expect(below!.top).toBeGreaterThanOrEqual(above!.bottom)
})
