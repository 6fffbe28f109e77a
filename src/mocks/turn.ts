import { whyOf } from '../backend/cards.ts'
import { definedFields } from '../backend/json.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import {
  type InterventionCall,
  settle,
  type SettledIntervention,
  type Subject,
} from '../model/intervention.ts'
import { defaultPause, type Operation, type Pause } from '../model/operation.ts'
import type { AgentScript, AgentStep, CallDraft } from './agent.ts'
import { ruledOf } from '../backend/settings.ts'
import type { MockSettings } from './settings.ts'
import type { MockState } from './state.ts'
import type { MockWorld } from './world.ts'

export interface MockTurn {
  readonly script: AgentScript
  readonly operations: OperationId[]
  calls: readonly { readonly toolCallId: ToolCallId; readonly draft: CallDraft }[]
  pause: Pause
}

export interface TurnRunner {
  begin(turn: MockTurn, resumes?: OperationId, status?: 'running' | 'waiting_for_async_tool'): OperationId
  run(operationId: OperationId, turn: MockTurn, answers: readonly SettledIntervention[]): Promise<void>
  /** Does what was decided; the script goes on once, after the last call of its question. */
  carryOn(operationId: OperationId, turn: MockTurn, decided: readonly SettledIntervention[]): Promise<void>
  end(operationId: OperationId, turn: MockTurn): void
}

