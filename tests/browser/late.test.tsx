import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar, type Renderer } from 'intervention-bar'
import {
  agentThatAsks,
  type CallDraft,
  createMemoryGateway,
  createMockGateway,
  questions,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { lazy } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

/** A page that grows downwards: what is higher moves all that is below it. */
async function show(
  call: CallDraft,
  renderers?: readonly Renderer[],
): Promise<{
  readonly part: (name: string) => HTMLElement | null
  readonly tops: ReadonlySet<number>
  readonly decided: () => string | undefined
}> {
  const mock = createMockGateway({ agent: agentThatAsks(call) })
  mock.open('demo')
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)} renderers={renderers}>
      <InterventionBar conversationId="demo" style={{ animation: 'none' }} />
    </GatewayProvider>,
  )
  const part = (name: string): HTMLElement | null => container.querySelector(`[data-part="${name}"]`)
  const tops = new Set<number>()
  const look = (): void => {
    const button = part('approve') ?? part('answer')
    if (button) tops.add(button.getBoundingClientRect().top)
    if (container.isConnected) requestAnimationFrame(look)
  }
  look()
  mock.say('demo', 'go')
  await expect.poll(() => part('approve') ?? part('answer')).not.toBeNull()
  return { part, tops, decided: () => mock.read('demo').interventions[0]?.status }
}

beforeEach(async () => {
  document.body.style.margin = '0'
  await page.viewport(776, 720)
})

describe('what is drawn late moves no button', () => {
  it.each<[kind: string, CallDraft]>([
    ['command', { tool: 'bash', args: { command: 'cd /srv/shop && npm ci && npm run build', cwd: '/srv' } }],
    [
      'message',
      { tool: 'send_mail', args: { to: 'ana@example.com', subject: 'Hi', body: 'Hi Ana,\n\nok?' } },
    ],
    ['diff', { tool: 'Edit', args: { path: 'src/a.ts', old_string: 'let a = 1', new_string: 'let a = 2' } }],
    ['payment', { tool: 'pay', args: { amount: '12.50', currency: 'EUR', payee: 'Ana', note: 'July' } }],
    ['sql', { tool: 'query', args: { sql: 'delete from a where b in (select b from c) and d = 1' } }],
    [
      'http',
      { tool: 'http_request', args: { url: 'https://a.example/b?c=d', method: 'POST', body: { a: 1 } } },
    ],
    [
      'attachment',
      {
        tool: 'upload_image',
        args: { filename: 'front.png', mime_type: 'image/png', data: 'iVBORw0KGgo=', product: '4711' },
      },
    ],
    ['message', { tool: 'slack_message', args: { channel: '#shop', text: 'It is up.', thread: '17.3' } }],
    ['browser', { tool: 'browser_action', args: { action: 'click', url: 'https://a.example/cart', tab: 2 } }],
    ['plan', { tool: 'make_plan', args: { steps: ['read', 'write', 'test', 'ship'] } }],
    [
      'calendar',
      {
        tool: 'create_event',
        args: { title: 'Review', start: '2026-03-02T10:00:00Z', attendees: ['a', 'b'] },
      },
    ],
  ])('a preview: %s', async (kind, call) => {
    const { part, tops, decided } = await show(call)
    await expect.poll(() => part('preview')?.dataset['kind']).toBe(kind)
    await expect.poll(() => part('show_all')).toBeNull()
    await expect.poll(() => part('approve')?.hasAttribute('data-armed')).toBe(true)
    await userEvent.click(part('approve')!)
    await expect.poll(decided).toBe('approved')
    expect(tops.size).toBe(1)
  })

  it('a renderer of the host', async () => {
    let arrive = (): void => undefined
    const arriving = new Promise<void>((resolve) => (arrive = resolve))
    const Own = (): React.ReactElement => <p style={{ blockSize: 150 }}>Own</p>
    const component = lazy(() => arriving.then(() => ({ default: Own })))
    const { part, tops } = await show({ tool: 'own', args: { first: 1 } }, [{ match: 'own', component }])
    await expect.poll(() => part('content')?.textContent).toContain('first1')
    arrive()
    await expect.poll(() => part('rendered')?.textContent).toBe('Own')
    await expect.poll(() => part('show_all')).not.toBeNull()
    expect(tops.size).toBe(1)
    await userEvent.click(part('show_all')!)
    await expect.poll(() => part('arguments')!.clientHeight).toBeGreaterThan(150)
  })

  it('a form, which gets its room when somebody comes to it', async () => {
    const { part, tops } = await show(questions.delivery)
    await expect.poll(() => part('fields')).not.toBeNull()
    expect(tops.size).toBe(1)
    const held = part('question')!.clientHeight
    await userEvent.click(page.getByLabelText('City'))
    await expect.poll(() => part('question')!.clientHeight).toBeGreaterThan(held)
  })
})
