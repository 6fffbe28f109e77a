import { createHttpGateway, type GatewayClient } from 'intervention-bar/core'
import { createMockGateway, type MockGateway, type MockGatewayOptions } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import type { SetupWorker } from 'msw/browser'
import { Chat } from './Chat.tsx'

/** The backend of a story: a fresh mock gateway behind MSW, and a client that talks to it over HTTP. */
export interface Stage {
  readonly mock: MockGateway
  readonly gateway: GatewayClient
}

/** Options of a stage. */
export interface StageOptions extends MockGatewayOptions {
  /** The message that is sent before the story begins. Null: none. @default a request to tell Ana */
  readonly message?: string | null
  readonly timeoutMs?: number
  readonly prepare?: (mock: MockGateway, gateway: GatewayClient) => void
  /** Methods of the client beside those of the protocol. */
  readonly also?: (mock: MockGateway) => Partial<GatewayClient>
}

let stages = 0

/** Creates a stage with its own base URL, so that no two stories share a lock or a receipt. */
function setStage(
  {
    message = 'Tell Ana that the review moves to Thursday.',
    timeoutMs,
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
  const gateway = {
    ...createHttpGateway({ baseUrl, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
    ...also?.(mock),
  }
  prepare?.(mock, gateway)
  msw.use(...createHandlers(mock, { baseUrl }))
  return { mock, gateway }
}

/** The story fields that put a story on a stage. `stage()` is the one of the current run. */
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
