import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { afterEach, describe, expect, it } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import '../support/cleanup.ts'

interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const through = 'position:fixed;z-index:9;pointer-events:none;'
const white = `${through}background:white;`
const at = ({ left, top, width, height }: Place): string =>
  `left:${left}px;top:${top}px;width:${width}px;height:${height}px;`

function put<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  style: string,
  parent: Node = document.body,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.setAttribute('style', style)
  element.dataset['cover'] = ''
  parent.appendChild(element)
  return element
}

/** Generates a box for an element that paints nothing itself. */
function generate(rules: string, style = 'left:0;top:0;'): void {
  put('style', '', document.head).textContent = `#far${rules}`
  put('div', through + style).id = 'far'
}

/** Everything lets clicks through. */
const covers: Readonly<Record<string, (over: Place) => void>> = {
  'an inert box': (over) => (put('div', white + at(over)).inert = true),
  'a box in nested shadow roots': (over) => {
    const outer = put('div', through).attachShadow({ mode: 'open' })
    const inner = put('div', '', outer).attachShadow({ mode: 'open' })
    put('p', `margin:0;${white}${at(over)}`, inner)
  },
  'a box in a slot': (over) => {
    const host = put('div', '')
    host.attachShadow({ mode: 'open' }).innerHTML = `<div style="${through}inset:0"><slot></slot></div>`
    put('div', `position:absolute;background:white;${at(over)}`, host)
  },
  'a fixed box in one that clips': (over) =>
    put('div', white + at(over), put('div', 'overflow:hidden;height:0')),
  'an absolute box in a static one that clips': (over) =>
    put('div', `${white}${at(over)}position:absolute`, put('div', 'overflow:hidden;height:0')),
  'a box that is moved by transform': ({ left, top, width, height }) =>
    put(
      'div',
      `${white}left:0;top:600px;width:${width}px;height:${height}px;transform:translate(${left}px,${top - 600}px)`,
    ),
  'a box that is moved by translate': ({ left, top, width, height }) =>
    put(
      'div',
      `${white}left:0;top:600px;width:${width}px;height:${height}px;translate:${left}px ${top - 600}px`,
    ),
  'a generated box with an inset': (over) =>
    generate('::after{content:"";position:absolute;inset:0;background:white}', at(over)),
  'a generated box that is moved by transform': ({ left, top, width, height }) =>
    generate(
      `::after{content:"";position:absolute;width:${width}px;height:${height}px;transform:translate(${left}px,${top}px);background:white}`,
    ),
  'a generated box that is moved by translate': ({ left, top, width, height }) =>
    generate(
      `::after{content:"";position:absolute;width:${width}px;height:${height}px;translate:${left}px ${top}px;background:white}`,
    ),
  'the shadow of a generated box': ({ left, top, width, height }) =>
    generate(
      `::after{content:"";position:fixed;left:0;top:650px;width:${width}px;height:${height}px;box-shadow:${left}px ${top - 650}px white}`,
    ),
  'a generated text': (over) => generate('::before{content:"a long text over the call"}', at(over)),
  'a picture': (over) => put('img', white + at(over)),
  'a drawing': ({ left, top, width, height }) => {
    put('div', `${through}inset:0`).innerHTML =
      `<svg width="800" height="700"><rect x="${left}" y="${top}" width="${width}" height="${height}"/></svg>`
  },
  'a canvas that is drawn on': ({ left, top, width, height }) => {
    const canvas = put('canvas', `${through}inset:0`)
    Object.assign(canvas, { width: 800, height: 700 })
    canvas.getContext('2d')!.fillRect(left, top, width, height)
  },
  'a frame': (over) => put('iframe', `${white}border:0;${at(over)}`),
  'a popover': (over) => {
    const popover = put('div', `margin:0;border:0;padding:0;background:white;pointer-events:none;${at(over)}`)
    popover.popover = 'manual'
    popover.showPopover()
  },
  'the backdrop of a popover': () => {
    put('style', '', document.head).textContent = '#far::backdrop{background:white}'
    const popover = put('div', 'left:0;top:690px;width:1px;height:1px')
    popover.id = 'far'
    popover.popover = 'manual'
    popover.showPopover()
  },
  'a text': (over) => put('div', through + at(over)).append('some text'),
  'a text in a popover': (over) => {
    const popover = put('div', `margin:0;border:0;padding:0;background:none;pointer-events:none;${at(over)}`)
    popover.append('some text')
    popover.popover = 'manual'
    popover.showPopover()
  },
  'a blur of what is behind': (over) => put('div', `${through}backdrop-filter:blur(9px);${at(over)}`),
  'a gradient': (over) => put('div', `${through}background:linear-gradient(white,white);${at(over)}`),
  'an outline far from its box': ({ left }) =>
    put(
      'div',
      `${through}left:0;top:0;width:1px;height:1px;outline:200px solid;outline-offset:${Math.max(0, left - 40)}px`,
    ),
  'a line': ({ left, top, width, height }) =>
    put('div', `${white}left:${left}px;top:${top + height / 2}px;width:${width}px;height:2px`),
  'a dot': ({ left, top }) => put('div', `${white}left:${left + 13}px;top:${top + 5}px;width:5px;height:5px`),
  'a generated dot': ({ left, top }) =>
    generate(`::after{content:"";${white}left:${left + 13}px;top:${top + 5}px;width:5px;height:5px}`),
  'a box that sticks': () =>
    put(
      'div',
      `position:sticky;z-index:9;pointer-events:none;background:white;top:0;margin-top:-700px;height:900px`,
    ),
  'a box that is pulled up': () =>
    put(
      'div',
      'position:relative;z-index:9;pointer-events:none;background:white;margin-top:-600px;height:600px',
    ),
  'a box that is turned': (over) => put('div', `${white}${at(over)}rotate:20deg`),
  'a color that is half opaque': (over) => put('div', `${through}background:oklch(1 0 0 / 0.5);${at(over)}`),
  'a border that is a picture': (over) =>
    put(
      'div',
      `${through}box-sizing:border-box;border:20px solid transparent;border-image:linear-gradient(white,white) 1 fill;${at(over)}`,
    ),
  'a meter': (over) => put('progress', through + at(over)),
  'a border': (over) => put('div', `${through}border:8px solid;${at(over)}`),
  'an inner shadow': (over) => put('div', `${through}box-shadow:inset 0 0 0 8px;${at(over)}`),
  'the border of a box that is scaled': ({ left, top }) =>
    put(
      'div',
      `${through}left:${left}px;top:${top}px;width:1px;height:1px;border:1px solid;transform:scale(50);transform-origin:0 0`,
    ),
  'the outline of a box that is scaled': ({ left, top }) =>
    put(
      'div',
      `${through}left:${left - 40}px;top:${top}px;width:1px;height:1px;outline:2px solid;transform:scale(50)`,
    ),
  'a border picture that is outside of its box': ({ left, top, width }) =>
    put(
      'div',
      `${through}left:${left}px;top:${top + 200}px;width:${width}px;height:9px;border:1px solid;border-image:linear-gradient(red,red) 1/1px/200px`,
    ),
  'the shadow of a text': ({ left, top }) =>
    put(
      'div',
      `${through}left:${left}px;top:660px;color:transparent;text-shadow:0 ${top - 660}px black`,
    ).append('some text'),
  'a shadow that a filter drops': ({ left, top, width, height }) =>
    put(
      'div',
      `${white}left:${left}px;top:660px;width:${width}px;height:${height}px;filter:drop-shadow(0 ${top - 660}px black)`,
    ),
  'a generated block that is moved': ({ left, top, width, height }) =>
    generate(
      `::after{content:"";display:block;position:relative;top:${top - 660}px;width:${width}px;height:${height}px;background:white}`,
      `left:${left}px;top:660px;`,
    ),
  'a generated block that is pulled up': ({ left, top, width, height }) =>
    generate(
      `::after{content:"";display:block;margin-top:${top - 660}px;width:${width}px;height:${height}px;background:white}`,
      `left:${left}px;top:660px;display:flow-root;`,
    ),
  'the generated box of an element without one': (over) =>
    generate(`::after{content:"";${white}${at(over)}}`, 'display:contents'),
  'the text of an element without a box': (over) =>
    put('div', 'display:contents', put('div', through + at(over))).append('some text'),
  'a rule between columns': ({ left, top }) =>
    (put(
      'div',
      `${through}left:${left - 200}px;top:${top}px;width:600px;height:30px;columns:2;column-gap:300px;column-rule:300px solid`,
    ).innerHTML = '<p style="height:25px"></p><p style="height:25px"></p>'),
  'a player of sounds': (over) => (put('audio', through + at(over)).controls = true),
  'a row of a table': (over) => {
    put('div', '').innerHTML =
      `<table style="${through}${at(over)}"><tr style="background:red"><td></td></tr></table>`
  },
}

