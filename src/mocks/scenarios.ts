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

const demo = 'demo'
const asks = agentThatAsks(calls.sendMail)

function start(options: MockGatewayOptions): MockGateway {
  const mock = createMockGateway({ agent: asks, ...options })
  mock.say(demo, 'Tell Ana that the review moves to Thursday.')
  return mock
}

/**
 * One function per situation: each returns a fresh mock gateway whose conversation `demo` is in it.
 *
 * @example
 * server.use(...createHandlers(scenarios.resume_fails(), { baseUrl: 'http://localhost/agent' }))
 */
export const scenarios: Readonly<Record<ScenarioName, () => MockGateway>> = {
  nothing_pending: () => {
    const mock = createMockGateway({ agent: asks })
    mock.open(demo)
    return mock
  },
  waiting: () => start({}),
  several_waiting: () => start({ agent: agentThatAsks(calls.sendMail, calls.editFile, calls.queryDatabase) }),
  resume_refused: () => start({ faults: [{ name: 'refused' }] }),
  resume_fails: () => start({ faults: [{ name: 'server_error', times: 3 }] }),
  answer_lost: () => start({ faults: [{ name: 'drops_answer' }] }),
  no_answer: () => start({ faults: [{ name: 'never_answers', acts: true, times: 3 }] }),
  end_lost: () => start({ faults: [{ name: 'loses_end', times: 2 }] }),
  never_starts: () => start({ faults: [{ name: 'never_starts' }] }),
  no_permission: () => {
    const mock = start({})
    mock.allow(false, 'Ask an owner of the workspace.')
    return mock
  },
}
