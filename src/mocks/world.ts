import type { ToolCallId } from '../model/ids.ts'
import type { Agent } from './agent.ts'
import type { FaultPlan } from './faults.ts'

/** A tool that ran, with its arguments. */
export interface Execution {
  readonly toolCallId: ToolCallId
  /** The name of the tool. */
  readonly tool: string
  /** The raw JSON text of the arguments that it ran with. */
  readonly argsText: string
}

export interface MockWorld {
  readonly agent: Agent
  readonly clock: MockClock
  readonly faults: FaultPlan
  paceMs(): number
  readonly executions: Execution[]
  nextId(kind: string): string
}

/** Time as the mock gateway sees it. Inject your own to run faster, or slower, than the wall clock. */
export interface MockClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Resolves after this many milliseconds. */
  sleep(ms: number): Promise<void>
}

/**
 * The wall clock. A sleep of 0 ms takes no timer.
 *
 * @example
 * const slow = { ...wallClock, sleep: (ms: number) => wallClock.sleep(10 * ms) }
 * const mock = createMockGateway({ clock: slow })
 */
export const wallClock: MockClock = {
  now: () => Date.now(),
  sleep: (ms) => (ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))),
}
