import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

/** Pages with something around the bar that is not over it. */
interface OrdinaryPage {
  readonly draw: (bar: ReactNode) => ReactNode
  readonly css?: string
  readonly prepare?: () => void
}

const lines = Array.from({ length: 60 }, (_, index) => <p key={index}>A message of the chat, line {index}</p>)
const composer = <textarea aria-label="Message" />
const column = { display: 'flex', flexDirection: 'column', blockSize: '100dvh' } as const
const plain = (bar: ReactNode): ReactNode => (
  <>
    {bar}
    {composer}
  </>
)

const pages: Readonly<Record<string, OrdinaryPage>> = {
  'a clipped list whose long content reaches under the bar': {
    draw: (bar) => (
      <div style={column}>
        <div id="list" style={{ flex: '1 1 0', minBlockSize: 0, overflow: 'hidden' }}>
          {lines}
        </div>
        {plain(bar)}
      </div>
    ),
  },
  'a list that is scrolled above the bar and one that is scrolled below': {
    draw: (bar) => (
      <div>
        <div className="list" style={{ blockSize: 120, overflow: 'auto' }}>
          {lines}
        </div>
        {plain(bar)}
        <div className="list" style={{ blockSize: 120, overflow: 'auto' }}>
          {lines}
        </div>
      </div>
    ),
    prepare: () => document.querySelectorAll('.list').forEach((list) => list.scrollTo(0, 900)),
  },
  'a list over the whole page, on which the bar floats': {
    draw: (bar) => (
      <>
        <div id="list" style={{ position: 'absolute', inset: 0, overflow: 'auto', background: 'white' }}>
          {lines}
        </div>
        <div style={{ position: 'absolute', insetInline: 40, bottom: 20 }}>{plain(bar)}</div>
      </>
    ),
    prepare: () => document.getElementById('list')!.scrollTo(0, 500),
  },
  'messages of a page, over which the bar sticks to the bottom': {
    draw: (bar) => (
      <div>
        <div className="messages">{lines}</div>
        <div style={{ position: 'sticky', bottom: 0 }}>{plain(bar)}</div>
        <div className="messages">{lines}</div>
      </div>
    ),
    css: `.messages p { background: white; opacity: 0.9; z-index: 7 }
      .messages p:nth-child(odd) { position: relative; transform: translateX(2px); z-index: auto }
      .messages + div + .messages p { position: static; opacity: 1; transform: none }`,
  },
  'a virtual list with placed rows in a contained box': {
    draw: (bar) => (
      <div>
        <div style={{ blockSize: 120, overflow: 'auto', contain: 'strict' }}>
          {lines.map((line, index) => (
            <div key={line.key} style={{ position: 'absolute', top: index * 30, background: 'white' }}>
              {line}
            </div>
          ))}
        </div>
        {plain(bar)}
      </div>
    ),
  },
  'a list with rows fixed in a moved box': {
    draw: (bar) => (
      <div>
        <div style={{ blockSize: 120, overflow: 'hidden', transform: 'translateX(1px)' }}>
          <div style={{ position: 'fixed', top: 0, blockSize: 900, background: 'white' }}>{lines}</div>
        </div>
        {plain(bar)}
      </div>
    ),
  },
  'a long line of text in a collapsed box': {
    draw: (bar) => (
      <div>
        <div style={{ blockSize: 0, overflow: 'hidden', whiteSpace: 'pre' }}>{'closed\n'.repeat(60)}</div>
        {plain(bar)}
      </div>
    ),
  },
  'a hidden label over the bar, for screen readers': {
    draw: (bar) => (
      <div style={{ position: 'relative' }}>
        {bar}
        <span className="sr-only">A long label that only screen readers tell, whatever it says</span>
        {composer}
      </div>
    ),
    css: `.sr-only { position: absolute; top: 60px; left: 60px; width: 1px; height: 1px; margin: -1px; overflow: hidden;
      clip: rect(0, 0, 0, 0); white-space: nowrap }`,
  },
  'a sticky header with a big shadow': {
    draw: (bar) => (
      <div>
        <header>Header</header>
        {plain(bar)}
        <div style={{ blockSize: 2000 }} />
      </div>
    ),
    css: `header { position: sticky; top: 0; z-index: 50; height: 56px; background: white;
      box-shadow: 0 20px 60px 10px rgb(0 0 0 / 0.25) }`,
  },
  'a fixed background layer behind': {
    draw: (bar) => (
      <div style={{ position: 'relative', zIndex: 1 }}>
        <div className="layer" style={{ zIndex: -1 }} />
        {plain(bar)}
      </div>
    ),
    css: '.layer { position: fixed; inset: 0; background: linear-gradient(red, blue) }',
  },
  'a background layer of its own order, with the bar in a flex item above': {
    draw: (bar) => (
      <>
        <div style={{ display: 'flex' }}>
          <div style={{ flex: 1, zIndex: 1 }}>{plain(bar)}</div>
        </div>
        <div className="layer" />
      </>
    ),
    css: '.layer { position: fixed; inset: 0; background: linear-gradient(red, blue); pointer-events: none }',
  },
  'a background layer behind a box that is moved by translate': {
    draw: (bar) => (
      <>
        <div className="layer" />
        <div style={{ translate: '4px' }}>{plain(bar)}</div>
      </>
    ),
    css: '.layer { position: absolute; inset: 0; background: black }',
  },
  'an empty layer of toasts on top': {
    draw: (bar) => (
      <>
        {plain(bar)}
        <section className="toasts" aria-label="Notifications">
          <ol />
        </section>
      </>
    ),
    css: '.toasts { position: fixed; inset: 0; z-index: 9999; pointer-events: none }',
  },
  'a toast at the other corner': {
    draw: (bar) => (
      <>
        {plain(bar)}
        <section className="toasts">
          <div style={{ position: 'absolute', right: 16, bottom: 16, background: 'black', color: 'white' }}>
            Saved
          </div>
        </section>
      </>
    ),
    css: `.toasts { position: fixed; inset: 0; z-index: 9999; pointer-events: none }
      .toasts > div { padding: 12px; box-shadow: 0 0 40px 8px rgb(0 0 0 / 0.5) }`,
  },
  'a composer directly below with a focus ring and a shadow': {
    draw: plain,
    css: `textarea { display: block; position: relative; inline-size: 100%; box-shadow: 0 0 16px black }
      textarea:focus, textarea:focus-visible { outline: 3px solid black; outline-offset: 2px }`,
  },
  'a composer directly below with a shadow that rises': {
    draw: plain,
    css: `textarea { display: block; position: relative; inline-size: 100%; z-index: 2;
      box-shadow: 0 -16px 16px rgb(0 0 0 / 0.1), 0 -30px 60px -10px rgb(0 0 0 / 0.3) }`,
  },
  ...Object.fromEntries(
    [
      'overflow: hidden; border-radius: 16px',
      'transform: translateX(8px)',
      'filter: drop-shadow(0 2px 8px black)',
      'backdrop-filter: blur(4px)',
      'will-change: transform',
      'contain: content',
      'isolation: isolate; opacity: 0.99',
      'overflow: clip; outline: 4px solid black; outline-offset: -4px',
      'container-type: inline-size; box-shadow: 0 0 0 9px black, inset 0 0 0 2px black',
    ].map((style): [string, OrdinaryPage] => [
      `a card with ${style}`,
      {
        draw: (bar) => (
          <>
            <div className="card">{bar}</div>
            {composer}
          </>
        ),
        css: `.card { margin: 24px; padding: 16px; background: white; ${style} }`,
      },
    ]),
  ),
  'decorations of a parent, behind': {
    draw: (bar) => <div className="parent">{plain(bar)}</div>,
    css: `.parent { position: relative; isolation: isolate }
      .parent::before, .parent::after { content: ""; position: absolute; inset: 0; z-index: -1; background: black }
      .parent::after { background: linear-gradient(red, blue); filter: blur(40px) }`,
  },
  'a decoration of a parent that is drawn before its content': {
    draw: (bar) => (
      <div className="parent">
        <div style={{ position: 'relative' }}>{plain(bar)}</div>
      </div>
    ),
    css: '.parent { position: relative } .parent::before { content: ""; position: absolute; inset: 0; background: black }',
  },
  'decorations of a parent, beside': {
    draw: (bar) => <div className="parent">{plain(bar)}</div>,
    css: `.parent { position: relative; margin-inline-start: 24px }
      .parent::before { content: ""; position: absolute; inset-block: 0; left: -16px; width: 4px; background: black }
      .parent::after { content: "end"; position: absolute; top: 100%; right: 0 }`,
  },
  'grain and a tint over the whole page': {
    draw: (bar) => (
      <>
        {plain(bar)}
        <div className="tint" />
      </>
    ),
    css: `body::before, .tint { position: fixed; inset: 0; z-index: 9999; pointer-events: none }
      body::before { content: ""; background: repeating-linear-gradient(black, white 2px); opacity: 0.04 }
      .tint { background: rgb(255 220 0 / 0.05) }`,
  },
  'text that a parent generates in its flow': {
    draw: (bar) => <div className="parent">{plain(bar)}</div>,
    css: `.parent::before { content: "Chat" } .parent::after { content: "The end of the chat"; display: block }`,
  },
  'a fade that sticks to the end of a parent': {
    draw: (bar) => (
      <div className="parent">
        {plain(bar)}
        <div style={{ blockSize: 400 }} />
      </div>
    ),
    css: `.parent { block-size: 600px; overflow: auto }
      .parent::after { content: ""; display: block; position: sticky; bottom: 0; height: 32px;
        background: linear-gradient(transparent, white) }`,
  },
  'a fade above that ends at the edge of the bar': {
    draw: (bar) => (
      <div>
        <div style={{ blockSize: 200, overflow: 'auto' }}>
          {lines}
          <div className="fade" />
        </div>
        {plain(bar)}
      </div>
    ),
    css: '.fade { position: sticky; bottom: 0; height: 48px; background: linear-gradient(transparent, white) }',
  },
  'a spotlight whose hole is the bar': {
    draw: (bar) => (
      <>
        <div style={{ padding: 40 }}>{bar}</div>
        {composer}
        <div className="hole" />
      </>
    ),
    css: '.hole { position: fixed; z-index: 99; pointer-events: none; box-shadow: 0 0 0 9999px rgb(0 0 0 / 0.8) }',
    prepare: () => {
      const { left, top, width, height } = document
        .querySelector('[data-part="bar"]')!
        .getBoundingClientRect()
      const place = { left: left - 8, top: top - 8, width: width + 16, height: height + 16 }
      const hole = document.querySelector<HTMLElement>('.hole')!
      for (const [name, length] of Object.entries(place)) hole.style.setProperty(name, `${length}px`)
    },
  },
  'an open dialog elsewhere': {
    draw: (bar) => (
      <>
        {plain(bar)}
        <dialog open style={{ position: 'fixed', margin: 0, left: 500, top: 600 }}>
          Elsewhere
        </dialog>
      </>
    ),
  },
  'the bar in a modal dialog that lies over another one': {
    draw: (bar) => (
      <>
        <dialog className="modal" style={{ background: 'white' }}>
          The first
        </dialog>
        <dialog className="modal" style={{ inlineSize: 700 }}>
          {plain(bar)}
        </dialog>
        <div style={{ position: 'fixed', inset: 0, zIndex: 9999, background: 'white' }} />
      </>
    ),
    css: 'dialog::backdrop { background: rgb(0 0 0 / 0.6) }',
    prepare: () => document.querySelectorAll('dialog').forEach((dialog) => dialog.open || dialog.showModal()),
  },
  'a body with a border and an outline': {
    draw: plain,
    css: 'body { border: 12px solid black; outline: 6px solid red; outline-offset: -12px; box-shadow: inset 0 0 0 4px red }',
  },
  'an empty canvas over the whole page, for confetti': {
    draw: (bar) => (
      <>
        {plain(bar)}
        <canvas className="layer" />
      </>
    ),
    css: '.layer { position: fixed; inset: 0; inline-size: 100%; block-size: 100%; z-index: 99; pointer-events: none }',
  },
  'a pointer that the page draws by itself': {
    draw: (bar) => (
      <>
        {plain(bar)}
        <div className="pointer">
          <span />
        </div>
      </>
    ),
    css: `.pointer { position: fixed; top: 0; left: 0; z-index: 99; pointer-events: none }
      .pointer span { position: absolute; inset: -16px; inline-size: 32px; block-size: 32px; background: black;
        border-radius: 50% }`,
    prepare: () => {
      const drawn = document.querySelector<HTMLElement>('.pointer')!
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        drawn.style.translate = `${clientX}px ${clientY}px`
      })
    },
  },
  'a ribbon across the corner of the page': {
    draw: (bar) => (
      <>
        <div style={{ padding: '24px 90px 0 0' }}>{plain(bar)}</div>
        <div className="ribbon">A ribbon</div>
      </>
    ),
    css: `.ribbon { position: fixed; top: 30px; right: -300px; inline-size: 700px; z-index: 99; transform: rotate(45deg);
      text-align: center; color: white; background: green }`,
  },
  'frames beside': {
    draw: (bar) => (
      <div style={{ display: 'flex' }}>
        <iframe sandbox="" title="left" style={{ inlineSize: 100, blockSize: 400 }} />
        <div style={{ flex: 1 }}>{plain(bar)}</div>
        <iframe
          sandbox=""
          title="right"
          style={{ inlineSize: 100, blockSize: 400, position: 'relative', zIndex: 9 }}
        />
      </div>
    ),
  },
}

