import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import type { GatewayClient } from 'intervention-bar/core'

/** A mail that waits, and a command after it. */
export function openScene(): { readonly mock: MockGateway; readonly gateway: GatewayClient } {
  const wanted =
    new URLSearchParams(location.search).get('call') === 'command' ? calls.runCommand : calls.sendMail
  const mock = createMockGateway({ agent: agentThatAsks(wanted) })
  mock.say('demo', 'Tell Ana that the review moves to Thursday.')
  return { mock, gateway: createMemoryGateway(mock) }
}
