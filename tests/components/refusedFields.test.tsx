import { render, screen, waitFor } from '@testing-library/react'
import { type GatewayClient, GatewayError, GatewayProvider, InterventionBar } from 'intervention-bar'
import { decide } from 'intervention-bar/mocks'
import { expect, it } from 'vitest'
import { aCard, aConversation, parked } from '../support/fixtures.ts'

const message = `is not what the server takes ${'x'.repeat(300)}`

it('a refusal names its fields, whole on the screen and cut where it is spoken', async () => {
  const gateway: GatewayClient = {
    id: 'refused-fields',
    readConversation: async () =>
      aConversation({ cursor: null, operations: [parked()], interventions: [aCard()] }),
    resume: () =>
      Promise.reject(
        new GatewayError({
          code: 'invalid',
          applied: 'no',
          fields: [{ path: '/decisions/0/reason', message }],
        }),
      ),
  }
  const { container } = render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" arming={250} />
    </GatewayProvider>,
  )
  await screen.findByRole('heading', { name: /wants to run/ })
  await decide(container, 'rejected')
  await waitFor(() =>
    expect(container.querySelector('[data-part="error"]')).toHaveTextContent(`reason: ${message}`),
  )
  const spoken = container.querySelector('[aria-live="assertive"]')!.textContent
  expect(spoken).toContain('reason: is not what the server takes')
  expect(spoken.length).toBeLessThan(300)
})
