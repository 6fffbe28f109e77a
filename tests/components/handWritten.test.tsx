import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type GatewayClient, GatewayProvider, InterventionBar, useInterventions } from 'intervention-bar'
import type { FollowSignal, GatewayEvent, InterventionCall, ResumeRequest } from 'intervention-bar/core'
import { decide } from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, anEvent, initOf, parked, requestOf, running } from '../support/fixtures.ts'

/** A careless server may answer anything. */
type Anything = never

let clients = 0

/** A client that somebody wrote by hand: it hands over what its server says. */
function handWritten({
  read = {},
  answer = () => ({ outcome: 'accepted', operationId: null }),
}: { readonly read?: object; readonly answer?: (request: ResumeRequest) => unknown } = {}) {
  const resumes: ResumeRequest[] = []
  let tell: (item: GatewayEvent | FollowSignal) => void = () => undefined
  const state = { cards: [aCard()] as readonly InterventionCall[], reads: 0 }
  const gateway: GatewayClient = {
    id: `by hand ${(clients += 1)}`,
    readConversation: async () => {
      state.reads += 1
      const operations = [parked()]
      return {
        ...aConversation({ cursor: null, operations, interventions: state.cards }),
        ...read,
      }
    },
    async *followConversation(_id, { signal }) {
      const items: (GatewayEvent | FollowSignal)[] = [{ type: 'connection', status: 'live' }]
      let wake: () => void = () => undefined
      tell = (item) => {
        items.push(item)
        wake()
      }
      signal.addEventListener('abort', () => wake())
      while (!signal.aborted) {
        const next = items.shift()
        if (next !== undefined) yield next
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
    resume: async (request) => {
      resumes.push(request)
      return answer(request) as Anything
    },
  }
  return { gateway, resumes, state, tell: (item: unknown) => act(() => tell(item as Anything)) }
}

function show(gateway: GatewayClient, client = new QueryClient()) {
  const view = render(
    <QueryClientProvider client={client}>
      <GatewayProvider gateway={gateway}>
        <InterventionBar conversationId="demo" arming={250} />
      </GatewayProvider>
    </QueryClientProvider>,
  )
  const bar = (): HTMLElement | null => view.container.querySelector('[data-part="bar"]')
  return { ...view, bar, user: userEvent.setup() }
}

describe('an invalid answer to a decision', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['an outcome that does not exist', { outcome: 'sure' }],
    ['gone without its calls', { outcome: 'gone', reason: 'expired' }],
    ['changed without its calls', { outcome: 'changed' }],
  ])(
    '%s: the bar says that it may have run, and the next press continues the same request',
    async (_what, answer) => {
      const { gateway, resumes } = handWritten({ answer: () => answer })
      const { container, bar, user } = show(gateway)
      await screen.findByRole('button', { name: 'Approve' })
      await decide(container, 'approved', { user })
      await waitFor(() => expect(bar()).toHaveTextContent('It may have run. Trying again is safe.'))
      await decide(container, 'approved', { user })
      await waitFor(() => expect(resumes.length).toBeGreaterThan(3))
      expect(new Set(resumes.map((one) => one.requestId)).size).toBe(1)
      takeConsole()
    },
  )
})

describe('an answer that the next read contradicts', () => {
  const pending = [aCard()]
  it.each([
    ['decided already, by nobody', { outcome: 'already_resolved', interventions: [] }],
    ['decided already, with the call that waits', { outcome: 'already_resolved', interventions: pending }],
    ['accepted', { outcome: 'accepted', operationId: null }],
  ])('%s: the bar says that it may have run, after each press', async (_what, answer) => {
    const { gateway, resumes, tell } = handWritten({ answer: () => answer })
    const { container, bar, user } = show(gateway)
    for (const presses of [1, 2]) {
      await screen.findByRole('button', { name: presses === 1 ? 'Approve' : 'Try again' })
      await decide(container, 'approved', { user })
      await waitFor(() => expect(resumes).toHaveLength(presses))
      tell({ type: 'gap' })
      await waitFor(() => expect(bar()).toHaveTextContent('It may have run. Trying again is safe.'))
    }
    expect(new Set(resumes.map((one) => one.requestId)).size).toBe(1)
  })

  it.each([
    ['gone', { outcome: 'gone', reason: 'withdrawn', interventions: [] }],
    ['expired', { outcome: 'gone', reason: 'expired', interventions: pending }],
  ])('%s: the call is asked again, and its decision has a receipt', async (_what, answer) => {
    let next: object = answer
    const { gateway, resumes, tell, state } = handWritten({ answer: () => next })
    const { container, user } = show(gateway)
    await screen.findByRole('button', { name: 'Approve' })
    await decide(container, 'approved', { user })
    await waitFor(() => expect(resumes).toHaveLength(1))
    next = { outcome: 'accepted', operationId: null }
    tell({ type: 'gap' })
    await screen.findByRole('button', { name: 'Approve' })
    await decide(container, 'approved', { user })
    await screen.findByText(/You approved send_mail/)
    expect(state.cards).toEqual(pending)
  })

  it('says nothing of a call that is asked about again in another revision', async () => {
    const { gateway, resumes, tell, state } = handWritten()
    const { container, bar, user } = show(gateway)
    await screen.findByRole('button', { name: 'Approve' })
    await decide(container, 'approved', { user })
    await waitFor(() => expect(resumes).toHaveLength(1))
    state.cards = [aCard({ revision: 'rev_2', argsText: '{"to":"ben@example.com"}' })]
    tell({ type: 'gap' })
    await screen.findByText(/ben@example.com/)
    expect(bar()).not.toHaveTextContent('may have run')
  })
})

