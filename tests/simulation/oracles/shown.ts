import type { InterventionCall } from '../../../src/model/intervention.ts'
import { isWaiting } from '../../../src/model/pending.ts'
import { lockIn } from '../../../src/client/cards.ts'
import { clock } from '../world/clock.ts'
import { endOfLastSend, type Ledger } from '../world/ledger.ts'
import type { Plan } from '../world/plan.ts'
import type { ServerKind } from '../world/server.ts'
import type { Shown } from '../world/tab.ts'
import type { Outcome, Truth } from '../world/truth.ts'
import type { Hearsay } from './hearsay.ts'

interface Case {
  readonly name: string
  readonly tab: string
  readonly shown: Shown
  readonly before: Shown | undefined
  readonly truth: Truth
  readonly hearsay: Hearsay
  readonly ledger: Ledger
  readonly plan: Plan
  readonly kind: ServerKind
}

/** Judges what a screen shows whenever it changes. */
export function judgeScreen(seen: Case): void {
  judgeCalls(seen)
  judgeOperations(seen)
  judgeParks(seen)
  judgeRecords(seen)
  judgeReload(seen)
  judgeReceipts(seen)
  judgeBusy(seen)
}

/** A call is shown as settled only as the server settled it, and never waits again. */
function judgeCalls({ name, shown, before, truth, ledger, plan }: Case): void {
  const { state } = shown
  const known = before?.state?.epoch === state?.epoch ? before?.state?.interventions : undefined
  for (const call of state?.interventions ?? []) {
    const accuse = (text: string): void =>
      ledger.accuse('untrue', `${name} shows ${call.toolCallId} ${call.status}: ${text}`)
    const earlier = known?.find((one) => one.toolCallId === call.toolCallId)
    if (earlier === call) continue
    const outcomes = truth.outcomesOf(call.toolCallId)
    if (call.status !== 'pending') {
      const ofStatus = outcomes.filter(({ status }) => status === call.status)
      if (ofStatus.length === 0) accuse(`it is ${truth.call(call.toolCallId)?.status}`)
      const { requestId } = call.resolution
      if (requestId && !ofStatus.some((one) => one.requestId === requestId)) {
        accuse('it was settled by another decision')
      }
    }
    if (!earlier) continue
    const [, last] = placesOf(call, outcomes)
    const [first] = placesOf(earlier, outcomes)
    if (plan.hasCursors && last < first) accuse('an older outcome')
    if (plan.hasCursors && Number(call.revision) < Number(earlier.revision)) accuse('as it was before')
    if (call.status === 'pending' && earlier.status !== 'pending' && call.revision === earlier.revision) {
      accuse(`it was ${earlier.status}`)
    }
  }
}

/** The first and the last of these outcomes that a call may show. */
function placesOf(call: InterventionCall, outcomes: readonly Outcome[]): readonly [number, number] {
  if (call.status === 'pending') return [-1, -1]
  const { requestId } = call.resolution
  const isShown = (one: Outcome): boolean =>
    one.status === call.status && (requestId === undefined || one.requestId === requestId)
  return [outcomes.findIndex(isShown), outcomes.findLastIndex(isShown)]
}

/** The park of a call that waits is kept. */
function judgeParks({ name, shown, before, ledger }: Case): void {
  if (before?.state?.epoch !== shown.state?.epoch) return
  for (const { toolCallId, status, operationId } of shown.state?.interventions ?? []) {
    const isKept = shown.state?.operations.some(({ id }) => id === operationId)
    const park = before?.state?.operations.find(({ id }) => id === operationId)
    if (status === 'pending' && !isKept && park?.status === 'waiting_for_human') {
      ledger.accuse('untrue', `${name} forgot ${operationId}, where ${toolCallId} waits`)
    }
  }
}