const approve = () => page.getByRole('button', { name: 'Approve' })
const resumes = (mock: MockGateway): number => mock.requests.filter((one) => one.route === 'resume').length

function open({ draw, css = '' }: OrdinaryPage): MockGateway {
  const style = document.createElement('style')
  style.dataset['test'] = ''
  style.textContent = css
  document.head.append(style)
  const mock = createMockGateway({ agent: agentThatAsks(calls.editFile, calls.sendMail) })
  const gateway = createMemoryGateway(mock)
  mock.open('demo')
  mock.say('demo', 'go')
  render(
    <GatewayProvider gateway={gateway}>
      {draw(<InterventionBar conversationId="demo" arming={250} />)}
    </GatewayProvider>,
  )
  return mock
}

beforeEach(async () => {
  document.body.style.margin = '0'
  await page.viewport(800, 700)
})
afterEach(() => {
  document.head.querySelectorAll('style[data-test]').forEach((style) => style.remove())
})

describe('a press counts, and nothing is said to cover the call, with', () => {
  it.each(Object.entries(pages))('%s', async (_title, ordinary) => {
    const mock = open(ordinary)
    await expect.poll(() => document.querySelector('[data-part="approve"]')).not.toBeNull()
    ordinary.prepare?.()
    approve().element().scrollIntoView({ block: 'nearest' })
    await expect.element(approve()).toHaveAttribute('data-armed')
    await approve().click()
    expect(document.body.textContent).not.toContain('covers this request')
    await expect.poll(() => resumes(mock)).toBe(1)
    await expect.element(page.getByText('Approval needed')).toBeVisible()
    ordinary.prepare?.()

    await expect.element(approve()).toHaveAttribute('data-armed')
    ;(page.getByRole('textbox', { name: 'Message' }).element() as HTMLElement).focus()
    await userEvent.tab({ shift: true })
    await expect.element(approve()).toHaveFocus()
    await expect.element(approve()).toHaveAttribute('data-armed')
    await userEvent.keyboard('{Enter}')
    expect(document.body.textContent).not.toContain('covers this request')
    await expect.poll(() => resumes(mock)).toBe(2)
  })
})

