import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  ApproveButton,
  GatewayProvider,
  Intervention,
  InterventionBar,
  type Messages,
} from 'intervention-bar'
import type { GatewayClient, InterventionCall, ResumeRequest } from 'intervention-bar/core'
import { decide } from 'intervention-bar/mocks'
import { beforeEach, describe, expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, parked } from '../support/fixtures.ts'

let desks = 0

function fail(): never {
  throw new Error('the host fails')
}

function Failing(): React.ReactElement {
  return fail()
}

const inAnHour = Date.now() + 3_600_000
const callToShow = aCard({
  tool: { name: 'pay', title: 'Pay a bill', server: 'bank' },
  argsText: '{"to":"ana"}',
  why: { text: 'because', by: 'agent' },
  expiresAt: inAnHour,
})

interface HostOptions {
  readonly messages?: Partial<Messages>
  readonly cards?: readonly InterventionCall[]
  readonly fails?: boolean
}

/** The chat of a host, with these parts in it. */
function renderHost(
  parts: React.ReactNode,
  { messages = {}, cards = [callToShow], fails = false }: HostOptions = {},
) {
  const sent: ResumeRequest[] = []
  let now = cards
  const gateway: GatewayClient = {
    id: `boundaries-${(desks += 1)}`,
    readConversation: async () =>
      aConversation({ now: Date.now(), cursor: null, operations: [parked()], interventions: [...now] }),
    resume: async (request) => {
      sent.push(request)
      if (fails) throw new Error('no connection')
      now = now.filter(({ toolCallId }) => toolCallId !== request.decisions[0].toolCallId)
      return { outcome: 'accepted', operationId: null }
    },
  }
  const { container } = render(
    <GatewayProvider gateway={gateway} messages={messages}>
      <p>the rest of the app</p>
      {parts}
    </GatewayProvider>,
  )
  const approve = async (): Promise<void> => {
    await decide(container, 'approved', { user: userEvent.setup() })
    await waitFor(() => expect(sent.length).toBeGreaterThan(0))
  }
  const shows = async (): Promise<void> => {
    await waitFor(() => expect(container.querySelector('[data-part="approve"]')).not.toBeNull())
  }
  return { container, sent, approve, shows }
}

const bar = <InterventionBar conversationId="demo" arming={250} />
const alone = { conversationId: 'demo', toolCallId: 'call_1', arming: 250 }
const notice = "This preview couldn't be shown. The request is unchanged."

// The console has been read: React reports what a boundary catches.
beforeEach(() => void takeConsole())

async function holds(container: HTMLElement): Promise<void> {
  expect(container).toHaveTextContent('the rest of the app')
  await waitFor(() => expect(container).toHaveTextContent(notice))
  expect(container).toHaveTextContent(/pay/i)
  expect(container.querySelector('[data-part="approve"]')).toHaveTextContent('Approve')
}

/** React reports an error once, with the stack of components as a second text; React 18 leaves out its message. */
function reports(): number {
  const isReport = (one: unknown): boolean => /the host fails|^The above error occurred in/.test(String(one))
  return takeConsole().filter((entry) => entry.some(isReport)).length
}