/** An operation is shown as ended only when it has, and never runs again. */
function judgeOperations({ name, shown, truth, hearsay, ledger, kind }: Case): void {
  for (const { id, status } of shown.state?.operations ?? []) {
    const real = truth.operation(id)?.status
    const isEnd = status === 'done' || status === 'interrupted' || status === 'error'
    const hasEnded = real === 'done' || real === 'interrupted' || real === 'error'
    // By the contract a decision is accepted once its operation has parked. Only a read can tell that it was not so.
    const isTaken = !kind.states && hearsay.wasCarriedOn(id)
    if (isEnd && !hasEnded && !isTaken)
      ledger.accuse('untrue', `${name} shows ${id} ${status}: it is ${real}`)
  }
}

/** "Nothing has run", "it may have run", "you decided": all of it has to be so. */
function judgeRecords({ name, shown, before, truth, hearsay, ledger }: Case): void {
  for (const [toolCallId, { memory: record }] of shown.cards) {
    if (!record || before?.cards.get(toolCallId)?.memory === record) continue
    const accuse = (text: string): void =>
      ledger.accuse('untrue', `${name} says of ${toolCallId} that ${text}`)
    const requests = new Set(truth.outcomesOf(toolCallId).map((outcome) => outcome.requestId))
    if (record.status === 'settled' && record.request && !requests.has(record.request.requestId)) {
      accuse('it was decided here')
    }
    if (record.status !== 'failed') continue
    const { requestId } = record.request
    if (record.failure.applied === 'no') {
      ledger.denied.add(requestId)
      if (requests.has(requestId)) accuse('nothing has run')
      continue
    }
    const press = ledger.presses.findLast((one) => one.requestId === requestId)
    const isOld = press && clock.now - (press.sentAt[0] ?? 0) >= 60_000
    if (press && !isOld && hearsay.lastReadBeganAt < endOfLastSend(press))
      accuse('nobody knows, without a look')
  }
}

/** A decision that a reload cut off is not forgotten while its call waits: pressed again, it goes on. */
function judgeReload({ name, tab, shown, ledger }: Case): void {
  for (const { isCutOffIn, decisions } of ledger.presses) {
    if (isCutOffIn !== tab) continue
    for (const { toolCallId } of decisions) {
      const isPending = shown.state?.interventions.some(
        (one) => one.toolCallId === toolCallId && one.status === 'pending',
      )
      if (isPending && !shown.cards.get(toolCallId)?.memory) {
        ledger.accuse('untrue', `${name} forgot over a reload what it sent for ${toolCallId}`)
      }
    }
  }
}

/** A receipt stays; only what a later run ends takes it away, and here is only one. */
function judgeReceipts({ name, shown, before, ledger }: Case): void {
  for (const [toolCallId, { memory }] of before?.cards ?? []) {
    if (memory?.status === 'settled' && shown.cards.get(toolCallId)?.memory?.status !== 'settled') {
      ledger.accuse('untrue', `${name} took the receipt of ${toolCallId} away`)
    }
  }
}

/** Busy means something, and says so at once. */
function judgeBusy({ name, shown, truth, hearsay, ledger }: Case): void {
  const { state, busySince } = shown
  const isDeciding = lockIn(shown.cards) !== undefined
  const accuse = (text: string): void => ledger.accuse('untrue', `${name} ${text}`)
  if (isDeciding && busySince === null) accuse('is not busy with a decision on its way')
  const isAtWork =
    state?.operations.some(({ status }) => status === 'running' || status === 'waiting_for_async_tool') ||
    state?.expected.some((one) => !one.missing)
  if (busySince !== null && !isDeciding && !isAtWork) accuse('is busy with nothing')
  if (busySince === null && hearsay.isHandedOver())
    accuse('has a gap between a decision and what carries it on')
  for (const { id, status } of state?.epoch === truth.epoch ? state.operations : []) {
    const isShownAtWork = status === 'running' || status === 'waiting_for_async_tool'
    if (isShownAtWork && hearsay.hasHeardEndOf(id)) accuse(`shows ${id} running after its end was heard`)
  }
  const isIdle = !isDeciding && busySince === null
  if (isIdle && state?.interventions.some((one) => one.status === 'pending') && !isWaiting(state)) {
    accuse('says idle while a call waits')
  }
}
