import type { Failure } from '../../../src/model/decision.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import type { Page } from './page.ts'
import { rates } from './rates.ts'

/** One request: what the server does with it, and what its end means to the page. `give` may be called more than once. */
export interface Request<Reply> {
  /** The `applied` of a connection failure. */
  readonly applied: Failure['applied']
  readonly handle: (give: (reply: Reply) => void) => void
  readonly onReply: (reply: Reply) => void
  readonly onFailure: (failure: Failure) => void
}

/** Everything between the pages and the server. */
export class Network {
  isFaulty = true
  /** Requests and answers under way. */
  travelling = 0

  send<Reply>(page: Page, { applied, handle, onReply, onFailure }: Request<Reply>): void {
    if (page.isOffline) return onFailure({ code: 'offline', applied: 'no' })
    const fate = this.isFaulty ? drawFate() : null
    if (fate === 'hangs') return
    const unreachable: Failure = { code: 'unavailable', applied }
    if (fate === 'lost') return this.#travel(page, () => onFailure(unreachable))

    let isOver = false
    const end = (then: () => void): void =>
      this.#travel(page, () => {
        if (isOver) return
        isOver = true
        if (page.isOffline) onFailure(unreachable)
        else then()
      })
    const refusal = fate === 'refused' ? drawRefusal() : fate === 'fails_before' ? unavailable() : null
    const arrive = (): void => {
      if (refusal) return end(() => onFailure(refusal))
      handle((reply) => {
        if (fate === 'answer_hangs') return
        if (fate === 'answer_lost') return end(() => onFailure(unreachable))
        if (fate === 'fails_after') return end(() => onFailure(unavailable()))
        end(() => onReply(reply))
      })
    }
    this.#travel(null, arrive)
    if (!this.isFaulty || !dice.happens(rates.request.twice)) return
    this.travelling += 1
    clock.after(dice.between(1, 20_000), null, () => {
      this.travelling -= 1
      arrive()
    })
  }

  /** Runs something one way later; on a page only while it is open. */
  #travel(page: Page | null, then: () => void): void {
    this.travelling += 1
    clock.after(this.#latencyMs(), null, () => {
      this.travelling -= 1
      if (page?.isClosed) return
      clock.page = page
      then()
    })
  }

  #latencyMs(): number {
    const isSlow = this.isFaulty && dice.happens(rates.request.slow)
    return isSlow ? dice.between(300, 20_000) : dice.between(3, 150)
  }
}

type Fate =
  | 'lost'
  | 'hangs'
  | 'answer_lost'
  | 'answer_hangs'
  | 'fails_before'
  | 'fails_after'
  | 'refused'
  | null

function drawFate(): Fate {
  const { lost, answerLost, failsBefore, failsAfter, refused } = rates.request
  let at = dice.next()
  if ((at -= lost) < 0) return dice.happens(0.5) ? 'lost' : 'hangs'
  if ((at -= answerLost) < 0) return dice.happens(0.5) ? 'answer_lost' : 'answer_hangs'
  if ((at -= failsBefore) < 0) return 'fails_before'
  if ((at -= failsAfter) < 0) return 'fails_after'
  return (at -= refused) < 0 ? 'refused' : null
}

function unavailable(): Failure {
  const [code, applied] = ['unavailable', 'unknown'] as const
  return dice.happens(1 / 3)
    ? { code, applied, retryAfterMs: dice.between(1, 25) * 1_000 }
    : { code, applied }
}

function drawRefusal(): Failure {
  const code = dice.pick(['unauthenticated', 'forbidden', 'rate_limited'] as const)
  if (code !== 'rate_limited') return { code, applied: 'no' }
  return { code, applied: 'no', retryAfterMs: dice.between(1, 25) * 1_000 }
}
