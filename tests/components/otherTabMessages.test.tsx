import { expect, it } from 'vitest'
import { takeConsole } from '../support/failOnConsole.ts'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

const decision = { toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' }
const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'r1', decisions: [decision] }

function say(chat: TestChat, message: unknown): void {
  const channel = new BroadcastChannel(`intervention-bar ${chat.gateway.id}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target.
  channel.postMessage(message)
  channel.close()
}

const scopeOf = (chat: TestChat): string => JSON.stringify([chat.gateway.id, 'demo'])
const fromTab = (chat: TestChat, change: object): object => ({
  page: 'another',
  scope: scopeOf(chat),
  request,
  isOver: false,
  ...change,
})

it.each<readonly [string, (chat: TestChat) => unknown]>([
  ['null', () => null],
  ['nothing', () => undefined],
  ['text', () => 'approved'],
  ['an empty object', () => ({})],
  ['no request', (chat) => fromTab(chat, { request: undefined })],
  ['a request that is null', (chat) => fromTab(chat, { request: null })],
  ['no decisions', (chat) => fromTab(chat, { request: { ...request, decisions: undefined } })],
  ['empty decisions', (chat) => fromTab(chat, { request: { ...request, decisions: [] } })],
  ['decisions that are text', (chat) => fromTab(chat, { request: { ...request, decisions: 'call_1' } })],
  ['a decision that is null', (chat) => fromTab(chat, { request: { ...request, decisions: [null] } })],
  ['a decision without a call', (chat) => fromTab(chat, { request: { ...request, decisions: [{}] } })],
  [
    'decisions with a gap',
    (chat) => fromTab(chat, { request: { ...request, decisions: Object.assign([], { 1: decision }) } }),
  ],
  ['a request id that is a number', (chat) => fromTab(chat, { request: { ...request, requestId: 7 } })],
  ['an end that is text', (chat) => fromTab(chat, { isOver: 'yes' })],
])('a message of another tab with %s is ignored', async (_what, messageOf) => {
  const chat = renderChat()
  await chat.asked()
  say(chat, messageOf(chat))
  // A well-formed one arrives behind it.
  say(chat, fromTab(chat, {}))
  await chat.shows('Being decided in another tab…')
  expect(takeConsole()).toEqual([])
})
