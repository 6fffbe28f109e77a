import { render } from '@testing-library/react'
import { GatewayProvider, Intervention } from 'intervention-bar'
import { createMemoryGateway, scenarios } from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
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
