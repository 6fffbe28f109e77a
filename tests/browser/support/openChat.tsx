import { render } from '@testing-library/react'
import { GatewayProvider, type GatewayProviderProps, InterventionBar } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
  type MockGatewayOptions,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../support/cleanup.ts'

interface ChatOptions extends MockGatewayOptions, Omit<GatewayProviderProps, 'gateway' | 'children'> {
  readonly bar?: Omit<React.ComponentProps<typeof InterventionBar>, 'conversationId'>
  /** Changes the gateway that the bar gets. */
  readonly wrap?: (gateway: ReturnType<typeof createMemoryGateway>) => GatewayProviderProps['gateway']
  /** Says nothing to the agent at first. */
  readonly isQuiet?: boolean
}

export interface OpenChat {
  readonly mock: MockGateway
  readonly composer: HTMLTextAreaElement
  /** The distinct decisions that were sent. */
  sent(): number
  unmount(): void
}

/** A chat as wide as the page: messages, the bar, a composer at the bottom. */
export function openChat({
  bar,
  wrap = (same) => same,
  isQuiet,
  onDecide,
  messages,
  renderers,
  secretKeys,
  ...options
}: ChatOptions = {}): OpenChat {
  document.body.style.margin = '0'
  const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail), ...options })
  mock.open('demo')
  if (!isQuiet) mock.say('demo', 'go')
  const { container, unmount } = render(
    <GatewayProvider
      gateway={wrap(createMemoryGateway(mock, { timeoutMs: 400 }))}
      {...{ onDecide, messages, renderers, secretKeys }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100dvh' }}>
        <div id="messages" tabIndex={-1} style={{ flex: '1 1 auto', overflow: 'auto' }}>
          <div style={{ blockSize: '300rem' }} />
        </div>
        <InterventionBar conversationId="demo" arming={250} {...bar} />
        <textarea aria-label="Message" style={{ flex: 'none' }} />
      </div>
    </GatewayProvider>,
  )
  return {
    mock,
    composer: container.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]')!,
    sent: () => new Set(mock.requests.flatMap((one) => (one.route === 'resume' ? [one.requestId] : []))).size,
    unmount,
  }
}

export function part(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-part="${name}"]`)!
}

/** Waits until a press of this button would count. */
export async function armed(name = 'approve'): Promise<HTMLElement> {
  await expect.poll(() => part(name)?.dataset['armed']).toBe('')
  return part(name)
}

export async function press(name: string): Promise<void> {
  await userEvent.click(await armed(name))
}

export async function shows(text: string | RegExp): Promise<void> {
  await expect.element(page.getByText(text).first()).toBeVisible()
}

export function focusables(root: ParentNode = document): readonly HTMLElement[] {
  const all = root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [tabindex="0"]')
  return [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0)
}
