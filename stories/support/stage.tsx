import { createHttpGateway, type GatewayClient } from 'intervention-bar/core'
import { createMockGateway, type MockGateway, type MockGatewayOptions } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import type { SetupWorker } from 'msw/browser'
import { Chat } from './Chat.tsx'

/** What a story plays on: a fresh mock gateway behind MSW, and the client that talks to it over HTTP. */
export interface Stage {
  readonly mock: MockGateway
  readonly gateway: GatewayClient
}

/** How a stage is set. */
export interface StageOptions extends MockGatewayOptions {
  /** What is said before the curtain rises. Null: nothing. @default a request to tell Ana */
  readonly message?: string | null
  /** @default 600, so that nobody waits for a timeout */
  readonly timeoutMs?: number
  readonly prepare?: (mock: MockGateway, gateway: GatewayClient) => void
  /** What the client can do beside what the protocol has. */
  readonly also?: (mock: MockGateway) => Partial<GatewayClient>
}

let stages = 0

/** Sets a stage: one base URL of its own, so that no two stories share a lock or a receipt. */
function setStage(
  {
    message = 'Tell Ana that the review moves to Thursday.',
    timeoutMs = 600,
    prepare,
    also,
    ...options
  }: StageOptions,
  msw: SetupWorker,
): Stage {
  stages += 1
  const baseUrl = `/agent/${stages}`
  const mock = createMockGateway({ paceMs: 5, ...options })
  mock.open('demo')
  if (message !== null) mock.say('demo', message)
  const gateway = { ...createHttpGateway({ baseUrl, timeoutMs }), ...also?.(mock) }
  prepare?.(mock, gateway)
  msw.use(...createHandlers(mock, { baseUrl }))
  return { mock, gateway }
}

/** What a story needs to play on a stage. `stage()` is the one of the current run. */
export function onStage(options: StageOptions = {}): {
  readonly beforeEach: (context: { readonly msw: SetupWorker }) => () => void
  readonly render: () => React.ReactElement
  readonly stage: () => Stage
} {
  let current: Stage | undefined
  const stage = (): Stage => {
    if (!current) throw new Error('The stage is set before a story is rendered.')
    return current
  }
  return {
    stage,
    beforeEach: ({ msw }) => {
      current = setStage(options, msw)
      return () => current?.mock.fault({ name: 'drops_stream' })
    },
    render: () => {
      const { gateway, mock } = stage()
      return <Chat key={gateway.id} gateway={gateway} say={(text) => void mock.say('demo', text)} />
    },
  }
}
