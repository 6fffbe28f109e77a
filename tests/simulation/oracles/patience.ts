import { lockIn } from '../../../src/client/cards.ts'
import { clock } from '../world/clock.ts'
import type { Ledger } from '../world/ledger.ts'
import type { Tab } from '../world/tab.ts'
import type { Hearsay } from './hearsay.ts'

/** A little more than each limit of the kit: what is on a screen is up to a tick old. */
const sendLimitMs = 10_100
const decisionLimitMs = 61_100
const lookLimitMs = 55_000
const unconfirmedLimitMs = 61_500
const silenceLimitMs = 46_500

/** Judges what a page has been showing for how long (rules S10, S11). */
export function judgePatience({ page, shown, hasStream }: Tab, hearsay: Hearsay, ledger: Ledger): void {
  if (!shown) return
  const accuse = (text: string): void => ledger.accuse('untrue', `${page.name} ${text}`)
  for (const { lock } of shown.cards.values()) {
    if (!lock) continue
    const press = ledger.presses.find((one) => one.decisions === lock.decisions)
    if (!press) continue
    const [firstSentAt] = press.sentAt
    const waited = press.openSince === null ? 0 : clock.now - press.openSince
    if (waited > sendLimitMs && lock.stage === 'sending') accuse('waits for an answer without a word')
    if (firstSentAt !== undefined && clock.now - firstSentAt > decisionLimitMs)
      accuse('decides for over 60 s')
    if (firstSentAt === undefined && clock.now - press.at > lookLimitMs)
      accuse('sends nothing and says nothing')
  }
  if (shown.busySince !== null && !lockIn(shown.cards)) {
    if (hearsay.silenceOf(shown.state) > unconfirmedLimitMs) accuse('is busy without confirmation')
  }
  if (hasStream && shown.connection === 'live') {
    if (clock.now - hearsay.heardAt > silenceLimitMs) accuse('says live after 45 s of silence')
  }
}
