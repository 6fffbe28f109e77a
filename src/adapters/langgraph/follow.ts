import { pause } from '../../gateway/timeLimit.ts'
import type { FollowSignal } from '../../model/event.ts'
import type { Thread } from './thread.ts'

/** Looks at the runs of a thread every so often, and says `gap` when it sees something else than before. */
export async function* followThread(
  thread: Thread,
  signal: AbortSignal,
  pollMs = 2_000,
): AsyncGenerator<FollowSignal, void> {
  let told: 'live' | 'connecting' = 'live'
  yield { type: 'connection', status: told }
  for (let seen: string | undefined; !signal.aborted;) {
    const now = await thread.runs().then(JSON.stringify, () => undefined)
    const status = now ? 'live' : 'connecting'
    if (status !== told) yield { type: 'connection', status }
    told = status
    if (now && seen && now !== seen) yield { type: 'gap' }
    seen = now ?? seen
    await pause(pollMs, signal)
  }
}
