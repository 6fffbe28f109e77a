import { render, screen, waitFor } from '@testing-library/react'
import {
  ApproveButton,
  GatewayProvider,
  Intervention,
  InterventionBar,
  useConversation,
} from 'intervention-bar'
import {
  type Agent,
  agentThatAsks,
  createMemoryGateway,
  createMockGateway,
  say,
} from 'intervention-bar/mocks'
import { expect, it, vi } from 'vitest'

// A script that the server no longer has, as after a release.
vi.mock('../../src/components/parts.ts', () => {
  throw new Error('404')
})

function Phase(): React.ReactElement {
  const { phase, connection } = useConversation('demo')
  return <output>{`${phase} ${connection}`}</output>
}

const talks: Agent = function* () {
  yield say('Hello.')
}

function open(agent: Agent, drawn = <InterventionBar conversationId="demo" className="host" />) {
  const mock = createMockGateway({ agent })
  mock.say('demo', 'go')
  const bar = (
    <GatewayProvider gateway={createMemoryGateway(mock)} messages={{ reread: 'Noch einmal' }}>
      {drawn}
      <ApproveButton conversationId="demo" />
      <Phase />
    </GatewayProvider>
  )
  return { ...render(bar), mock }
}

it('says that what draws is missing as soon as something waits, aloud too, in the words and with the class of the host', async () => {
  const { container, mock } = open(agentThatAsks({ tool: 'send_mail', args: {} }))
  const sentence = "A part of this page couldn't be loaded. Reload the page if that goes on."
  await waitFor(() => expect(container.querySelector('[data-part="bar"]')).toHaveTextContent(sentence))
  expect(container.querySelector('[data-part="bar"]')).toHaveClass('host')
  expect(screen.getAllByRole('button')).toEqual([screen.getByRole('button', { name: 'Noch einmal' })])
  await waitFor(() => expect(screen.getAllByRole('log')[0]).toHaveTextContent(sentence))
  expect(mock.requests.some((one) => one.route === 'resume')).toBe(false)
})

it('says so in the place of a card of your own', async () => {
  const card = (
    <Intervention.Root conversationId="demo">
      <Intervention.Question />
    </Intervention.Root>
  )
  const { container } = open(agentThatAsks({ tool: 'send_mail', args: {} }), card)
  const sentence = "A part of this page couldn't be loaded. Reload the page if that goes on."
  await waitFor(() =>
    expect(container.querySelector('[data-part="intervention"]')).toHaveTextContent(sentence),
  )
})

it('says nothing while nothing waits', async () => {
  const { container, mock } = open(talks)
  await waitFor(() => expect(mock.requests.some((one) => one.route === 'read')).toBe(true))
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('idle live'))
  expect(container.querySelector('[data-part="bar"]')).toBeNull()
})