/** Opens a bar with a call, and waits until a press would count. */
async function openArmed(): Promise<{ mock: ReturnType<typeof createMockGateway>; approve: Locator }> {
  await page.viewport(800, 700)
  const mock = createMockGateway({ agent: agentThatAsks(calls.editFile) })
  mock.open('demo')
  mock.say('demo', 'go')
  render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <InterventionBar conversationId="demo" arming={250} />
    </GatewayProvider>,
  )
  const approve = page.getByRole('button', { name: 'Approve' })
  await expect.element(approve).toHaveAttribute('data-armed')
  return { mock, approve }
}

afterEach(() => document.querySelectorAll('[data-cover]').forEach((one) => one.remove()))

describe('a press does not count, and the bar says that something covers the call, with', () => {
  it.each(Object.entries(covers))('%s', async (_title, cover) => {
    document.body.style.margin = '0'
    const { mock, approve } = await openArmed()
    const { left, top, width, height } = document
      .querySelector('[data-part="arguments"]')!
      .getBoundingClientRect()
    cover({ left: left + 4, top: top + 4, width: Math.min(190, width), height: Math.min(30, height) })
    await approve.click()
    await expect.element(page.getByText(/covers this request/).first()).toBeVisible()
    expect(mock.requests.filter((one) => one.route === 'resume')).toEqual([])
    document.querySelectorAll('[data-cover]').forEach((one) => one.remove())
    await expect.element(approve).toHaveAttribute('data-armed')
  })
})

it('a press does not count while the page around the bar is too faint to be seen', async () => {
  const { mock, approve } = await openArmed()
  document.documentElement.style.opacity = '0.2'
  document.body.style.opacity = '0.2'
  await expect.element(approve).not.toHaveAttribute('data-armed')
  await approve.click()
  expect(mock.requests.filter((one) => one.route === 'resume')).toEqual([])
  document.documentElement.style.opacity = ''
  document.body.style.opacity = ''
  await expect.element(approve).toHaveAttribute('data-armed')
})

it('a press does not count when something covers the call after a look that took long', async () => {
  const { mock, approve } = await openArmed()
  const heavy = put('div', 'position:fixed;top:650px;height:9px;overflow:hidden')
  heavy.innerHTML = '<i></i>'.repeat(60_000)
  await approve.hover()
  await pause(700)
  heavy.remove()
  const { left, top } = document.querySelector('[data-part="arguments"]')!.getBoundingClientRect()
  put('div', white + at({ left, top, width: 190, height: 30 }))
  await pause(400)
  await approve.click()
  await expect.element(page.getByText(/covers this request/).first()).toBeVisible()
  expect(mock.requests.filter((one) => one.route === 'resume')).toEqual([])
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
