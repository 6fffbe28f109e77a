import type { Failure } from '../../../src/model/failure.ts'
import { clearTimeout, setTimeout } from '../stand-ins/environment.ts'
import type { Ends } from '../world/line.ts'
import { later } from './later.ts'

/** `withTimeLimit` without promises: an end or the limit, whichever is first. `cancel` tells whether it was under way. */
export function limited<Reply>(
  ms: number,
  applied: Failure['applied'],
  call: (ends: Ends<Reply>) => void,
  { onReply, onFailure }: Ends<Reply>,
): { readonly cancel: () => boolean } {
  const timer = setTimeout(() => finish(() => onFailure({ code: 'timeout', applied })), ms)
  let isOver = false
  function finish(then: () => void): void {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    then()
  }
  let isCalling = true
  call({
    onReply: (reply) => finish(() => onReply(reply)),
    onFailure: (failure) => {
      const fail = (): void => finish(() => onFailure(failure))
      // What fails at once is told of later, as a promise would.
      if (isCalling) later(fail)
      else fail()
    },
  })
  isCalling = false
  return {
    cancel: () => {
      const wasOpen = !isOver
      finish(() => undefined)
      return wasOpen
    },
  }
}