export function createTurnRunner(state: MockState, settings: MockSettings, world: MockWorld): TurnRunner {
  const { clock, nextId } = world
  const { log } = state

  async function run(
    operationId: OperationId,
    turn: MockTurn,
    answers: readonly SettledIntervention[],
  ): Promise<void> {
    let input = answers
    try {
      while (state.isLive(operationId)) {
        const { done, value: step } = turn.script.next(input)
        input = []
        if (done) return state.enter(operationId, { status: 'done', endedAt: clock.now() })
        if (step.type === 'ask') {
          const ruled = park(operationId, turn, step)
          if (!ruled) return
          input = ruled
        } else if (step.type === 'say') await speak(operationId, step.text)
        else await work(operationId, step)
      }
    } catch (thrown) {
      const error = { code: 'agent_failed', message: String(thrown) }
      state.enter(operationId, { status: 'error', endedAt: clock.now(), error })
    }
  }

  async function speak(operationId: OperationId, text: string): Promise<void> {
    log.append({ type: 'stream_start', operationId, data: {} })
    for (const word of text.split(/(?<= )/)) {
      await clock.sleep(world.paceMs())
      if (!state.isLive(operationId)) return
      log.append({ type: 'stream_chunk', operationId, data: { chunkType: 'text', content: word } })
    }
    log.append({ type: 'stream_end', operationId, data: {} })
  }

  async function work(operationId: OperationId, step: Extract<AgentStep, { type: 'work' }>): Promise<void> {
    const operation = state.operation(operationId)
    if (!operation) return
    if (step.asynchronously) become('waiting_for_async_tool')
    await clock.sleep(step.ms)
    if (state.isLive(operationId)) become('running')

    function become(status: 'running' | 'waiting_for_async_tool'): void {
      const { id, startedAt, resumes } = operation!
      state.commit({ id, startedAt, status, ...definedFields({ resumes }) })
    }
  }

  /** The answers, where rules have approved every call. */
  function park(
    operationId: OperationId,
    turn: MockTurn,
    step: Extract<AgentStep, { type: 'ask' }>,
  ): readonly SettledIntervention[] | undefined {
    const asked = step.calls.map((draft) => ({ draft, intervention: interventionOf(draft, operationId) }))
    turn.calls = asked.map(({ draft, intervention }) => ({ draft, toolCallId: intervention.toolCallId }))
    turn.pause = step.pause ?? defaultPause
    const { answering } = turn.pause
    const calls = asked.map(({ intervention }) => intervention)
    const ruled = ruledOf(settings.kept(), calls, { answering, turn: turn.operations[0] })
    const cards = calls.map((card) => {
      const automatic = ruled.get(card)
      return automatic ? settle(card, 'approved', { at: clock.now(), automatic }) : card
    })
    const requests = cards.map((card) => state.ask(card))
    if (ruled.size > 0) {
      for (const request of requests.splice(0)) log.append(request)
      for (const [index, card] of cards.entries()) {
        if (card.status === 'approved') execute(operationId, card, asked[index]?.draft)
      }
      if (ruled.size === cards.length) return answersOf(turn)
    }
    state.enter(operationId, { status: 'waiting_for_human', pause: turn.pause }, requests)
    return undefined
  }

  function answersOf({ calls }: MockTurn): readonly SettledIntervention[] {
    return calls.flatMap(({ toolCallId }) => {
      const answer = state.find(toolCallId)
      return answer && answer.status !== 'pending' ? [answer] : []
    })
  }

  function interventionOf(call: CallDraft, operationId: OperationId): InterventionCall {
    return {
      status: 'pending',
      toolCallId: call.toolCallId ?? nextId('call'),
      operationId,
      revision: call.revision ?? nextId('rev'),
      ...subjectOf(call),
      ...definedFields({
        why: whyOf(call.why, 'agent'),
        agent: call.agent,
        approvalNote: call.approvalNote,
      }),
      decisions: call.decisions ?? [call.tool ? 'approved' : 'answered', 'rejected', 'rejected_continue'],
      editable: call.editable ?? false,
      reason: call.reason ?? 'optional',
      remember: settings.kept().mode === 'ask' ? [] : (call.remember ?? []),
      requestedAt: clock.now(),
      ...(call.expiresInMs === undefined ? {} : { expiresAt: clock.now() + call.expiresInMs }),
    }
  }

  function execute(operationId: OperationId, call: SettledIntervention, draft: CallDraft | undefined): void {
    const { toolCallId } = call
    const argsText = call.resolution.argsText ?? call.argsText ?? ''
    log.append({ type: 'tool_start', operationId, data: { toolCallId } })
    world.executions.push({ toolCallId, tool: call.tool?.name ?? '', argsText })
    const execution = tryRun(() => draft?.run?.(argsText))
    log.append({ type: 'tool_end', operationId, data: { toolCallId, ...execution } })
    state.note(settle(call, call.status, { ...call.resolution, execution }))
  }

  function end(operationId: OperationId, turn: MockTurn): void {
    state.withdraw(turn.calls.map((call) => call.toolCallId))
    turn.script.return()
    state.enter(operationId, { status: 'interrupted', endedAt: clock.now() })
  }

  return {
    run,
    end,
    begin: (turn, resumes, status = 'running') => {
      const operationId = nextId('op')
      const operation: Operation = {
        id: operationId,
        startedAt: clock.now(),
        status,
        ...(resumes === undefined ? {} : { resumes }),
      }
      turn.operations.push(operationId)
      state.commit(operation, [{ type: 'agent_runtime_init', operationId, data: { operation } }])
      return operationId
    },
    carryOn: async (operationId, turn, decided) => {
      for (const call of decided) {
        if (call.status !== 'approved') continue
        const asked = turn.calls.find((one) => one.toolCallId === call.toolCallId)
        execute(operationId, call, asked?.draft)
      }
      if (decided.some((call) => call.status === 'rejected')) return end(operationId, turn)
      const ids = turn.calls.map((call) => call.toolCallId)
      if (state.pending(ids).length > 0) {
        return state.enter(operationId, { status: 'waiting_for_human', pause: turn.pause })
      }
      return run(operationId, turn, answersOf(turn))
    },
  }
}

function subjectOf(call: CallDraft): Pick<InterventionCall, 'argsText'> & Subject {
  const { tool, question, args, argsText } = call
  if (tool === null) {
    if (!question) throw new Error('A call without a tool has a question.')
    return { tool, question, argsText: argsText ?? null }
  }
  return {
    tool: typeof tool === 'string' ? { name: tool } : tool,
    argsText: argsText === undefined ? JSON.stringify(args ?? {}) : argsText,
    ...definedFields({ question }),
  }
}

function tryRun(run: () => unknown): { readonly ok: boolean; readonly message?: string } {
  try {
    const result = run()
    if (result === undefined) return { ok: true }
    return { ok: true, message: typeof result === 'string' ? result : JSON.stringify(result) }
  } catch (thrown) {
    return { ok: false, message: String(thrown) }
  }
}
