import { render } from '@testing-library/react'
import { GatewayProvider, Intervention, InterventionBar } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  scenarios,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import styles from 'intervention-bar/styles.css?inline'
import { createPortal } from 'react-dom'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

it('a card with an element of its own undoes the rules of the page for elements, as the card without one does', async () => {
  const rules = document.createElement('style')
  rules.textContent =
    'h3 { font-size: 90px } button { letter-spacing: 9px } p, dl { margin: 70px } div { border: 5px solid }'
  document.head.append(rules)
  const looks: string[][] = []
  for (const own of [undefined, <section key="own" />]) {
    const { unmount } = render(
      <GatewayProvider gateway={createMemoryGateway(scenarios.waiting())}>
        <Intervention.Root conversationId="demo" styled render={own}>
          <Intervention.Title />
          <Intervention.Arguments />
          <Intervention.Approve render={<button type="button" className="mine" />} />
          <Intervention.Reject />
        </Intervention.Root>
      </GatewayProvider>,
    )
    await expect.element(page.getByRole('button', { name: 'Reject and stop' })).toBeVisible()
    const one = (name: string): CSSStyleDeclaration =>
      getComputedStyle(document.querySelector(`[data-part="${name}"]`)!)
    looks.push([
      one('title').fontSize,
      one('reject').letterSpacing,
      one('arguments').borderTopWidth,
      one('intervention').borderTopWidth,
      // The host's own button keeps the rules of the page.
      one('approve').letterSpacing,
    ])
    unmount()
  }
  rules.remove()
  expect(looks[1]).toEqual(looks[0])
  expect(looks[0]!.slice(1)).toEqual(['normal', '0px', '0px', '9px'])
})

/** Draws its content in a shadow root, in a dialog if it is asked for. */
function Shadow({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const [root, setRoot] = useState<ShadowRoot | null>(null)
  return (
    <div
      id="host"
      ref={(host) => {
        if (host && !host.shadowRoot) setRoot(host.attachShadow({ mode: 'open' }))
      }}
    >
      {root &&
        createPortal(
          <>
            <style>{styles}</style>
            {children}
          </>,
          root,
        )}
    </div>
  )
}

it.each(['in a page', 'in a dialog'])(
  'a bar in a shadow root %s is worked by pointer and by keyboard',
  async (place) => {
    const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail, calls.sendMail, calls.sendMail) })
    mock.open('demo')
    mock.say('demo', 'go')
    const bar = (
      <>
        <InterventionBar conversationId="demo" arming={250} />
        <textarea aria-label="Message" />
      </>
    )
    render(
      <GatewayProvider gateway={createMemoryGateway(mock)}>
        <textarea aria-label="Outside" />
        <Shadow>
          {place === 'in a page' ? (
            bar
          ) : (
            <dialog ref={(dialog) => (dialog?.open === false ? dialog.showModal() : undefined)}>{bar}</dialog>
          )}
          <textarea aria-label="Message" />
        </Shadow>
      </GatewayProvider>,
    )
    const root = (): ShadowRoot => document.querySelector('#host')!.shadowRoot!
    const part = (name: string): HTMLElement => root().querySelector<HTMLElement>(`[data-part="${name}"]`)!
    const statuses = (): string =>
      mock
        .read('demo')
        .interventions.map(({ status }) => status)
        .join()
    const armed = async (): Promise<void> => {
      await expect.poll(() => part('approve')?.dataset['armed']).toBe('')
    }
    await expect.poll(() => part('preview')).not.toBeNull()
    await armed()
    await userEvent.click(part('more'))
    await expect.poll(() => part('menu')).not.toBeNull()
    const keys = [...part('menu').querySelectorAll('button')].find((one) =>
      one.textContent.startsWith('Keyboard'),
    )!
    await userEvent.click(keys)
    await expect.poll(() => part('menu')?.getAttribute('role')).toBe('dialog')
    await userEvent.keyboard('{Escape}')
    expect(root().activeElement).toBe(part('more'))
    await armed()
    await userEvent.click(part('approve'))
    await expect.poll(statuses).toBe('approved,pending,pending')
    root().querySelector('textarea')!.focus()
    await userEvent.keyboard('{F6}')
    expect(root().activeElement).toBe(part('title'))
    await armed()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(statuses).toBe('approved,approved,pending')
    await expect.poll(() => root().activeElement).toBe(part('title'))
    await armed()
    await userEvent.keyboard('{Alt>}{Shift>}{Backspace}{/Shift}{/Alt}')
    await expect.poll(statuses).toBe('approved,approved,rejected')
  },
)
