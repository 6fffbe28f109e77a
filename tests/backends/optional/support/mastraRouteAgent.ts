import type { Agent } from '@mastra/core/agent'
import type { DecisionRequest } from 'intervention-bar/core'
import type { RouteAgent, RouteStep } from 'intervention-bar/server'

type Outcome = Awaited<ReturnType<Awaited<ReturnType<Agent['stream']>>['getFullOutput']>>

/** The state between requests: the messages, and the run, which Mastra keeps while it waits. */
interface Kept {
  readonly said: readonly object[]
  readonly runId?: string
  readonly waitsFor?: string
}

/**
 * Mastra behind the kit's route. It asks for the calls of a turn strictly one after another: they are shown and
 * answered together, and handed over in its order.
 */
export function createMastraRouteAgent(agent: Agent): RouteAgent {
  async function answer(runId: string, made: DecisionRequest, abortSignal: AbortSignal): Promise<Outcome> {
    const run = { runId, toolCallId: made.toolCallId, abortSignal }
    const output =
      made.decision === 'approved'
        ? await agent.approveToolCall(run)
        : await agent.declineToolCall({
            ...run,
            ...(made.reason === undefined ? {} : { reason: made.reason }),
          })
    return output.getFullOutput()
  }

  return {
    start: async (text, { state, signal }) => {
      const said = [...(state === undefined ? [] : parse(state).said), { role: 'user', content: text }]
      // SAFETY: what a person said, and what Mastra answered itself.
      const output = await agent.stream(said as never, { abortSignal: signal })
      return stepOf(said, await output.getFullOutput())
    },
    resume: async (decisions, { state, signal }) => {
      const { said, runId, waitsFor } = parse(state!)
      const outcomes: Outcome[] = []
      let made = decisions.find((one) => one.toolCallId === waitsFor)
      while (made) {
        signal.throwIfAborted()
        const outcome = await answer(runId!, made, signal)
        outcomes.push(outcome)
        const next = waitingIn(outcome)
        made = decisions.find((one) => one.toolCallId === next)
      }
      const outcome = outcomes.at(-1)
      if (!outcome) throw new Error(`Mastra waits for ${waitsFor}, and nobody decided on it.`)
      return { ...stepOf(said, outcome), executions: executionsIn(outcome, decisions) }
    },
  }
}

function parse(state: string): Kept {
  // SAFETY: only this file writes the state.
  return JSON.parse(state) as Kept
}

/** The one call that Mastra waits for. */
function waitingIn({ finishReason, suspendPayload }: Outcome): string | undefined {
  return finishReason === 'suspended' ? (suspendPayload as { toolCallId: string }).toolCallId : undefined
}

function stepOf(said: readonly object[], outcome: Outcome): RouteStep {
  if (outcome.error) throw outcome.error
  const { runId, toolCalls, response } = outcome
  const waitsFor = waitingIn(outcome)
  const first = toolCalls.findIndex(({ payload }) => payload.toolCallId === waitsFor)
  return {
    state: JSON.stringify({ said: [...said, ...(response?.messages ?? [])], runId, waitsFor }),
    calls: (first < 0 ? [] : toolCalls.slice(first)).map(({ payload }) => ({
      toolCallId: payload.toolCallId,
      tool: { name: payload.toolName },
      argsText: JSON.stringify(payload.args),
    })),
    pause: { answering: 'together', siblings: 'independent' },
  }
}

/** Mastra tells the results at the end of a run only. */
function executionsIn(
  outcome: Outcome,
  decisions: readonly DecisionRequest[],
): NonNullable<RouteStep['executions']> {
  if (waitingIn(outcome) !== undefined) return {}
  const ok = new Set(outcome.toolResults.map(({ payload }) => payload.toolCallId))
  const ran = decisions.filter(({ decision }) => decision === 'approved')
  return Object.fromEntries(ran.map(({ toolCallId }) => [toolCallId, { ok: ok.has(toolCallId) }]))
}