it('a press on a page of 5,000 elements counts, and reads each of them a few times at most', async () => {
  const cells = Array.from({ length: 2_500 }, (_, index) => (
    <p key={index} style={{ margin: 0 }}>
      Cell <b>{index}</b>
    </p>
  ))
  const mock = open({
    draw: (bar) => (
      <div style={column}>
        <div style={{ flex: '1 1 0', minBlockSize: 0, overflow: 'auto' }}>{cells}</div>
        {plain(bar)}
      </div>
    ),
  })
  await expect.element(approve()).toHaveAttribute('data-armed')
  await approve().hover()
  const off = new AbortController()
  const reads = [
    vi.spyOn(window, 'getComputedStyle'),
    vi.spyOn(Element.prototype, 'getBoundingClientRect'),
    vi.spyOn(document, 'elementsFromPoint'),
  ]
  const count = (): number => reads.reduce((all, { mock: { calls: made } }) => all + made.length, 0)
  let [before, during] = [0, 0]
  const options = { capture: true, signal: off.signal }
  window.addEventListener('pointerdown', () => (before = count()), options)
  window.addEventListener('pointerdown', () => (during = count() - before), { signal: off.signal })
  await approve().click()
  off.abort()
  for (const read of reads) read.mockRestore()
  await expect.poll(() => resumes(mock)).toBe(1)
  expect(during).toBeLessThan(5_000 * 5)
})