describe('an invalid conversation', () => {
  it.each([
    ['nothing', undefined, ''],
    ['no operations', { operations: undefined }, '/operations'],
  ])('%s: the bar says so, and a warning names the path', async (_what, read, path) => {
    const { gateway } = handWritten(read === undefined ? {} : { read })
    const client =
      read === undefined ? { ...gateway, readConversation: async () => undefined as Anything } : gateway
    const { bar } = show(client)
    await waitFor(() => expect(bar()).toHaveTextContent("The server's answer can't be read."))
    const [[, warning] = []] = takeConsole()
    expect(warning).toMatch(/IB007/)
    expect(warning).toContain(`"${path}"`)
  })

  it.each([
    ['arguments that are not text', { argsText: {} }, '/interventions/0/argsText'],
    ['no resolution although it is settled', { status: 'approved' }, '/interventions/0/resolution'],
    ['a title that is not text', { tool: { name: 'pay', title: {} } }, '/interventions/0/tool/title'],
    ['a reason that is a number', { why: 7 }, '/interventions/0/why'],
    ['a time that no Date can hold', { expiresAt: 1e300 }, '/interventions/0/expiresAt'],
  ])(
    'with a call that has %s: the others can be decided, and a warning names the path',
    async (_what, bad, path) => {
      const good = aCard({ toolCallId: 'call_2', tool: { name: 'pay' } })
      const { gateway, resumes } = handWritten({ read: { interventions: [{ ...aCard(), ...bad }, good] } })
      const { container, user } = show(gateway)
      const notice = (): HTMLElement | null => container.querySelector('[data-part="unreadable"]')
      await screen.findByRole('button', { name: 'Approve' })
      // Of one that was decided nobody knows.
      const fate = 'status' in bad ? '' : ' It has not run.'
      expect(notice()).toHaveTextContent(new RegExp(`^One request can't be read, so it isn't shown.${fate}$`))
      await decide(container, 'approved', { user })
      await waitFor(() => expect(resumes).toMatchObject([{ decisions: [{ toolCallId: 'call_2' }] }]))
      expect(takeConsole().join(' ')).toContain(`"${path}"`)
    },
  )

  it('with an operation that has no pause: the calls of the others can be decided', async () => {
    const { gateway, resumes } = handWritten({
      read: {
        operations: [{ ...parked('op_2'), pause: undefined } as Anything, parked(), null as Anything],
        interventions: [aCard({ toolCallId: 'call_2', operationId: 'op_2' }), aCard()],
      },
    })
    const { container, bar, user } = show(gateway)
    await screen.findByRole('button', { name: 'Approve' })
    expect(bar()).toHaveTextContent("2 requests can't be read, so they aren't shown.")
    await decide(container, 'approved', { user })
    await waitFor(() => expect(resumes).toMatchObject([{ decisions: [{ toolCallId: 'call_1' }] }]))
    const said = takeConsole().join(' ')
    expect(said).toContain('"/operations/0/pause"')
    expect(said).toContain('"/operations/2"')
  })

  it('without epoch, cursor and clock can be decided', async () => {
    const { gateway, resumes } = handWritten({
      read: { epoch: undefined, cursor: undefined, now: undefined },
    })
    const { container, user } = show(gateway)
    await screen.findByRole('button', { name: 'Approve' })
    await decide(container, 'approved', { user })
    await screen.findByText(/You approved send_mail/)
    expect(resumes).toHaveLength(1)
  })
})

