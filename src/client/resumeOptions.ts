import type { UseMutationOptions } from '@tanstack/react-query'
import type { GatewayError } from '../gateway/GatewayError.ts'
import { decide } from './decide.ts'
import type { Press } from './press.ts'
import type { DecideResult } from './inFlight.ts'

const started = new WeakMap<Press, Promise<DecideResult>>()

/**
 * Starts a press, once: its locks are taken before this returns. TanStack calls a `mutationFn` a few tasks after
 * `mutate`, which is too late for a lock, so the hooks start a press themselves and the mutation finds it running.
 */
export function startPress(press: Press): Promise<DecideResult> {
  const running = started.get(press) ?? decide(press)
  started.set(press, running)
  // The mutation tells of a failure; this promise is only a handle on it.
  running.catch(() => undefined)
  return running
}

/**
 * The mutation of every decision. The variables carry everything and nothing is closed over; the options are fixed so
 * that no host default sends a decision twice, late, or not at all.
 *
 * @example
 * const resume = useMutation(resumeOptions)
 * resume.mutate({ client, gateway, conversationId, source: 'hook', decisions: [{ toolCallId, revision, decision: 'approved' }] })
 */
export const resumeOptions: UseMutationOptions<DecideResult, GatewayError, Press> = {
  mutationKey: ['intervention-bar', 'resume'],
  mutationFn: startPress,
  networkMode: 'always',
  retry: false,
  throwOnError: false,
}
