import { dehydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  ApproveButton,
  GatewayError,
  GatewayProvider,
  type GatewayProviderProps,
  Intervention,
  InterventionBar,
  InterventionHistory,
  useApprove,
  useBusy,
  useConversation,
  useInterventions,
} from 'intervention-bar'
import type { Conversation, GatewayClient, InterventionCall, ResumeRequest } from 'intervention-bar/core'
import { type ReactNode, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, parked, running } from '../support/fixtures.ts'
import { reads } from '../support/trapReads.ts'

const minute = 60_000

/** A read of a server, as JSON brings it to the page. */
function aRead(change: Partial<Conversation> = {}): Conversation {
  const read = aConversation({
    now: 1_000 * minute,
    cursor: null,
    operations: [parked()],
    interventions: [
      aCard({ tool: { name: 'send_mail', title: 'Send an email' }, argsText: '{"city":"Rome"}' }),
    ],
    ...change,
  })
  return JSON.parse(JSON.stringify(read)) as Conversation
}

interface Answers {
  read(conversation: Conversation | GatewayError): Promise<void>
  readonly resumed: readonly ResumeRequest[]
  readonly reads: () => number
  readonly gateway: GatewayClient
}

let pages = 0
/** A gateway whose reads are answered by the test. */
function aGateway(): Answers {
  const waiting: ((answer: Conversation | GatewayError) => void)[] = []
  const resumed: ResumeRequest[] = []
  let count = 0
  return {
    resumed,
    reads: () => count,
    read: (answer) => act(async () => waiting.splice(0).forEach((one) => one(answer))),
    gateway: {
      id: `first-html-${(pages += 1)}`,
      readConversation: () => {
        count += 1
        return new Promise((resolve, reject) =>
          waiting.push((answer) => (answer instanceof GatewayError ? reject(answer) : resolve(answer))),
        )
      },
      resume: async (request) => {
        resumed.push(request)
        return { outcome: 'accepted', operationId: null }
      },
    },
  }
}

function Host(): ReactNode {
  const { pending } = useInterventions('demo')
  const { phase } = useConversation('demo')
  const { isBusy } = useBusy('demo')
  const approve = useApprove('demo')
  return (
    <button data-testid="host" type="button" onClick={() => approve.mutate({ toolCallId: 'call_1' })}>
      {`${pending.length} ${phase} ${isBusy ? 'busy' : 'idle'} ${approve.error?.code ?? ''}`}
    </button>
  )
}

function Chat({
  client,
  children,
  ...props
}: GatewayProviderProps & { readonly client?: QueryClient | undefined }): ReactNode {
  const kit = (
    <GatewayProvider {...props}>
      {children ?? (
        <>
          <InterventionBar conversationId="demo" arming={250} />
          <Host />
        </>
      )}
    </GatewayProvider>
  )
  return client ? <QueryClientProvider client={client}>{kit}</QueryClientProvider> : kit
}

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0)) await one()
})

/** Renders on a server, and hydrates that HTML in a page. */
async function hydrated(
  props: Omit<GatewayProviderProps, 'gateway'> & { readonly client?: QueryClient } = {},
) {
  const answers = aGateway()
  const own = { ...props, client: undefined }
  const html = renderToString(
    <StrictMode>
      <Chat {...own} gateway={answers.gateway} />
    </StrictMode>,
  )
  // React 18 warns of layout effects on a server, and takes jsdom for one.
  expect(takeConsole().filter(([, text]) => !/useLayoutEffect does nothing/.test(String(text)))).toEqual([])
  const container = document.createElement('div')
  document.body.append(container)
  container.innerHTML = html
  const errors: unknown[] = []
  const root = await act(async () =>
    hydrateRoot(
      container,
      <StrictMode>
        <Chat {...props} gateway={answers.gateway} />
      </StrictMode>,
      { onRecoverableError: (error) => errors.push(error) },
    ),
  )
  undo.push(async () => {
    await act(async () => root.unmount())
    container.remove()
  })
  expect([errors, reads]).toEqual([[], []])
  const page = within(container)
  const inBar = (text: RegExp): HTMLElement =>
    within(container.querySelector<HTMLElement>('[data-part="bar"]')!).getByText(text)
  return { ...answers, html, page, inBar, container, user: userEvent.setup() }
}

const approve = () => screen.getByRole('button', { name: 'Approve' })

