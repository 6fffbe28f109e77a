import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { GatewayProvider, InterventionBar, useBusy } from 'intervention-bar'
import { createMemoryGateway, decide, scenarios } from 'intervention-bar/mocks'
import { afterEach, it } from 'node:test'
import { expect } from './expect.ts'
import { user } from './fakeClock.ts'

function Spinner() {
  return <output>{useBusy('demo').isBusy ? 'working' : 'quiet'}</output>
}

afterEach(cleanup)

it('approves with fake timers', async () => {
  const mock = scenarios.waiting()
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <Spinner />
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  await decide(container, 'approved', { user })
  await screen.findByText(/You approved/)
  expect(mock.executions).toHaveLength(1)
  // What comes after the end of a test is outside of every `act`.
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('quiet'))
})
