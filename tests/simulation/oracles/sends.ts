import type { ConversationState } from '../../../src/model/conversation.ts'
import type { ResumeRequest } from '../../../src/model/decision.ts'
import { clock } from '../world/clock.ts'
import type { Ledger, MadePress } from '../world/ledger.ts'

const maxSends = 3
const lastTryAfterMs = 30_000

/** Judges a resume as it leaves a page: somebody pressed it, just now, and it is what the page shows (S7, S12, S14). */
export function judgeSend(
  request: ResumeRequest,
  ledger: Ledger,
  { page, state }: { readonly page: string; readonly state: ConversationState | undefined },
): MadePress | undefined {
  const press = ledger.pressOf(request)
  const accuse = (text: string): void => ledger.accuse('untrue', `${page} sent ${request.requestId}: ${text}`)
  if (!press || press.isOver) {
    ledger.accuse('nobody_pressed', `${page} sent ${request.requestId}`)
    return undefined
  }
  const calls = request.decisions.map((made) => ({
    made,
    call: state?.interventions.find((one) => one.toolCallId === made.toolCallId),
  }))
  if (press.sentAt.length === 0) {
    if (calls.some(({ call }) => call?.status !== 'pending')) accuse('a call that does not wait')
    if (calls.some(({ call, made }) => call?.revision !== made.revision))
      accuse('another revision than shown')
  } else {
    if (request.requestId !== press.requestId) accuse(`a try of ${press.requestId} under another id`)
    if (calls.every(({ call }) => call?.status !== 'pending')) accuse('a try after it was settled')
    if (clock.now > press.sentAt[0]! + lastTryAfterMs) accuse('a try later than 30 s after the press')
  }
  if (press.sentAt.length >= maxSends) accuse('a fourth try')
  const others = ledger.presses.filter((one) => one !== press && one.requestId === request.requestId)
  const payload = JSON.stringify(request.decisions)
  if (others.some((one) => JSON.stringify(one.decisions) !== payload)) accuse('an id of another decision')
  const isTwofold = ledger.presses.some(
    (one) =>
      one !== press && one.page === page && !one.isOver && one.openSince !== null && overlaps(one, press),
  )
  if (isTwofold) accuse('while another decision of this page on the same call is in flight')
  press.requestId = request.requestId
  press.sentAt.push(clock.now)
  press.openSince = clock.now
  ledger.denied.delete(request.requestId)
  return press
}

function overlaps(a: MadePress, b: MadePress): boolean {
  return a.decisions.some((one) => b.decisions.some(({ toolCallId }) => toolCallId === one.toolCallId))
}
