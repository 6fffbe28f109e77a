import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import { agentThatAsks, calls, createMockGateway, decide, scenarios } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { expect, it } from 'vitest'
import { server } from '../support/dom.ts'

// A chat as a host writes it, and its tests as a host writes them: from the published package, and nothing else.
const baseUrl = '/api/agent'
const gateway = createHttpGateway({ baseUrl })
function Chat({ id = 'demo' }: { readonly id?: string }): React.ReactElement {
  return (
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId={id} />
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

it('says that it may have run when the server fails, and tries again', async () => {
  const mock = scenarios.resume_fails()
  server.use(...createHandlers(mock, { baseUrl }))
  const user = userEvent.setup()
  const { container } = render(<Chat />)
  await decide(container, 'approved', { user })
  await screen.findAllByText(/It may have run/)
  expect(mock.executions).toHaveLength(0)
  await decide(container, 'try_again', { user })
  await screen.findByText(/You approved/)
  expect(mock.executions).toHaveLength(1)
})

it('runs a call once when the answer is lost', async () => {
  const mock = scenarios.answer_lost()
  server.use(...createHandlers(mock, { baseUrl }))
  const { container } = render(<Chat />)
  await decide(container, 'approved', { user: userEvent.setup() })
  await screen.findByText(/You approved/)
  expect(mock.executions).toHaveLength(1)
})

// The recipes of the page "Test your chat".
it('runs what the person edited', async () => {
  const user = userEvent.setup()
  const mock = createMockGateway({ agent: agentThatAsks({ ...calls.sendMail, editable: true }) })
  mock.say('edited', 'Tell Ana')
  server.use(...createHandlers(mock, { baseUrl }))
  const { container } = render(<Chat id="edited" />)
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit before approving', hidden: true }))
  const to = await screen.findByLabelText('to')
  await user.clear(to)
  await user.type(to, 'bo@example.com')
  await decide(container, 'approved', { user })
  await screen.findByText(/You approved/)
  expect(JSON.parse(mock.executions[0]!.argsText)).toMatchObject({ to: 'bo@example.com' })
})

it('shows a call that changes under the eyes of the person', async () => {
  const mock = scenarios.waiting('changed')
  server.use(...createHandlers(mock, { baseUrl }))
  const { container } = render(<Chat id="changed" />)
  await screen.findByText(/ana@example.com/)
  const [call] = mock.read('changed').interventions
  mock.change('changed', call!.toolCallId, { argsText: '{"to":"eve@example.com"}' })
  await screen.findAllByText(/eve@example.com/)
  await decide(container, 'approved', { user: userEvent.setup() })
  await screen.findByText(/You approved/)
  expect(mock.executions).toMatchObject([{ argsText: '{"to":"eve@example.com"}' }])
})

it('ends the spinner although no stream tells of the end', async () => {
  const mock = scenarios.waiting('lost')
  server.use(...createHandlers(mock, { baseUrl }))
  const { container } = render(<Chat id="lost" />)
  await screen.findByRole('button', { name: 'Approve' })
  mock.fault({ name: 'loses_end' })
  await decide(container, 'approved', { user: userEvent.setup() })
  await screen.findByText(/You approved/)
  mock.fault({ name: 'drops_stream' })
  await waitFor(() => expect(screen.queryByText(/is working/)).toBeNull())
})
