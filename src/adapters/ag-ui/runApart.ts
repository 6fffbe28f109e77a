import { fetchForPress } from '../fetchForPress.ts'
import type { StartRun } from './AgUiOptions.ts'
import type * as decider from './decider.ts'

/** Starts runs by a part of what is fetched for a press. */
export function runApart(startRun: (part: typeof decider) => StartRun): StartRun {
  const fetchDecider = fetchForPress(() => import('./decider.ts'))
  return async function* (input, call) {
    const part = await fetchDecider(call.signal)
    yield* startRun(part)(input, call)
  }
}
