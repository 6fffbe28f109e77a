import { readFile } from 'node:fs/promises'
import { render, waitFor } from '@testing-library/react'
import { GatewayProvider, InterventionBar, useBusy } from 'intervention-bar'
import { createHttpGateway, type GatewayClient, GatewayError } from 'intervention-bar/core'
import { agentThatAsks, createMockGateway, decide, type MockGateway } from 'intervention-bar/mocks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultServer, serveFaults, type WireFault } from '../support/faultServer.ts'
import { type WireFaultName, wireFaults } from '../support/wireFaults.ts'

// The answer table: what an answer means does not depend on where the card was when it came.

/** The expected end of a card. */
interface End {
  readonly says: RegExp
  /** It can be decided on again. */
  readonly isFree: boolean
  /** The number of runs of the tool. */
  readonly ran: 0 | 1
}
const done: End = { says: /You approved pay/, isFree: false, ran: 1 }
const refused = (says: RegExp): End => ({ says, isFree: true, ran: 0 })
const unknown: End = { says: /no answer yet. It may have run. Trying again is safe/, isFree: true, ran: 0 }

type Happens = (id: string, toolCallId: string) => void

/** Every class of answers, as it comes from the wire or from what has happened on the server just before. */
const answers: Readonly<
  Record<string, { readonly fault?: WireFaultName; readonly happens?: Happens; readonly end: End }>