describe('the HTML of a server', () => {
  it('has the card with its arguments and decisions, and nothing that looks armed', () => {
    const html = renderToString(<Chat gateway={aGateway().gateway} initialConversation={aRead()} />)
    takeConsole()
    const page = document.createElement('div')
    page.innerHTML = html
    expect(page.querySelector('[data-part="title"]')).toHaveTextContent(
      'Assistant wants to run Send an email',
    )
    expect(page.querySelector('[data-part="arguments"]')).toHaveTextContent('Rome')
    expect(
      [...page.querySelectorAll('[data-part="decisions"] button')].map((one) => one.textContent),
    ).toEqual(['Reject and stop', 'Reject and continue', 'Approve'])
    expect(page.querySelector('[data-armed]')).toBeNull()
    expect(page.querySelector('[data-testid="host"]')).toHaveTextContent('1 waiting idle')
    expect(reads).toEqual([])
  })

  it('is taken over by the page as it is', async () => {
    const { html, container, page } = await hydrated({ initialConversation: aRead() })
    const plain = document.createElement('div')
    plain.innerHTML = html
    expect(container.querySelector('[data-part="bar"]')?.textContent).toBe(
      plain.querySelector('[data-part="bar"]')?.textContent,
    )
    expect(page.getByTestId('host')).toHaveTextContent('1 waiting idle')
  })

  it('tells the time left by the clock of that read, and only as long as no time zone matters', async () => {
    const expiring = (ms: number): Conversation =>
      aRead({ interventions: [aCard({ expiresAt: 1_000 * minute + ms })] })
    const timeIn = (initialConversation: Conversation): string => {
      const html = renderToString(<Chat {...aGateway()} initialConversation={initialConversation} />)
      takeConsole()
      return /role="timer"[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? ''
    }
    expect(timeIn(expiring(4 * minute))).toContain('4 min left')
    expect(timeIn(expiring(0))).toContain('The time to decide is over.')
    expect(timeIn(expiring(90 * minute))).not.toContain('Until')

    const { page, read } = await hydrated({ initialConversation: expiring(4 * minute) })
    expect(page.getByRole('timer')).toHaveTextContent('4 min left')
    const now = Date.now()
    await read(aRead({ now, interventions: [aCard({ expiresAt: now + 3 * minute - 1 })] }))
    expect(page.getByRole('timer')).toHaveTextContent('3 min left')
  })

  it('has no value that is hidden, and no history with times of a server', async () => {
    const secret = 'sk-live-1234'
    const settled = { ...aCard({ toolCallId: 'call_0' }), status: 'approved', resolution: { at: 5 } }
    const { html } = await hydrated({
      secretKeys: ['token'],
      initialConversation: aRead({
        interventions: [aCard({ argsText: `{"token":"${secret}"}` }), settled as InterventionCall],
      }),
      children: (
        <>
          <InterventionBar conversationId="demo" />
          <InterventionHistory conversationId="demo" />
        </>
      ),
    })
    expect(html).toContain('hidden, 12 characters')
    expect(html).not.toContain(secret)
    expect(html).not.toContain('<time')
  })

  it.each([
    ['a bar', <InterventionBar key="" conversationId="demo" initialConversation={aRead()} />],
    [
      'a card',
      <Intervention.Root key="" conversationId="demo" initialConversation={aRead()}>
        <Intervention.Title />
        <Intervention.Approve />
      </Intervention.Root>,
    ],
    ['a lone button', <ApproveButton key="" conversationId="demo" initialConversation={aRead()} />],
  ])('has the card of %s with a read of its own', async (_what, children) => {
    const { container, read } = await hydrated({ children })
    const button = container.querySelector('[data-part="approve"]')
    expect(button).toBeInTheDocument()
    await read(aRead())
    await expect.poll(() => button).toHaveAttribute('data-armed')
  })

  it('has the card of each conversation that is named', () => {
    const of = (id: string, city: string): Conversation =>
      aRead({ id, interventions: [aCard({ argsText: JSON.stringify({ city }) })] })
    const html = renderToString(
      <Chat {...aGateway()} initialConversation={[of('one', 'Rome'), of('two', 'Oslo'), of('three', 'Bonn')]}>
        <InterventionBar conversationId="one" />
        <InterventionBar conversationId="two" />
      </Chat>,
    )
    takeConsole()
    expect(html).toMatch(/Rome.*Oslo/)
    expect(html).not.toContain('Bonn')
  })
})

describe('before the first read of the page', () => {
  it('reads at once, and no press counts', async () => {
    const { page, inBar, user, read, resumed, ...all } = await hydrated({ initialConversation: aRead() })
    expect(all.reads()).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await user.click(approve())
    expect(inBar(/^Nothing was sent\. Checking if this request still waits\./)).toBeInTheDocument()
    expect(approve()).not.toHaveAttribute('data-armed')
    await user.click(page.getByTestId('host'))
    expect(page.getByTestId('host')).toHaveTextContent('not_found')
    takeConsole()
    expect(resumed).toEqual([])

    await read(aRead())
    await expect.poll(approve).toHaveAttribute('data-armed')
    await user.click(approve())
    await expect.poll(() => resumed).toHaveLength(1)
  })

  it('leaves nothing in a cache', async () => {
    const client = new QueryClient()
    const { read } = await hydrated({ client, initialConversation: aRead() })
    const kept = () =>
      client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.data)
    expect(kept()).toEqual([undefined])
    expect(JSON.stringify(dehydrate(client))).not.toContain('Rome')
    await read(aRead())
    expect(JSON.stringify(dehydrate(client))).not.toContain('Rome')
  })

  it('announces nothing, and then the call once', async () => {
    const { container, read } = await hydrated({ initialConversation: aRead() })
    const heard = () => container.querySelector('[aria-live="polite"]')?.textContent
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)))
    expect(heard()).toBe('')
    await read(aRead())
    await expect.poll(heard).toMatch(/Send an email/)
  })

  it('is not busy with a run that a server saw', async () => {
    const { page, read } = await hydrated({
      initialConversation: aRead({ operations: [running()], interventions: [] }),
    })
    expect(page.getByTestId('host')).toHaveTextContent('0 idle idle')
    await read(aRead({ operations: [running()], interventions: [] }))
    expect(page.getByTestId('host')).toHaveTextContent('0 running busy')
  })

  it('keeps the card where the read fails, and says so', async () => {
    const { page, user, read, resumed } = await hydrated({ initialConversation: aRead() })
    await read(new GatewayError({ code: 'unavailable', applied: 'no' }))
    await page.findByText(/What you see may be out of date\./)
    await user.click(approve())
    expect(resumed).toEqual([])
    await user.click(page.getByRole('button', { name: 'Load again' }))
    await read(aRead())
    await expect.poll(approve).toHaveAttribute('data-armed')
  })
})

