import { fieldsOf } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { type Refusal, refusalIn } from './read.ts'

/** After its beginning a run that was not refused for this many ms is taken: its first tool may take long. */
const graceMs = 1_000
/** The same for a server that took the request and says nothing. */
const silentMs = 3_000
const preliminaryEvents = /^(RUN_STARTED|.*_SNAPSHOT|STEP_STARTED|CUSTOM|RAW)$/

/** Hears of a run that was taken: first that it was, then every event from the first, and its end. */
export interface RunListener {
  onTaken(): void
  onEvent(event: unknown): void
  onEnd(): void
}

/**
 * Reads the events of a run. Resolves once it is known whether it was taken, with why not; the events of a run that was
 * taken are handed on to its end. Rejects when the stream ends before that.
 */
export function takeRun(
  start: (onAnswer: () => void) => AsyncIterable<unknown>,
  { onTaken, onEvent, onEnd }: RunListener,
): Promise<Refusal | null> {
  return new Promise((resolve, reject) => {
    let stage: 'open' | 'taken' | 'refused' = 'open'
    let timer: ReturnType<typeof setTimeout> | undefined
    const early: unknown[] = []
    const take = (): void => {
      stage = 'taken'
      onTaken()
      early.splice(0).forEach(onEvent)
      resolve(null)
    }
    const takeAfter = (ms: number): void => {
      clearTimeout(timer)
      timer = setTimeout(() => stage === 'open' && take(), ms)
    }
    const read = async (): Promise<void> => {
      let hasBegun = false
      const onAnswer = (): void => void (hasBegun || takeAfter(silentMs))
      for await (const event of start(onAnswer)) {
        const { type } = fieldsOf(event)
        if (stage === 'taken') onEvent(event)
        if (stage !== 'open') continue
        if (type === 'RUN_ERROR') {
          stage = 'refused'
          resolve(refusalIn(event))
          continue
        }
        early.push(event)
        if (typeof type !== 'string') continue
        if (!preliminaryEvents.test(type)) take()
        else if (!hasBegun) takeAfter(graceMs)
        hasBegun = true
      }
    }
    const end = (broke?: unknown): void => {
      clearTimeout(timer)
      if (stage === 'taken') return onEnd()
      if (broke instanceof GatewayError) return reject(broke)
      const message = early.length > 0 ? 'The run broke off.' : 'Expected a stream of AG-UI 1.0 events.'
      const code = early.length > 0 ? 'unavailable' : 'unsupported'
      reject(new GatewayError({ code, applied: 'unknown' }, message, { cause: broke }))
    }
    read().then(() => end(), end)
  })
}
