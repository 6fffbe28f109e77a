import type { ToolCallId } from '../model/ids.ts'
import type { Agent } from './agent.ts'
import type { MockClock } from './clock.ts'
import type { FaultPlan } from './faults.ts'

/** A tool that really ran, with the arguments it ran with. */
export interface Execution {
  readonly toolCallId: ToolCallId
  /** The name of the tool. */
  readonly tool: string
  /** The raw JSON text of the arguments that it ran with. */
  readonly argsText: string
}

/** What every conversation of a mock gateway shares. */
export interface MockWorld {
  readonly agent: Agent
  readonly clock: MockClock
  readonly faults: FaultPlan
  /** Milliseconds between two words of the agent. */
  paceMs(): number
  readonly executions: Execution[]
  nextId(kind: string): string
}
