import type { FollowSignal } from '../../model/event.ts'
import type { Thread } from './openThread.ts'

/** Looks at the runs of a thread every so often, and says `gap` when it sees something else than before. */
export async function* followThread(
  thread: Thread,
  pollMs: number,
  signal: AbortSignal,
): AsyncGenerator<FollowSignal, void> {
  yield { type: 'connection', status: 'live' }
  let isLive = true
  for (let seen: string | undefined; !signal.aborted;) {
    const now = await thread.runs().then(JSON.stringify, () => null)
    if (isLive === (now === null)) {
      isLive = !isLive
      yield { type: 'connection', status: isLive ? 'live' : 'connecting' }
    }
    if (now && seen && now !== seen) yield { type: 'gap' }
    seen = now ?? seen
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, pollMs)
      signal.addEventListener('abort', end)
    })
  }
}
