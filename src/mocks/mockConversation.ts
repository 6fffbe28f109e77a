import { type AnswerMemory, createAnswerMemory } from '../backend/answers.ts'
import { whyOf } from '../backend/cards.ts'
import { definedFields } from '../backend/json.ts'
import { findCall } from '../model/conversation.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import { type InterventionCall, settle, type SettledIntervention } from '../model/intervention.ts'
import { defaultPause } from '../model/operation.ts'
import type { AgentScript, CallDraft } from './agent.ts'
import { createMockSettings, type MockSettings } from './settings.ts'
import { type MockState, createMockState } from './state.ts'
import { createTurnRunner, type MockTurn } from './turn.ts'
import type { MockWorld } from './world.ts'

export interface MockConversation
  extends Pick<MockState, 'log' | 'read' | 'find' | 'operation' | 'parked' | 'restart'>, AnswerMemory {
  say(message: string): OperationId
  change(id: ToolCallId, change: Pick<CallDraft, 'argsText' | 'why' | 'question'>): void
  /** A call that waits expires this many milliseconds from now, and not before. Returns when. */
  extend(id: ToolCallId, ms: number): number
  lapse(id: ToolCallId, status: 'expired' | 'withdrawn'): void
  resume(
    operationId: OperationId,
    settled: readonly SettledIntervention[],
  ): { readonly operationId: OperationId; readonly cursor: string }
  stop(id: OperationId): void
  readonly settings: MockSettings
}

export function createMockConversation(id: string, world: MockWorld): MockConversation {
  const state = createMockState(id, world)
  const settings = createMockSettings(state.log, world.clock)
  const runner = createTurnRunner(state, settings, world)
  const turns: MockTurn[] = []
  const turnOf = (operationId: OperationId): MockTurn =>
    turns.find((turn) => turn.operations.includes(operationId)) ?? newTurn(idleScript(), operationId)

  function newTurn(script: AgentScript, ...operations: OperationId[]): MockTurn {
    const turn: MockTurn = { script, operations, calls: [], pause: defaultPause }
    turns.push(turn)
    return turn
  }
  function withSiblings(
    { calls, pause }: MockTurn,
    decided: readonly SettledIntervention[],
  ): readonly SettledIntervention[] {
    const rejection = decided.find(({ status }) => status === 'rejected' || status === 'rejected_continue')
    if (!rejection || pause.siblings === 'independent') return decided
    const { status, resolution } = rejection
    if (pause.siblings === 'reject_voids_approvals') {
      const { at } = resolution
      return decided.map((call) => (call.status === 'approved' ? settle(call, 'withdrawn', { at }) : call))
    }
    const rest = state.pending(calls.map((call) => call.toolCallId)).map((call) => state.find(call)!)
    const isRest = (call: InterventionCall): boolean => !findCall(decided, call.toolCallId)
    return [...decided, ...rest.filter(isRest).map((call) => settle(call, status, resolution))]
  }
  function afterAnswer(work: () => Promise<void>): void {
    queueMicrotask(() => void work())
  }

  return {
    ...state,
    ...createAnswerMemory({ isServer: true }),
    settings,
    say: (message) => {
      const turn = newTurn(world.agent(message))
      const operationId = runner.begin(turn)
      afterAnswer(() => runner.run(operationId, turn, []))
      return operationId
    },
    change: (call, change) => {
      const waiting = state.find(call)
      if (waiting?.status !== 'pending') return
      state.log.append(
        state.ask({
          ...waiting,
          ...definedFields({
            argsText: change.argsText,
            why: whyOf(change.why, 'agent'),
            question: change.question,
          }),
          revision: world.nextId('rev'),
        }),
      )
    },
    extend: (call, ms) => {
      const expiresAt = world.clock.now() + ms
      const waiting = state.find(call)
      if (waiting?.status === 'pending') state.log.append(state.ask({ ...waiting, expiresAt }))
      return expiresAt
    },
    lapse: (call, status) => {
      const waiting = state.find(call)
      if (waiting?.status === 'pending') state.settle(settle(waiting, status, { at: world.clock.now() }))
    },
    resume: (asked, decided) => {
      const turn = turnOf(asked)
      const settled = withSiblings(turn, decided)
      settled.forEach(state.settle)
      const paused = turn.operations.at(-1) ?? asked
      state.enter(paused, { status: 'done', endedAt: world.clock.now() })
      if (world.faults.take('never_starts')) {
        return { operationId: world.nextId('op'), cursor: state.log.cursor() }
      }
      // The run waits for somebody in another tab.
      const isOpened = settled.some(
        ({ status, question }) => status === 'answered' && question?.kind === 'url',
      )
      const operationId = runner.begin(turn, paused, isOpened ? 'waiting_for_async_tool' : 'running')
      const cursor = state.log.cursor()
      afterAnswer(() => runner.carryOn(operationId, turn, settled))
      return { operationId, cursor }
    },
    stop: (operationId) => runner.end(operationId, turnOf(operationId)),
  }
}

function* idleScript(): AgentScript {}
