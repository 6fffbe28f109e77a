import { InterventionBar, type SettledIntervention } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import {
  type Agent,
  ask,
  calls,
  createMockGateway,
  type Fault,
  type MockGateway,
  say,
} from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { useEffect } from 'react'
import { screen } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Chat } from './support/Chat.tsx'

const asksFor = {
  'send a mail': [calls.sendMail],
  'edit a file': [calls.editFile],
  'run a command': [calls.runCommand],
  'query a database': [calls.queryDatabase],
  'pay an invoice': [calls.pay],
  'three things at once': [calls.editFile, calls.runCommand, calls.sendMail],
} as const

/** Faults of the gateway, for the next decision or for the stream. */
const faults = {
  none: [],
  'slow (5 s)': [{ name: 'slow', ms: 5_000 }],
  'refuses (403)': [{ name: 'refused' }],
  'signed out (401)': [{ name: 'signed_out' }],
  'server error (500), three times': [{ name: 'server_error', times: 3 }],
  'acts, then drops the answer': [{ name: 'drops_answer' }],
  'never answers': [{ name: 'never_answers', times: 9 }],
  'accepts, but never starts': [{ name: 'never_starts' }],
  'loses the end of the run': [{ name: 'loses_end', times: 2 }],
  'doubles every event': [{ name: 'doubles_events' }],
  'reorders events': [{ name: 'reorders_events' }],
  'stream down': [{ name: 'server_error', on: 'events', times: 999 }, { name: 'drops_stream' }],
  'restarts when you decide': [],
} as const satisfies Record<string, readonly Fault[]>

type FaultChoice = keyof typeof faults
interface PlaygroundProps {
  /** The calls that the agent asks for when you say something. */
  readonly agent: keyof typeof asksFor
  /** The fault. Applies from the next message on. */
  readonly fault: FaultChoice
  /** Milliseconds until the gateway answers a decision. */
  readonly latency: number
  /** Milliseconds between two words of the agent. */
  readonly pace: number
}

/** The embedded gateway of the playground. It survives every change of a control. */
interface Playground {
  readonly mock: MockGateway
  readonly settings: { current: PlaygroundProps }
}

const initial: PlaygroundProps = { agent: 'send a mail', fault: 'none', latency: 300, pace: 60 }
const baseUrl = '/playground/agent'
const conversationId = 'playground'
const opening = 'Tell Ana that the review moves to Thursday.'
let playground: Playground | undefined

function openPlayground(): Playground {
  const settings: Playground['settings'] = {
    current: initial,
  }
  const agent: Agent = function* (message) {
    const wanted = asksFor[settings.current.agent]
    yield say('I can do that. I need your approval first.')
    const answers: readonly SettledIntervention[] = yield ask(...wanted)
    for (const answer of answers) {
      const name = answer.tool?.title ?? answer.tool?.name
      const { reason } = answer.resolution
      if (answer.status === 'approved') yield say(`Done: ${name}. `)
      else
        yield say(`I left it: ${name}.${reason ? ` You said: “${reason}”. I will do that instead. ` : ' '}`)
    }
    yield say(`That was all about “${message}”.`)
  }
  const mock = createMockGateway({ agent, paceMs: () => settings.current.pace })
  mock.say(conversationId, opening)
  return { mock, settings }
}

function plan({ mock, settings }: Playground): void {
  const { fault, latency } = settings.current
  mock.clearFaults()
  // Only the first of two `slow` faults counts.
  for (const one of faults[fault]) mock.fault(one)
  if (latency > 0) mock.fault({ name: 'slow', ms: latency, times: Infinity })
}

const gateway = createHttpGateway({ baseUrl })

function PlaygroundChat(props: PlaygroundProps): React.ReactElement {
  useEffect(() => {
    if (!playground) return
    playground.settings.current = props
    plan(playground)
  }, [props])
  return (
    <Chat
      gateway={gateway}
      conversationId={conversationId}
      opening={opening}
      say={(text) => {
        if (!playground) return
        plan(playground)
        playground.mock.say(conversationId, text)
      }}
      onDecide={() => {
        if (playground?.settings.current.fault === 'restarts when you decide')
          playground.mock.fault({ name: 'restarts' })
      }}
    />
  )
}

const meta = preview.meta({
  title: 'Chat',
  component: PlaygroundChat,
  subcomponents: { InterventionBar },
  args: initial,
  argTypes: {
    agent: { control: 'select', options: Object.keys(asksFor) },
    fault: { control: 'select', options: Object.keys(faults) },
    latency: { control: { type: 'range', min: 0, max: 8_000, step: 100 } },
    pace: { control: { type: 'range', min: 0, max: 300, step: 10 } },
  },
  parameters: { layout: 'fullscreen' },
  beforeEach: ({ msw }) => {
    playground ??= openPlayground()
    msw.use(...createHandlers(playground.mock, { baseUrl }))
  },
})
export default meta

/** A small chat with an embedded gateway. The controls choose the next call, and its fault. */
export const Playground = meta.story({
  name: 'A chat with something waiting',
  args: initial,
  play: async () => {
    await screen.findByRole('button', { name: 'Approve' })
  },
})
