export {
  type Agent,
  type AgentScript,
  type AgentStep,
  agentThatAsks,
  ask,
  askTogether,
  type CallDraft,
  say,
  work,
} from './agent.ts'
export type { MockPerson } from './decide.ts'
export { createMemoryGateway } from './createMemoryGateway.ts'
export { createMockGateway, type MockGateway, type MockGatewayOptions } from './createMockGateway.ts'
export type { ReceivedRequest } from './protocol.ts'
export type { Fault, FaultName, FaultTarget } from './faults.ts'
export { type Execution, type MockClock, wallClock } from './world.ts'
export { decide, type DecideOptions, type DecidingUser } from './decide.ts'
export { agentThatOpens, calls, questions } from './scenarios.ts'
export { type Scenario, type ScenarioName, scenarios } from './scenarios.ts'
