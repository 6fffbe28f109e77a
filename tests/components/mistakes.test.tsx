import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import * as kit from 'intervention-bar'
import {
  ApproveButton,
  type GatewayClient,
  GatewayProvider,
  Intervention,
  InterventionBar,
  useApprove,
  useInterventions,
} from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import { createMemoryGateway, scenarios } from 'intervention-bar/mocks'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { server } from '../support/dom.ts'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, parked } from '../support/fixtures.ts'

let chats = 0

/** What the console has said, without what React adds to an error that was thrown. */
async function warned(): Promise<string> {
  let said = ''
  await waitFor(() => {
    said += takeConsole()
      .filter(([method]) => method === 'warn')
      .map(([, text]) => String(text))
      .join('\n')
    expect(said).not.toBe('')
  })
  return said
}

/** A chat whose backend answers a read, or its stream, like this. */
function renderOver(answer: () => Response, path = ''): { container: HTMLElement; base: string } {
  const base = `/mistakes-${(chats += 1)}`
  server.use(
    http.get(`${base}/conversations/demo${path}`, answer),
    http.get(`${base}/conversations/demo`, () => HttpResponse.json(aConversation({ now: Date.now() }))),
    http.get(`${base}/conversations/demo/events`, () => new HttpResponse(null, { status: 204 })),
  )
  const { container } = render(
    <GatewayProvider gateway={createHttpGateway({ baseUrl: base })}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  return { container, base }
}

function inProvider(gateway: GatewayClient) {
  return function Provided({ children }: { readonly children: React.ReactNode }): React.ReactElement {
    return <GatewayProvider gateway={gateway}>{children}</GatewayProvider>
  }
}

const page = (): Response => HttpResponse.html('<!doctype html><title>My chat</title>')

describe('a page without a provider', () => {
  const hooks = Object.entries(kit).filter(([name]) =>
    name.startsWith('use'),
  ) as unknown as readonly (readonly [string, (conversationId: string) => unknown])[]
  const parts = {
    InterventionBar: <InterventionBar conversationId="demo" />,
    ApproveButton: <ApproveButton conversationId="demo" toolCallId="call_1" />,
    RejectButton: <kit.RejectButton conversationId="demo" />,
    RejectContinueButton: <kit.RejectContinueButton conversationId="demo" />,
    'Intervention.Root': <Intervention.Root conversationId="demo" />,
    ApprovalModeSelect: <kit.ApprovalModeSelect conversationId="demo" />,
    InterventionHistory: <kit.InterventionHistory conversationId="demo" />,
    WaitingBadge: <kit.WaitingBadge />,
  }
  const says = /^\[intervention-bar\] IB001: .*<GatewayProvider gateway=\{…\}>.*two copies of the kit.*npm ls/

  it.each(hooks)('is told so by %s', (_name, useOne) => {
    expect(() => renderHook(() => useOne('demo'))).toThrow(says)
    takeConsole()
  })

  it.each(Object.entries(parts))('is told so by %s', (_name, part) => {
    expect(() => render(part)).toThrow(says)
    takeConsole()
  })
})

describe('a gateway that is none', () => {
  it.each([
    ['the options of one', { baseUrl: '/api/agent' }],
    ['nothing', undefined],
  ])('is told so: %s', (_what, gateway) => {
    expect(() =>
      render(<GatewayProvider gateway={gateway as unknown as GatewayClient}>{null}</GatewayProvider>),
    ).toThrow(/IB002: .*"id", "readConversation" and "resume".*createHttpGateway\(options\)/)
    takeConsole()
  })

  it('is told so where it has no address', () => {
    expect(() => createHttpGateway('/api/agent' as unknown as { baseUrl: string })).toThrow(
      "IB011: createHttpGateway needs a baseUrl: createHttpGateway({ baseUrl: '/api/agent' }).",
    )
  })

  it('is told so where it is new at each render', async () => {
    const other = scenarios.waiting()
    function App(): React.ReactElement {
      return (
        <GatewayProvider gateway={createMemoryGateway(other)}>
          <p>chat</p>
        </GatewayProvider>
      )
    }
    const { rerender } = render(<App />)
    for (let round = 0; round < 5; round += 1) rerender(<App />)
    expect(await warned()).toMatch(/IB005: The gateway is a new object at each render.*useMemo/)
  })
})

describe('a prop of the wrong kind', () => {
  it.each([
    ['messages', 'de', /IB013: .*"messages" is of the type string\. Write messages=\{de\}/],
    [
      'renderers',
      { send_mail: () => null },
      /IB013: .*"renderers" is of the type object\. Write renderers=\{\[/,
    ],
    ['onDecide', 'yes', /IB013: .*"onDecide" is of the type string\. Write onDecide=/],
  ])('is named with its type: %s', async (prop, given, says) => {
    render(
      <GatewayProvider gateway={createMemoryGateway(scenarios.waiting())} {...{ [prop]: given }}>
        <p>chat</p>
      </GatewayProvider>,
    )
    expect(await warned()).toMatch(says)
  })

  it('is named where it is the element of a part, which keeps its own', async () => {
    const Untyped = Intervention.Approve as React.ComponentType<{ readonly render: unknown }>
    render(
      <Intervention.Root conversationId="demo">
        <Untyped render="button" />
      </Intervention.Root>,
      { wrapper: inProvider(createMemoryGateway(scenarios.waiting())) },
    )
    expect(await screen.findByRole('button', { name: 'Approve' })).toBeVisible()
    expect(await warned()).toMatch(/IB013: .*"render" is of the type string\. Write render=\{<MyButton \/>\}/)
  })
})

describe('a part outside of its card', () => {
  it('is told what to put it into', () => {
    expect(() =>
      render(<Intervention.Approve />, { wrapper: inProvider(createMemoryGateway(scenarios.waiting())) }),
    ).toThrow(/IB003: .*Intervention\.Root.*ApproveButton/)
    takeConsole()
  })
})

describe('a backend that is not there', () => {
  it('answers a read with the page of the app', async () => {
    const { base } = renderOver(page)
    expect(await warned()).toContain(
      `GET ${base}/conversations/demo answered 200 text/html, not JSON. Is the backend there, is baseUrl right, is MSW started?`,
    )
  })

  it('answers a read with a 404 that is a page', async () => {
    const { base } = renderOver(() => HttpResponse.html('<h1>404</h1>', { status: 404 }))
    expect(await warned()).toContain(
      `GET ${base}/conversations/demo answered 404 text/html, not JSON. Is the backend there,`,
    )
  })

  it('answers the stream with the page of the app', async () => {
    const { base } = renderOver(page, '/events')
    expect(await warned()).toContain(
      `GET ${base}/conversations/demo/events answered 200 text/html, not text/event-stream. Is the backend there,`,
    )
  })

  it('is not suspected where it says in its own words that there is no such conversation', async () => {
    const { container } = renderOver(() => HttpResponse.json({ code: 'not_found' }, { status: 404 }))
    await waitFor(() => expect(container).toHaveTextContent(/./))
    expect(takeConsole()).toEqual([])
  })
})

describe('a backend that breaks the contract', () => {
  it.each([
    [
      'no list of operations',
      { id: 'demo', cursor: null, interventions: [] },
      /Expected .*operations.*got nothing. At "\/operations"/,
    ],
    ['a number for an id', { ...aConversation(), id: 7 }, /Expected text, got 7. At "\/id"/],
  ])('is told what was expected, and what came: %s', async (_what, body, says) => {
    const { base } = renderOver(() => HttpResponse.json(body))
    const said = await warned()
    expect(said).toContain(`IB007: The gateway said something that is not the contract`)
    expect(said).toContain(`GET ${base}/conversations/demo answered 200 application/json. `)
    expect(said).toMatch(says)
  })

  it('is told of a call that cannot be read, without the text of a secret', async () => {
    const secret = `sk-${'x'.repeat(200)}`
    const calls = [aCard({ editable: secret as unknown as boolean })]
    renderOver(() => HttpResponse.json(aConversation({ operations: [parked()], interventions: calls })))
    const said = await warned()
    expect(said).toContain('Expected true or false, got "sk-xxx')
    expect(said).toContain('At "/interventions/0/editable".')
    expect(said).not.toContain(secret)
  })
})

describe('an id that leads nowhere', () => {
  afterEach(() => void vi.useRealTimers())

  it('is told of a conversation without one', async () => {
    render(<InterventionBar conversationId="" />, {
      wrapper: inProvider(createMemoryGateway(scenarios.waiting())),
    })
    expect(await warned()).toMatch(/IB009: The conversationId is empty/)
  })

  it('is told of a conversation whose id is a number', async () => {
    const Untyped = InterventionBar as React.ComponentType<{ readonly conversationId: unknown }>
    render(<Untyped conversationId={42} />, {
      wrapper: inProvider(createMemoryGateway(scenarios.waiting('43'))),
    })
    expect(await warned()).toMatch(/IB009: .*no text.*It is of the type number\./)
  })

  it('is told of a call that a hook decides', async () => {
    const gateway = createMemoryGateway(scenarios.waiting())
    const { result } = renderHook(() => ({ approve: useApprove('demo'), calls: useInterventions('demo') }), {
      wrapper: inProvider(gateway),
    })
    await waitFor(() => expect(result.current.calls.pending).toHaveLength(1))
    act(() => result.current.approve.mutate({ toolCallId: 'msg_1' }))
    expect(await warned()).toMatch(/IB010: .*"msg_1" was asked for, and "demo" has call_1\./)
  })

  it('is told of a hook in a conversation that nobody reads', async () => {
    const { result } = renderHook(() => useApprove('unread'), {
      wrapper: inProvider(createMemoryGateway(scenarios.waiting('unread'))),
    })
    act(() => result.current.mutate({ toolCallId: 'call_1' }))
    expect(await warned()).toMatch(/IB010: .*"call_1".*"unread" was not read yet.*mount a bar/)
  })

  it('is told of a call that a part names, once the gateway had time to tell of it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    render(
      <>
        <ApproveButton conversationId="demo" toolCallId="approval_1" />
        <InterventionBar conversationId="demo" />
      </>,
      { wrapper: inProvider(createMemoryGateway(scenarios.waiting())) },
    )
    await screen.findByText(/wants to/)
    expect(takeConsole()).toEqual([])
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(await warned()).toMatch(/IB010: .*"approval_1" was asked for, and "demo" has call_1\./)
  })
})

it.each([['de'], [7], [['de']], [null]])('shows the bar in English where messages={%j}', async (messages) => {
  const mock = scenarios.waiting()
  render(
    // @ts-expect-error -- a host without types.
    <GatewayProvider gateway={createMemoryGateway(mock)} messages={messages}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  expect(await screen.findByRole('button', { name: 'Approve' })).toBeVisible()
  // The warning is said once on a page.
  takeConsole()
})
