import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GatewayProvider, InterventionBar, useBusy } from 'intervention-bar'
import { createMemoryGateway, decide, scenarios } from 'intervention-bar/mocks'

function Spinner() {
  return <output>{useBusy('demo').isBusy ? 'working' : 'quiet'}</output>
}

beforeEach(() => void jest.useFakeTimers({ advanceTimers: true, doNotFake: ['queueMicrotask'] }))
afterEach(() => {
  cleanup()
  jest.useRealTimers()
})

it('approves with fake timers', async () => {
  const mock = scenarios.waiting()
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <Spinner />
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  await decide(container, 'approved', { user: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }) })
  await screen.findByText(/You approved/)
  expect(mock.executions).toHaveLength(1)
  // What comes after the end of a test is outside of every `act`.
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('quiet'))
})
