import { render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import {
  type GatewayClient,
  GatewayProvider,
  type GatewayProviderProps,
  InterventionBar,
  useBusy,
} from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import {
  agentThatAsks,
  createMockGateway,
  decide,
  type MockGateway,
  type MockGatewayOptions,
} from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import { StrictMode } from 'react'
import { expect, onTestFinished } from 'vitest'
import { server } from './dom.ts'
import { holdResumes } from './holdResumes.ts'

/** A chat in jsdom: messages above, the bar, a composer below, over HTTP that MSW answers. */
export interface TestChat {
  readonly mock: MockGateway
  readonly gateway: GatewayClient
  readonly user: UserEvent
  readonly container: HTMLElement
  /** Approves, rejects, rejects and continues, as a person would. */
  decide(decision: Parameters<typeof decide>[1], reason?: string): Promise<void>
  /** The bar, or null. */
  bar(): HTMLElement | null
  button(name: string): HTMLElement
  /** Waits until the bar shows this. */
  shows(text: string | RegExp): Promise<HTMLElement>
  /** Waits until the agent asks. */
  asked(): Promise<void>
  /** Waits until a press on Approve would count. */
  armed(): Promise<void>
  /** The state of the spinner. */
  busy(): boolean
  /** Lets the held decisions go. */
  letGo(): void
  unmount(): void
}

/** Options of a test. */
export interface TestChatOptions
  extends MockGatewayOptions, Omit<GatewayProviderProps, 'gateway' | 'children'> {
  readonly mock?: MockGateway
  readonly gateway?: GatewayClient
  readonly timeoutMs?: number
  /** Decisions are not taken before `letGo`. */
  readonly held?: boolean
  readonly children?: React.ReactNode
  /** Says nothing to the agent at the start. */
  readonly quiet?: boolean
  readonly bar?: Omit<React.ComponentProps<typeof InterventionBar>, 'conversationId'>
}

let chats = 0

/** Renders the chat and says something to the agent, who asks to send a mail. */
export function renderChat(options: TestChatOptions = {}): TestChat {
  const { agent = agentThatAsks({ tool: 'send_mail', args: { to: 'ana@example.com' } }), children } = options
  const mock = options.mock ?? createMockGateway({ ...options, agent })
  const { mock: held, letGo } = holdResumes(mock)
  // A request without an answer would be sent again during a later test.
  onTestFinished(letGo)
  const baseUrl = `http://localhost/agent-${(chats += 1)}`
  server.use(...createHandlers(options.held ? held : mock, { baseUrl }))
  const { timeoutMs } = options
  const limit = timeoutMs === undefined ? {} : { timeoutMs }
  const gateway = options.gateway ?? createHttpGateway({ baseUrl, ...limit })
  mock.open('demo')
  if (!options.quiet) mock.say('demo', 'Tell Ana')
  const user = userEvent.setup()
  const { container, unmount } = render(
    <StrictMode>
      <GatewayProvider
        gateway={gateway}
        onDecide={options.onDecide}
        onResumed={options.onResumed}
        onSettled={options.onSettled}
        confirm={options.confirm}
        mayOpen={options.mayOpen}
        messages={options.messages}
        editor={options.editor}
        renderers={options.renderers}
        secretKeys={options.secretKeys}
      >
        {children ?? <InterventionBar conversationId="demo" arming={250} {...options.bar} />}
        <Spinner />
        <textarea aria-label="Message" />
      </GatewayProvider>
    </StrictMode>,
  )
  const bar = (): HTMLElement | null => container.querySelector('[data-part="bar"]')
  return {
    mock,
    gateway,
    user,
    container,
    unmount,
    bar,
    decide: (decision, reason) =>
      decide(container, decision, { user, ...(reason === undefined ? {} : { reason }) }),
    button: (name) => within(bar() ?? container).getByRole('button', { name }),
    shows: (text) => screen.findByText((_content, element) => matches(element, bar(), text)),
    asked: async () => {
      await screen.findByRole('heading', { name: /wants to run/ })
      // The agent has parked: what follows is the person's doing.
      await expect.poll(() => screen.getByTestId('spinner').textContent).toBe('idle')
    },
    armed: async () => {
      await expect.poll(() => container.querySelector('[data-part="approve"][data-armed]')).not.toBeNull()
    },
    letGo,
    busy: () => screen.getByTestId('spinner').textContent === 'busy',
  }
}

function Spinner(): React.ReactElement {
  return <output data-testid="spinner">{useBusy('demo').isBusy ? 'busy' : 'idle'}</output>
}

/** The innermost element of the bar with this text: the live regions say the same, and are not the bar. */
function matches(element: Element | null, bar: HTMLElement | null, text: string | RegExp): boolean {
  if (!element || element === bar || !bar?.contains(element)) return false
  const says = (one: Element): boolean =>
    typeof text === 'string' ? one.textContent.includes(text) : text.test(one.textContent)
  return says(element) && ![...element.children].some(says)
}
