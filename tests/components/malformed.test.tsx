import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { GatewayProvider, Intervention, InterventionBar, useApprove } from 'intervention-bar'
import type { GatewayClient } from 'intervention-bar/core'
import { expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { aCard, aConversation, parked } from '../support/fixtures.ts'

let clients = 0

/** A value that is another one each time it is read. */
function changing(...values: readonly unknown[]): PropertyDescriptor {
  let reads = 0
  return { enumerable: true, get: () => values[(reads += 1) % values.length] }
}

function withField(object: object, name: string, field: PropertyDescriptor): object {
  return Object.defineProperty({ ...object }, name, field)
}

function throwing(object: object): object {
  const fail = (): never => {
    throw new Error('the gateway fails')
  }
  return new Proxy(object, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail })
}

const card = aCard({ expiresAt: 9_000 })
const { tool } = card
const settled = { ...card, status: 'approved', resolution: { at: 5 } }
const bad = (change: object): object => ({ interventions: [{ ...card, ...change }] })
const badTool = (change: object): object => bad({ tool: { ...tool, ...change } })
const badResolution = (change: object): object => ({
  interventions: [{ ...settled, resolution: { ...settled.resolution, ...change } }],
})
const badOperation = (change: object): object => ({ operations: [{ ...parked(), ...change }] })
const badPause = (change: object): object => badOperation({ pause: { ...change } })

const shapes: readonly (readonly [string, object])[] = [
  ['no tool', bad({ tool: undefined })],
  ['a tool that is text', bad({ tool: 'pay' })],
  ['a tool that is null', bad({ tool: null })],
  ['a tool name that is an object', badTool({ name: {} })],
  ['a tool title that is an object', badTool({ title: { en: 'Pay' } })],
  ['a tool title that is a number', badTool({ title: 7 })],
  ['a tool server that is an array', badTool({ server: ['bank'] })],
  ['annotations that are text', badTool({ annotations: 'destructive' })],
  ['an annotation that is text', badTool({ annotations: { destructiveHint: 'yes' } })],
  ['a schema that is text', badTool({ inputSchema: 'object' })],
  ['a why that is a number', bad({ why: 7 })],
  ['a why that is null', bad({ why: null })],
  ['a why whose text is an object', bad({ why: { text: {}, by: 'agent' } })],
  ['a why without text', bad({ why: { by: 'agent' } })],
  ['an agent that is text', bad({ agent: 'researcher' })],
  ['an agent whose name is an object', bad({ agent: { name: {}, relation: 'handoff', path: [] } })],
  ['an agent whose path is text', bad({ agent: { name: 'a', relation: 'handoff', path: 'a' } })],
  ['no decisions', bad({ decisions: undefined })],
  ['decisions that are empty', bad({ decisions: [] })],
  ['decisions that are text', bad({ decisions: 'approved' })],
  ['a decision that does not exist', bad({ decisions: ['maybe'] })],
  ['a reason rule that does not exist', bad({ reason: 'please' })],
  ['a reason rule that is an object', bad({ reason: {} })],
  ['remember that is null', bad({ remember: null })],
  ['a scope that is an object', bad({ remember: [{}] })],
  ['editable that is text', bad({ editable: 'yes' })],
  ['a requested time that is text', bad({ requestedAt: 'now' })],
  ['an end in nanoseconds', bad({ expiresAt: 1.7e18 })],
  ['an end that is infinite', bad({ expiresAt: Number.NEGATIVE_INFINITY })],
  ['an end that is no number', bad({ expiresAt: Number.NaN })],
  ['an end that is a date', bad({ expiresAt: new Date() })],
  ['arguments that are an object', bad({ argsText: {} })],
  ['an id that is a number', bad({ toolCallId: 7 })],
  ['a revision that is an object', bad({ revision: {} })],
  ['a status that does not exist', bad({ status: 'open' })],
  ['a resolution that is null', { interventions: [{ ...settled, resolution: null }] }],
  ['a resolution time that no Date can hold', badResolution({ at: 1e300 })],
  ['a person whose name is an object', badResolution({ by: { id: 'a', name: {} } })],
  ['an execution message that is an object', badResolution({ execution: { ok: false, message: {} } })],
  ['a call that is null', { interventions: [null] }],
  ['calls that are an object', { interventions: {} }],
  ['viewer.why that is an object', { viewer: { mayDecide: false, why: {} } }],
  ['a viewer that is text', { viewer: 'ana' }],
  ['operations that are null', { operations: null }],
  ['a begin that is text', badOperation({ startedAt: 'now' })],
  ['a status of an operation that is an object', badOperation({ status: {} })],
  ['a pause without rules', badPause({})],
  ['a pause that is answered in no known way', badPause({ answering: 'never', siblings: 'independent' })],
  ['a title that changes', bad({ tool: withField(tool!, 'title', changing('Pay', { en: 'Pay' })) })],
  ['a status that changes', { interventions: [withField(card, 'status', changing('pending', 'x'))] }],
  ['a call that throws', { interventions: [throwing(card)] }],
  ['a tool that throws', bad({ tool: throwing(tool!) })],
  ['a viewer that throws', { viewer: throwing({ mayDecide: true }) }],
]