describe('a text of the host that throws', () => {
  it.each([
    'heading',
    'siblings',
    'source',
    'expires',
    'noPermission',
    'refused',
    'unreadable',
    'arrived',
  ] as const)('%s: the host stays, and the call can be decided', async (name) => {
    const { container, approve, shows } = renderHost(bar, { messages: { [name]: fail } })
    await shows()
    if (name === 'heading' || name === 'source' || name === 'expires') {
      await holds(container)
      expect(reports()).toBe(1)
    }
    await approve()
    expect(container).toHaveTextContent('the rest of the app')
    takeConsole()
  })

  it('receipt: the decision is told in the words of the kit', async () => {
    const { container, approve, shows } = renderHost(bar, { messages: { receipt: fail, settled: fail } })
    await shows()
    await approve()
    await waitFor(() => expect(container).toHaveTextContent(/You approved Pay a bill/))
    expect(container).toHaveTextContent('the rest of the app')
    expect(reports()).toBeGreaterThan(0)
  })

  it('failure: the failure is told in the words of the kit, and can be tried again', async () => {
    const { container, approve, shows } = renderHost(bar, { messages: { failure: fail }, fails: true })
    await shows()
    await approve()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument())
    expect(container).toHaveTextContent('It may have run')
    takeConsole()
  })

  it.each([
    ['an object for a text', { heading: () => ({ text: 'x' }) }],
    ['no labels', { decisions: undefined }],
    ['a text for a function', { heading: 'Approval' }],
  ])('%s: the host stays, and the call can be decided', async (_what, messages) => {
    const { container, approve, shows } = renderHost(bar, { messages: messages as never })
    await shows()
    await holds(container)
    await approve()
    takeConsole()
  })

  it('arrived: the arrival is announced in the words of the kit', async () => {
    const { container, shows } = renderHost(bar, { messages: { arrived: fail } })
    await shows()
    const region = (): string | null | undefined =>
      container.querySelector('[aria-live="polite"]')?.textContent
    await waitFor(() => expect(region()).toContain('Approval needed: Pay a bill.'))
    takeConsole()
  })
})

describe('a part whose host fails', () => {
  const failing: readonly (readonly [string, React.ReactElement])[] = [
    ['the class of the bar', <InterventionBar key="one" {...alone} className={fail} />],
    ['the element of the bar', <InterventionBar key="one" {...alone} render={fail} />],
    [
      'the class of a card',
      <Intervention.Root key="one" {...alone} className={fail}>
        <Intervention.Approve />
      </Intervention.Root>,
    ],
    [
      'the element of a button in a card',
      <Intervention.Root key="one" {...alone}>
        <Intervention.Approve render={fail} />
      </Intervention.Root>,
    ],
    [
      'a child of a card',
      <Intervention.Root key="one" {...alone}>
        <Failing />
        <Intervention.Approve />
      </Intervention.Root>,
    ],
    ['the class of a button on its own', <ApproveButton key="one" {...alone} className={fail} />],
    ['the element of a button on its own', <ApproveButton key="one" {...alone} render={fail} />],
    [
      'a child of a button on its own',
      <ApproveButton key="one" {...alone}>
        <Failing />
      </ApproveButton>,
    ],
  ]
  it.each(failing)('%s: the call is drawn plainly, and can be decided', async (_what, parts) => {
    const { container, approve, shows } = renderHost(parts)
    await shows()
    await holds(container)
    expect(container).toHaveTextContent(/ana/)
    expect(reports()).toBe(1)
    await approve()
    expect(reports()).toBe(0)
  })

  it('holds an approval of a destructive call back until its exact text was shown', async () => {
    const argsText = JSON.stringify({ text: `begin${'x'.repeat(1_000)}end` })
    const tool = { name: 'pay', annotations: { destructiveHint: true } }
    const { container, shows } = renderHost(
      <Intervention.Root {...alone} className={fail}>
        <Intervention.Approve />
      </Intervention.Root>,
      { cards: [aCard({ tool, argsText })] },
    )
    await shows()
    await waitFor(() =>
      expect(container.querySelector('[data-part="approve"]')).toHaveAttribute('aria-disabled', 'true'),
    )
    act(() => screen.getByRole('button', { name: 'Show everything' }).click())
    await waitFor(() =>
      expect(container.querySelector('[data-part="approve"]')).not.toHaveAttribute('aria-disabled'),
    )
    expect(container.querySelector('[data-part="raw"]')).toHaveTextContent(argsText)
    expect(reports()).toBe(1)
  })

  it('does not take the other cards with it', async () => {
    const other = aCard({ toolCallId: 'call_2', tool: { name: 'mail' } })
    const { container, shows } = renderHost(
      <>
        <Intervention.Root {...alone} className={fail}>
          <Intervention.Approve />
        </Intervention.Root>
        <Intervention.Root {...alone} toolCallId="call_2">
          <Intervention.Title />
        </Intervention.Root>
      </>,
      { cards: [callToShow, other] },
    )
    await shows()
    expect(container).toHaveTextContent('Assistant wants to run mail')
    expect(reports()).toBe(1)
  })
})
