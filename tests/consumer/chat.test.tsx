import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import { decide, scenarios } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { expect, it } from 'vitest'
import { server } from '../support/dom.ts'

// A chat as a host writes it, and its tests as a host writes them: from the published package, and nothing else.
const baseUrl = '/api/agent'
const gateway = createHttpGateway({ baseUrl })
function Chat(): React.ReactElement {
  return (
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>
  )
}

it('sends the mail once it is approved', async () => {
  const mock = scenarios.waiting()
  server.use(...createHandlers(mock, { baseUrl }))
  const { container } = render(<Chat />)
  await decide(container, 'approved', { user: userEvent.setup() })
  await screen.findByText(/You approved/)
  expect(mock.executions).toHaveLength(1)
})

it('keeps the call when the resume fails, and succeeds on the second try', async () => {
  const mock = scenarios.resume_refused()
  server.use(...createHandlers(mock, { baseUrl }))
  const user = userEvent.setup()
  const { container } = render(<Chat />)
  await decide(container, 'rejected', { user })
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/You rejected/)).toBeInTheDocument()
})
