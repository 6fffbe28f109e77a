import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar, type Renderer } from 'intervention-bar'
import { agentThatAsks, type CallDraft, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../support/cleanup.ts'

interface Shown {
  readonly part: (name: string) => HTMLElement | null
  readonly unmount: () => void
}

async function show(call: CallDraft, renderers?: readonly Renderer[]): Promise<Shown> {
  const mock = createMockGateway({ agent: agentThatAsks(call) })
  mock.open('demo')
  const { container, unmount } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)} renderers={renderers}>
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
  return { part, unmount }
}

beforeEach(async () => {
  document.body.style.margin = '0'
  await page.viewport(776, 720)
})

const args = { payee: 'Ana' }
const argsText = JSON.stringify(args)

describe('a renderer', () => {
  it.each<[string, React.CSSProperties]>([
    ['is off the screen', { position: 'absolute', insetInlineStart: -9_999 }],
    ['is over the decisions', { position: 'fixed', insetBlockEnd: 0, insetBlockStart: 900 }],
    ['has no size', { blockSize: 0, overflow: 'hidden', fontSize: 0 }],
    ['is scaled to nothing', { transform: 'scale(0)' }],
    ['has no colour', { color: 'transparent' }],
  ])('that %s leaves the exact text and the decisions', async (_what, style) => {
    const component = (): React.ReactElement => <figure style={{ margin: 0, ...style }}>Pay Bo</figure>
    const { part } = await show({ tool: 'pay', argsText }, [{ match: 'pay', component }])
    await expect.poll(() => part('raw')?.textContent).toBe(argsText)
    await expect.poll(() => part('approve')?.hasAttribute('data-armed')).toBe(true)
  })

  it('that shows a picture is left alone, and stays in its box', async () => {
    const component = (): React.ReactElement => (
      <svg width="40" height="2000" style={{ position: 'fixed', inset: 0 }}>
        <rect width="40" height="40" />
      </svg>
    )
    const { part } = await show({ tool: 'pay', argsText }, [
      {
        match: 'pay',
        component: () => (
          <>
            <p>Ana</p>
            {component()}
          </>
        ),
      },
    ])
    await expect.poll(() => part('rendered')).not.toBeNull()
    await expect.poll(() => part('approve')?.hasAttribute('data-armed')).toBe(true)
    expect(part('raw')).toBeNull()
  })
})

describe('a preview', () => {
  it('of a command is coloured, and its text stays one text', async () => {
    const command = 'cd /srv && echo "a b" # words'
    const { part, unmount } = await show({ tool: 'bash', args: { command } })
    await expect.poll(() => part('step')?.firstChild?.textContent).toBe('cd /srv && ')
    const coloured = (): readonly string[] =>
      [...CSS.highlights].flatMap(([name, ranges]) =>
        [...ranges].map((range) => {
          const text = (range as Range).cloneContents().textContent ?? ''
          return `${name.replace('intervention-bar-', '')} ${text.trim()}`
        }),
      )
    await expect
      .poll(coloured)
      .toEqual(expect.arrayContaining(['keyword cd', 'text "a b"', 'comment # words']))
    expect(part('step')?.childNodes).toHaveLength(1)
    unmount()
    expect(coloured()).toEqual([])
  })

  it('of a short command is no higher than a command in the list', async () => {
    const { part } = await show({ tool: 'bash', args: { command: 'npm test', cwd: '/work' } })
    await expect.poll(() => part('preview')).not.toBeNull()
    expect(part('bar')!.getBoundingClientRect().height).toBeLessThanOrEqual(180)
  })

  it('scrolls nothing sideways at 320 px', async () => {
    await page.viewport(320, 640)
    const long = 'x'.repeat(400)
    const { part } = await show({
      tool: 'apply_patch',
      args: { patch: `--- a/${long}\n+++ b/${long}\n@@ -1 +1 @@\n-${long}a\n+${long}b` },
    })
    await expect.poll(() => part('diff_line')).not.toBeNull()
    const box = part('scroll_box')!
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