describe('a newer read', () => {
  it('tells of a decision that was made since', async () => {
    const { page, inBar, read } = await hydrated({ initialConversation: aRead() })
    const [call] = aRead().interventions
    const resolution = { at: 1_001 * minute, by: { id: 'u1', name: 'Ana' } }
    await read(
      aRead({
        operations: [],
        interventions: [{ ...call!, status: 'rejected', resolution }],
      }),
    )
    expect(inBar(/Ana rejected Send an email/)).toBeVisible()
    expect(page.queryByRole('button', { name: 'Approve' })).toBeNull()
  })

  it('says that the request changed', async () => {
    const { inBar, user, read, resumed } = await hydrated({ initialConversation: aRead() })
    await read(aRead({ interventions: [aCard({ revision: 'rev_2', argsText: '{"city":"Oslo"}' })] }))
    expect(inBar(/This request changed\. Nothing was sent\./)).toBeVisible()
    await expect.poll(approve).toHaveAttribute('data-armed')
    await user.click(approve())
    await expect.poll(() => resumed[0]?.decisions[0].revision).toBe('rev_2')
  })

  it('takes away a call that is gone', async () => {
    const { container, read } = await hydrated({ initialConversation: aRead() })
    await read(aRead({ operations: [], interventions: [] }))
    expect(container.querySelector('[data-part="bar"]')).toBeNull()
  })
})

describe('what is no read', () => {
  it.each([
    ['text', JSON.stringify(aRead()), '"/id"'],
    ['an answer of something else', { id: 'demo', error: 'no' }, '"/operations"'],
  ])('%s is left out, and the console says so', (_what, given, words) => {
    const html = renderToString(
      <Chat {...aGateway()} initialConversation={given as unknown as Conversation} />,
    )
    expect(html).not.toContain('data-part="bar"')
    const said = takeConsole().filter(([, text]) => String(text).includes('IB012'))
    expect(said).toEqual([['warn', expect.stringContaining(words)]])
  })

  it.each([[null], [undefined], [[]]])('%s is nothing', (given) => {
    const html = renderToString(<Chat {...aGateway()} initialConversation={given} />)
    takeConsole()
    expect(html).not.toContain('data-part="bar"')
  })
})
