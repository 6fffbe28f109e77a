import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { agentThatAsks, calls, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../support/cleanup.ts'

it('the first click into a frame counts, which gives it focus after the press began', async () => {
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail) })
  mock.open('demo')
  mock.say('demo', 'go')
  render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  const approve = page.getByRole('button', { name: 'Approve' })
  await expect.element(approve).toHaveAttribute('data-armed')
  const order: string[] = []
  for (const type of ['pointerdown', 'focus', 'click']) {
    window.addEventListener(type, ({ target }) => {
      if (type !== 'focus' || target === window) order.push(type)
    })
  }
  expect(document.hasFocus()).toBe(false)
  await approve.click()
  await expect.poll(() => mock.requests.filter((one) => one.route === 'resume').length).toBe(1)
  expect(order).toEqual(['pointerdown', 'focus', 'click'])
})