describe('an invalid event', () => {
  it.each([
    ['an end without its data', anEvent('agent_runtime_end', 'op_1', undefined as Anything)],
    ['a request without a call', anEvent('agent_intervention_request', 'op_1', {} as Anything)],
    [
      'a decision without its resolution',
      anEvent('agent_intervention_response', 'op_1', {
        toolCallId: 'call_1',
        status: 'approved',
      } as Anything),
    ],
    ['a beginning without its operation', anEvent('agent_runtime_init', 'op_2', {} as Anything)],
    ['nothing', null],
  ])('%s: the stream goes on, and a read fills the gap', async (_what, event) => {
    const { gateway, tell, state } = handWritten()
    show(gateway)
    await screen.findByRole('button', { name: 'Approve' })
    const { reads } = state
    tell(event)
    await waitFor(() => expect(state.reads).toBeGreaterThan(reads))
    const next = aCard({ toolCallId: 'call_2', tool: { name: 'pay' } })
    state.cards = [aCard(), next]
    tell(requestOf(next))
    await screen.findByText('2 approvals needed')
    takeConsole()
  })
})

describe('the card that has focus', () => {
  it('stays with its draft when a newer run asks', async () => {
    const { gateway, tell } = handWritten()
    const { user } = show(gateway)
    await user.click(await screen.findByRole('button', { name: /Tell Assistant/ }))
    const box = screen.getByRole('textbox')
    await user.keyboard('because ')
    tell(initOf(running('op_9')))
    tell(requestOf(aCard({ toolCallId: 'call_9', operationId: 'op_9', tool: { name: 'pay' } })))
    await screen.findByText('2 approvals needed')
    await user.keyboard('not')
    expect(box).toHaveFocus()
    expect(box).toHaveValue('because not')
    expect(screen.getByRole('heading', { name: /wants to run/ })).toHaveTextContent('send_mail')
  })
})

describe('two query clients on one page', () => {
  it('both show a decision that one of them sent', async () => {
    const { gateway, resumes, state } = handWritten({
      answer: ({ requestId }) => {
        const resolution = { at: Date.now(), requestId }
        state.cards = [{ ...aCard(), status: 'approved', resolution }]
        return { outcome: 'accepted', operationId: null }
      },
    })
    const one = show(gateway)
    const other = show(gateway)
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Approve' })).toHaveLength(2))
    await decide(one.container, 'approved', { user: one.user })
    await waitFor(() => expect(other.bar()).toHaveTextContent('You approved send_mail'))
    expect(resumes).toHaveLength(1)
  })
})

describe('a tool that failed after it was approved', () => {
  it('is shown as failed, in the words of its backend', async () => {
    const { gateway, tell } = handWritten()
    const { bar } = show(gateway)
    await screen.findByRole('button', { name: 'Approve' })
    const resolution = { at: Date.now(), execution: { ok: false, message: 'mailbox full' } }
    tell(
      anEvent('agent_intervention_response', 'op_1', {
        toolCallId: 'call_1',
        status: 'approved',
        resolution,
      }),
    )
    await waitFor(() => expect(bar()).toHaveTextContent(/approved send_mail, .* It failed: mailbox full/))
  })
})

describe('a resume with no time limit', () => {
  it('waits for its answer', async () => {
    const { gateway } = handWritten({
      answer: async () => {
        await new Promise((resolve) => setTimeout(resolve, 200))
        return { outcome: 'accepted', operationId: null }
      },
    })
    const { container, bar, user } = show({ ...gateway, resumeTimeoutMs: Number.POSITIVE_INFINITY })
    await screen.findByRole('button', { name: 'Approve' })
    await decide(container, 'approved', { user })
    await screen.findByText(/You approved send_mail/)
    expect(bar()).not.toHaveTextContent('may have run')
  })
})

describe('a conversation without an id', () => {
  it.each(['', undefined as Anything])(
    '%o: nothing is read, and nothing is drawn',
    async (conversationId) => {
      const { gateway, state } = handWritten()
      const Count = () => <output>{useInterventions(conversationId).pending.length}</output>
      const { container } = render(
        <GatewayProvider gateway={gateway}>
          <InterventionBar conversationId={conversationId} />
          <Count />
        </GatewayProvider>,
      )
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
      expect(state.reads).toBe(0)
      expect(container.querySelector('[data-part="bar"]')).toBeNull()
      expect(screen.getByRole('status')).toHaveTextContent('0')
      // It is said once in a page.
      takeConsole()
    },
  )
})

describe('a provider that creates its gateway at each render', () => {
  it('warns the developer, also if each gateway has its own id', async () => {
    const Host = ({ turn }: { readonly turn: number }) => (
      <GatewayProvider gateway={{ ...handWritten().gateway, id: `turn ${turn}` }}>hello</GatewayProvider>
    )
    const { rerender } = render(<Host turn={0} />)
    for (const turn of [1, 2, 3, 4, 5, 6]) rerender(<Host turn={turn} />)
    expect(takeConsole()).toEqual([['warn', expect.stringContaining('IB005')]])
  })
})
