import type { DecisionRequest } from 'intervention-bar/core'
import type { RouteAgent, RouteStep } from 'intervention-bar/server'
import type { OpencodeServer } from './opencodeServer.ts'
import { openSession, type OpencodeCall, type OpencodeSession } from './opencodeSession.ts'

/**
 * opencode behind the kit's route: its session is the state. Calls are answered one by one, but a rejection rejects
 * whatever else waits.
 *
 * @param server Whatever serves now.
 * @param onOpen Hears of a session before anything is said in it.
 */
export function createOpencodeAgent(
  server: () => OpencodeServer,
  onOpen: (sessionId: string) => void,
): RouteAgent {
  async function begin(): Promise<string> {
    // Without a title the model would be asked for one.
    const { id } = await server().call<{ id: string }>('POST', '/session', { title: 'Files' })
    onOpen(id)
    return id
  }
  function open(id: string, signal: AbortSignal): OpencodeSession {
    const session = openSession(server(), id)
    signal.addEventListener('abort', () => void session.abort())
    return session
  }

  return {
    start: async (text, { state, signal }) => {
      const id = state ?? (await begin())
      const session = open(id, signal)
      if (state !== undefined) await session.withdraw()
      return stepOf(id, await session.say(text))
    },
    resume: async (decisions, { state: id = '', signal }) => {
      const session = open(id, signal)
      const approved = decisions.filter(({ decision }) => decision === 'approved')
      for (const { toolCallId } of approved) {
        signal.throwIfAborted()
        await session.reply(toolCallId, { reply: 'once' })
      }
      // The first rejection is all of them, so that it goes last.
      const rejected = decisions.find((made) => made.decision !== 'approved')
      if (rejected) await session.reply(rejected.toolCallId, rejectionOf(rejected))
      const waiting = await session.rest()
      return { ...stepOf(id, waiting), executions: executionsOf(approved, await session.calls()) }
    },
  }
}

function rejectionOf({ reason }: { readonly reason?: string }): { reply: 'reject'; message: string } {
  // Without words the turn would end.
  return { reply: 'reject', message: reason ?? 'Rejected.' }
}

function stepOf(state: string, waiting: readonly OpencodeCall[]): RouteStep {
  return {
    state,
    calls: waiting.map(({ callID, tool, state: { input } }) => ({
      toolCallId: callID,
      tool: { name: tool },
      argsText: JSON.stringify(input),
    })),
    pause: { answering: 'any', siblings: 'reject_rejects_rest' },
  }
}

function executionsOf(
  approved: readonly DecisionRequest[],
  calls: readonly OpencodeCall[],
): NonNullable<RouteStep['executions']> {
  const ran = calls.filter(({ callID }) => approved.some((made) => made.toolCallId === callID))
  return Object.fromEntries(
    ran.map(({ callID, state: { status, error } }) => [
      callID,
      { ok: status === 'completed', ...(error === undefined ? {} : { message: error }) },
    ]),
  )
}