> = {
  accepted: { end: done },
  '200 without an echo': { fault: 'no echo', end: done },
  '200 with a truncated body': { fault: 'truncated body', end: done },
  '200 with another page': { fault: '200 HTML', end: unknown },
  '409 in_progress': { fault: '409 in progress', end: unknown },
  '409 already_resolved by somebody else': {
    happens: (id, call) => mock.decideElsewhere(id, call, 'rejected', { id: 'maya', name: 'Maya' }),
    end: { says: /Maya rejected pay/, isFree: false, ran: 0 },
  },
  '410 expired': {
    happens: (id, call) => mock.lapse(id, call, 'expired'),
    end: { says: /pay expired at .* It has not run/, isFree: false, ran: 0 },
  },
  '410 withdrawn': {
    happens: (id, call) => mock.lapse(id, call, 'withdrawn'),
    end: { says: /Assistant no longer needs pay. It has not run/, isFree: false, ran: 0 },
  },
  '412 changed': {
    happens: (id, call) => mock.change(id, call, { argsText: '{"amount":2}' }),
    end: refused(/This request changed. Nothing was sent/),
  },
  '422 invalid': { fault: '422', end: refused(/couldn't take this decision. Nothing has run/) },
  '422 key_reused': { fault: '422 key reused', end: refused(/Nothing has run. Try again/) },
  '400': { fault: '400', end: refused(/couldn't take this decision. Nothing has run/) },
  '401': { fault: '401', end: refused(/You're signed out. Nothing has run/) },
  '403': { fault: '403', end: refused(/You don't have permission.* Nothing has run/) },
  '404': { fault: '404', end: refused(/doesn't know this request. Nothing has run/) },
  '408': { fault: '408', end: unknown },
  '425': { fault: '425', end: unknown },
  '429 for longer than anybody waits': { fault: '429', end: refused(/asks to slow down. Nothing has run/) },
  '500': { fault: '500', end: unknown },
  '500 after it acted': { fault: '500 after processing', end: done },
  '502': { fault: '502', end: unknown },
  '503': { fault: '503', end: unknown },
  '504': { fault: '504', end: unknown },
  'no answer': { fault: 'never answers', end: unknown },
  'no answer after it acted': { fault: 'acts and never answers', end: done },
  'a reset': { fault: 'RST before headers', end: unknown },
  'a reset after it acted': { fault: 'RST after processing', end: done },
  'offline before it is sent': { end: refused(/You're offline. Your decision hasn't been sent/) },
}

/** The states of a card when an answer comes, by the results of the tries before. */
const states = {
  'waiting: the first press': { before: [] },
  'checking: a try after one that may have run': { before: ['500'], doubt: true },
  'refused: the next press': { before: ['403'], press: true },
  'may have run: the next press': { before: ['500', '500', '500'], press: true, doubt: true },
} as const satisfies Readonly<
  Record<string, { before: readonly WireFaultName[]; press?: true; doubt?: true }>
>

interface Cell {
  readonly id: string
  readonly state: keyof typeof states
  readonly answer: string
  /** Comes instead of the answer and belongs to its class. */
  readonly fault?: WireFaultName
}
const idOf = (words: string): string => words.replace(/\W+/g, '_')
const cells = Object.keys(states).flatMap((state) =>
  Object.keys(answers).map((answer): Cell => ({
    id: idOf(`${state} ${answer}`),
    state: state as Cell['state'],
    answer,
  })),
)

/** The faults that are no answer of their own, and the class each belongs to. */
const ofClass = {
  latency: 'accepted',
  'request duplicated': 'accepted',
  'answer duplicated': 'accepted',
  'wrong content type': 'accepted',
  'clock a day ahead': 'accepted',
  'clock a day behind': 'accepted',
  'request dropped': 'a reset',
  'answer dropped': 'a reset after it acted',
  'RST mid-body': 'a reset after it acted',
  'slow drip': 'no answer after it acted',
} as const satisfies Readonly<Partial<Record<WireFaultName, string>>>
const once = Object.entries(ofClass).map(([name, answer]): Cell => {
  const fault = name as keyof typeof ofClass
  return { id: idOf(`once ${name}`), state: 'waiting: the first press', answer, fault }
})

/** The end of a card, as the person and the server see it. */
interface Outcome {
  readonly says: string
  readonly isFree: boolean
  readonly isBusy: boolean
  readonly ran: number
  readonly keys: number
}
const outcomes = new Map<string, Outcome>()

let mock: MockGateway
let server: FaultServer
const offline = new Set<string>()

function Busy({ id }: { id: string }): React.ReactElement {
  return <output>{useBusy(id).isBusy ? 'busy' : 'idle'}</output>
}

/** Brings a card to where it shall be, lets the answer come, and notes what it looks like when nothing moves any more. */
async function play({ id, state, answer, ...named }: Cell, gateway: GatewayClient): Promise<void> {
  const { before, press } = { press: false, ...states[state] }
  const { fault, happens } = { ...answers[answer]!, ...named }
  mock.say(id, 'go')
  const { toolCallId } = mock.read(id).interventions[0] ?? (await waits(id))
  const now: WireFault | undefined = happens
    ? async ({ handle, send }) => {
        happens(id, toolCallId)
        await send(await handle())
      }
    : fault && wireFaults[fault]
  const goesOffline = answer.startsWith('offline')
  if (goesOffline && before.length === 0) offline.add(id)
  const faultOf = (attempt: number): WireFault | undefined => {
    if (goesOffline && attempt === before.length) offline.add(id)
    const earlier = before[attempt - 1]
    return earlier === undefined ? now : wireFaults[earlier]
  }
  server.plan(id, faultOf)
  const { container } = render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId={id} arming={250} />
      <Busy id={id} />
    </GatewayProvider>,
  )
  const isBusy = (): boolean => container.querySelector('output')?.textContent === 'busy'
  const text = (): string => container.querySelector('[data-part="bar"]')?.textContent ?? ''
  const settled = (): Promise<void> => waitFor(() => expect(isBusy()).toBe(false))
  await decide(container, 'approved', { timeoutMs: 120_000 })
  if (press) {
    await settled()
    await decide(container, 'try_again', { timeoutMs: 120_000 })
  }
  await settled()
  const outcome = (): Outcome => ({
    says: text(),
    isFree: container.querySelector('[data-part="approve"]:not([aria-disabled])') !== null,
    isBusy: isBusy(),
    ran: mock.executions.filter((one) => one.toolCallId === toolCallId).length,
    keys: new Set(server.keys(id)).size,
  })
  const { says, isFree, ran } = endOf({ id, state, answer })
  const end = { says: expect.stringMatching(says) as unknown, isFree, ran, isBusy: false }
  await waitFor(() => expect(outcome()).toMatchObject(end)).catch(() => undefined)
  outcomes.set(id, outcome())
}

async function waits(id: string): Promise<{ toolCallId: string }> {
  await waitFor(() => expect(mock.read(id).interventions).toHaveLength(1))
  return mock.read(id).interventions[0]!
}

/** Once it may have run, a refusal of a later try proves nothing. */
function endOf({ state, answer }: Cell): End {
  const { end } = answers[answer]!
  const isRefusal = end.isFree && answer !== '412 changed'
  return 'doubt' in states[state] && isRefusal ? unknown : end
}

describe('every answer in every state', () => {
  beforeAll(async () => {
    // The cells run side by side: nothing here is one act of one person.
    Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false)
    mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay', args: { amount: 1 } }) })
    server = await serveFaults(mock)
    const http = createHttpGateway({ baseUrl: server.baseUrl, timeoutMs: 5_000 })
    const gateway: GatewayClient = {
      ...http,
      resume: (request, options) =>
        offline.has(request.conversationId)
          ? Promise.reject(new GatewayError({ code: 'offline', applied: 'no' }))
          : http.resume(request, options),
    }
    const left = [...cells, ...once]
    const worker = async (): Promise<void> => {
      for (let cell = left.shift(); cell; cell = left.shift()) await play(cell, gateway)
    }
    await Promise.all(Array.from({ length: 10 }, worker))
  })
  afterAll(() => server.close())

  function expectEnd(cell: Cell): void {
    const { says, isFree, ran } = endOf(cell)
    const outcome = outcomes.get(cell.id)
    expect(outcome).toMatchObject({ isFree, ran, isBusy: false })
    expect(outcome?.says).toMatch(says)
    expect(outcome?.keys).toBeLessThanOrEqual(1)
  }
  it.each(cells)('$state, $answer', expectEnd)
  it.each(once)('$fault is of the class: $answer', expectEnd)
})

// Faults of the stream, the page or the server have their own tests.
it.each([
  ['reorder', 'tests/gateway/eventStream.test.ts', 'reports a gap when events are reordered'],
  ['slow-loris', 'tests/gateway/eventStream.test.ts', 'does not count single bytes as a sign of life'],
  ['half-open', 'tests/gateway/eventStream.test.ts', 'is stale after 45 s'],
  ['malformed event', 'tests/gateway/eventStream.test.ts', 'an event without effect'],
  ['oversized event', 'tests/gateway/eventStream.test.ts', 'an event over 1 MiB'],
  ['split UTF-8', 'tests/gateway/eventStream.test.ts', 'reads the same events however their bytes are split'],
  ['6 connections busy', 'tests/e2e/tabs.test.ts', 'still send a decision'],
  [
    'offline and online',
    'tests/hooks/decide.test.tsx',
    'sends nothing later that could not be sent while offline',
  ],
  ['tab freeze', 'tests/hooks/connection.test.tsx', 'after the browser had frozen it'],
  ['bfcache', 'tests/hooks/connection.test.tsx', 'when it comes out of the page cache'],
  ['reload in flight', 'tests/e2e/tabs.test.ts', 'says that it may still arrive, sends nothing by itself'],
  ['two tabs', 'tests/e2e/tabs.test.ts', 'send one decision, even if both are pressed at once'],
  ['two people', 'tests/mocks/mockGateway.test.ts', 'lets the first of two people win'],
  ['new operation id', 'tests/loopback/rounds.test.tsx', 'is never retired with the old one'],
])('%s is run in %s', async (_, file, title) => {
  expect(await readFile(file, 'utf8')).toContain(title)
})
