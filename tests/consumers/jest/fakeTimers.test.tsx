import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createMemoryGateway, decide, scenarios } from 'intervention-bar/mocks'

beforeEach(() => void jest.useFakeTimers({ advanceTimers: true }))
afterEach(() => {
  cleanup()
  jest.useRealTimers()
})

it('approves with fake timers', async () => {
  const mock = scenarios.waiting()
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  await decide(container, 'approved', { user: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }) })
  await screen.findByText(/You approved/)
  expect(mock.executions).toHaveLength(1)
})
