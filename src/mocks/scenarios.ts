import { agentThatAsks } from './agent.ts'
import { calls } from './calls.ts'
import { createMockGateway, type MockGateway, type MockGatewayOptions } from './createMockGateway.ts'

/** A situation to test or to show a chat in. */
export type ScenarioName =
  | 'nothing_pending'
  | 'waiting'
  | 'several_waiting'
  | 'resume_refused'
  | 'resume_fails'
  | 'answer_lost'
  | 'no_answer'
  | 'end_lost'
  | 'never_starts'
  | 'no_permission'

/** Returns a fresh mock gateway with a conversation in a situation. `conversationId` defaults to `demo`. */
export type Scenario = (conversationId?: string) => MockGateway

const asks = agentThatAsks(calls.sendMail)

function waiting(options: MockGatewayOptions = {}): Scenario {
  return (conversationId = 'demo') => {
    const mock = createMockGateway({ agent: asks, ...options })
    mock.say(conversationId, 'Tell Ana that the review moves to Thursday.')
    return mock
  }
}

/**
 * One function per situation. Each returns a fresh mock gateway with that situation in the conversation `demo`, or in
 * the one that you name. With its own name, a test is not affected by one that ended while a decision was in flight.
 *
 * @example
 * server.use(...createHandlers(scenarios.resume_fails(), { baseUrl: 'http://localhost/agent' }))
 */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  nothing_pending: (conversationId = 'demo') => {
    const mock = createMockGateway({ agent: asks })
    mock.open(conversationId)
    return mock
  },
  waiting: waiting(),
  several_waiting: waiting({ agent: agentThatAsks(calls.sendMail, calls.editFile, calls.queryDatabase) }),
  resume_refused: waiting({ faults: [{ name: 'refused' }] }),
  resume_fails: waiting({ faults: [{ name: 'server_error', times: 3 }] }),
  answer_lost: waiting({ faults: [{ name: 'drops_answer' }] }),
  no_answer: waiting({ faults: [{ name: 'never_answers', acts: true, times: 3 }] }),
  end_lost: waiting({ faults: [{ name: 'loses_end', times: 2 }] }),
  never_starts: waiting({ faults: [{ name: 'never_starts' }] }),
  no_permission: (conversationId) => {
    const mock = waiting()(conversationId)
    mock.allow(false, 'Ask an owner of the workspace.')
    return mock
  },
}