it.each(shapes)('a hand-written gateway with %s does not unmount the app', async (_what, read) => {
  let current: object = read
  const gateway: GatewayClient = {
    id: `malformed ${(clients += 1)}`,
    readConversation: async () => ({
      ...aConversation({ cursor: null, operations: [parked()], interventions: [card] }),
      ...current,
    }),
    resume: async () => ({ outcome: 'accepted', operationId: null }),
  }
  const { container } = render(
    <GatewayProvider gateway={gateway}>
      <p>the rest of the app</p>
      <InterventionBar conversationId="demo" />
      <Intervention.Root conversationId="demo" toolCallId="call_1">
        <Intervention.Title />
        <Intervention.Why />
        <Intervention.Arguments />
        <Intervention.Receipt />
      </Intervention.Root>
      <Intervention.Approve conversationId="demo" toolCallId="call_1" />
    </GatewayProvider>,
  )
  const again = (): Promise<void> =>
    act(async () => {
      window.dispatchEvent(new Event('online'))
      await new Promise((resolve) => setTimeout(resolve, 20))
    })
  await again()
  expect(container).toHaveTextContent('the rest of the app')
  // A read that keeps the contract is shown, whatever came before it.
  const good = aCard({ toolCallId: 'call_2', tool: { name: 'other' } })
  const others = 'interventions' in read && Array.isArray(read.interventions) ? read.interventions : []
  current = { interventions: [...others, good] }
  await again()
  await waitFor(() => expect(container).toHaveTextContent('Assistant wants to run'))
  expect(screen.getByText('the rest of the app')).toBeInTheDocument()
  takeConsole()
})

it.each([
  ['a blank title', badTool({ title: ' ', server: '' }), 'Assistant wants to run send_mail'],
  ['a name and a title that are blank', badTool({ title: '', name: ' ' }), 'Assistant wants to run " "'],
  ['an end at the last moment of time', bad({ expiresAt: 8.64e15 }), 'Assistant wants to run send_mail'],
  ['names that are half a character', badTool({ name: '\uD800' }), 'Assistant wants to run ⟦U+D800⟧'],
])('a call with %s is named and can be decided', async (_what, read, title) => {
  const gateway: GatewayClient = {
    id: `malformed ${(clients += 1)}`,
    readConversation: async () => ({
      ...aConversation({ cursor: null, operations: [parked()] }),
      ...read,
    }),
    resume: async () => ({ outcome: 'accepted', operationId: null }),
  }
  render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  expect(await screen.findByRole('heading', { level: 3 })).toHaveTextContent(title, {
    normalizeWhitespace: true,
  })
  expect(screen.getByRole('heading', { level: 3 }).textContent).toHaveLength(title.length)
  expect(screen.getByRole('button', { name: 'Approve' })).toBeInTheDocument()
})

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const fail = async (): Promise<never> => {
  throw revoked()
}

it.each([
  ['read', { readConversation: fail }, undefined, "The server can't be reached."],
  ['resume', { resume: fail }, undefined, 'It may have run.'],
  [
    'stream',
    { followConversation: () => ({ [Symbol.asyncIterator]: () => ({ next: fail }) }) },
    undefined,
    'You approved',
  ],
  ['onDecide', {}, fail, 'Approveby the host'],
] as const)('a %s that throws what nobody can read ends the press', async (_what, odd, onDecide, told) => {
  const gateway: GatewayClient = {
    id: `malformed ${(clients += 1)}`,
    readConversation: async () =>
      aConversation({ cursor: null, operations: [parked()], interventions: [card] }),
    resume: async () => ({ outcome: 'accepted', operationId: null }),
    ...odd,
  }
  const { container } = render(
    <GatewayProvider gateway={gateway} {...(onDecide && { onDecide })}>
      <InterventionBar conversationId="demo" />
      <Approve />
    </GatewayProvider>,
  )
  if (!('readConversation' in odd)) {
    await screen.findByRole('heading', { level: 3 })
    fireEvent.click(screen.getByText('by the host'))
  }
  await waitFor(() => expect(container).toHaveTextContent(told), { timeout: 20_000 })
  await waitFor(() => expect(container.querySelector('[data-busy]')).toBeNull())
  takeConsole()
})

function Approve(): React.ReactElement {
  const approve = useApprove('demo')
  return <button onClick={() => approve.mutate({ toolCallId: 'call_1' })}>by the host</button>
}
