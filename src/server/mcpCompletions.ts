import type { RunContext } from './RouteAgent.ts'

/** The params of `notifications/elicitation/complete`. */
export interface McpCompleteParams {
  /** The id of the elicitation, as its request had it. */
  readonly elicitationId: string
}

/** The questions with an address whose server said that they are complete (`notifications/elicitation/complete`). */
export interface McpCompletions {
  /** Takes in the params of the notice. */
  heard(params: McpCompleteParams): void
  /** Resolves when the notice was heard, also if that was before. Rejects when the signal aborts. */
  until(elicitationId: string, options: Pick<RunContext, 'signal'>): Promise<void>
}

/** As many as a client keeps of those that nobody waits for. */
const most = 1_000

/**
 * Keeps the notices that a person has done what an address asked for, so that the run that opened it can carry on.
 *
 * @example
 * const completions = createMcpCompletions()
 * client.setNotificationHandler(ElicitationCompleteNotificationSchema, ({ params }) => completions.heard(params))
 * await completions.until(elicitationId, { signal })
 */
export function createMcpCompletions(): McpCompletions {
  const complete = new Set<string>()
  const waiting = new Map<string, Set<() => void>>()

  return {
    heard: ({ elicitationId }) => {
      complete.add(elicitationId)
      for (const oldest of [...complete].slice(0, -most)) complete.delete(oldest)
      for (const resolve of waiting.get(elicitationId) ?? []) resolve()
    },
    until: (elicitationId, { signal }) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        if (complete.has(elicitationId)) return resolve()
        const all = waiting.get(elicitationId) ?? new Set()
        const end = (): void => {
          signal.removeEventListener('abort', abort)
          all.delete(hear)
          if (all.size === 0) waiting.delete(elicitationId)
        }
        const hear = (): void => {
          end()
          resolve()
        }
        const abort = (): void => {
          end()
          reject(signal.reason as Error)
        }
        waiting.set(elicitationId, all.add(hear))
        signal.addEventListener('abort', abort)
      }),
  }
}
