import type { Failure } from '../model/decision.ts'
import { GatewayError, readable } from './GatewayError.ts'

export const longestTimerMs: number = 2 ** 31 - 1

/**
 * Runs a call with a time limit: rejects with `timeout` after `ms`, even if the call ignores its signal. `applied` of
 * the failure: `no` for a read, `unknown` for anything that acts.
 */
export function withTimeLimit<T>(
  ms: number,
  { signal, applied }: { readonly signal?: AbortSignal; readonly applied: Failure['applied'] },
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const own = new AbortController()
    const limit = Math.min(ms, longestTimerMs)
    const timer = setTimeout(() => stop(new GatewayError({ code: 'timeout', applied })), limit)
    const abort = (): void => stop(signal?.reason)
    const clear = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    function stop(reason: unknown): void {
      clear()
      reject(reason)
      own.abort(reason)
    }
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort)
    call(own.signal)
      .then(resolve, (thrown: unknown) => reject(readable(thrown)))
      .finally(clear)
  })
}

/** The same call, with a time limit. */
export function limited<Input, Options extends { readonly signal: AbortSignal }, Answer>(
  ms: number,
  applied: Failure['applied'],
  call: (input: Input, options: Options) => Promise<Answer>,
): (input: Input, options: Options) => Promise<Answer> {
  return (input, options) =>
    withTimeLimit(ms, { signal: options.signal, applied }, (signal) => call(input, { ...options, signal }))
}

export function pause(
  ms: number,
  signal: AbortSignal,
  subscribe: (wake: () => void) => () => void = () => () => undefined,
): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      unsubscribe()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, Math.min(ms, longestTimerMs))
    const unsubscribe = subscribe(finish)
    signal.addEventListener('abort', finish)
    if (signal.aborted) finish()
  })
}
