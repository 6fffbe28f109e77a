import { isRejection } from '../../../src/model/decision.ts'
import type { Ledger } from '../world/ledger.ts'
import type { Effect } from '../world/server.ts'

/** Judges a tool that ran, or an answer that arrived: once, on somebody's press, and with what that person saw. */
export function judgeEffect(effect: Effect, ledger: Ledger): void {
  const { toolCallId, text, requestId, isAllowed } = effect
  const earlier = ledger.effects.filter((one) => one.toolCallId === toolCallId)
  ledger.effects.push(effect)
  if (earlier.length > 0) ledger.accuse('double_effect', `${toolCallId} ran ${earlier.length + 1} times`)
  if (isAllowed) return judgeAllowed(effect, ledger)
  if (earlier.some((one) => one.requestId === requestId)) {
    ledger.accuse('double_effect_of_one_press', `${toolCallId} ran twice for ${requestId}`)
  }
  const approvals = ledger.presses.filter(
    (press) =>
      press.requestId === requestId &&
      press.decisions.some((made) => made.toolCallId === toolCallId && !isRejection(made)),
  )
  if (approvals.length === 0) ledger.accuse('nobody_pressed', `${toolCallId} ran for ${requestId}`)
  else if (!approvals.some((press) => press.shown.get(toolCallId) === text)) {
    ledger.accuse('other_than_shown', `${toolCallId} ran with ${text}`)
  }
  if (ledger.denied.has(requestId)) {
    ledger.accuse('untrue', `${toolCallId} ran after "nothing has run" was said of ${requestId}`)
  }
}

/** Nobody was asked: somebody had said so, with this very request. */
function judgeAllowed({ toolCallId, requestId }: Effect, ledger: Ledger): void {
  const isRemembered = ledger.presses.some(
    (press) => press.requestId === requestId && press.decisions.some((made) => 'remember' in made),
  )
  if (!isRemembered) ledger.accuse('nobody_pressed', `${toolCallId} ran without being asked`)
}
