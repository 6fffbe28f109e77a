import { lockIn } from '../../../src/client/cards.ts'
import type { Ledger } from '../world/ledger.ts'
import type { Server } from '../world/server.ts'
import type { Tab } from '../world/tab.ts'

/** The reason why the world is not at rest, or null: nothing moves, and every screen agrees with the server. */
export function unrestOf(
  server: Server,
  tabs: readonly Tab[],
): readonly ['stuck' | 'disagreement', string] | null {
  const { truth } = server
  const waiting = truth.calls.find((one) => one.status === 'pending')
  if (waiting) return ['stuck', `${waiting.toolCallId} was never decided`]
  if (!server.isAtRest()) return ['stuck', 'the agent never ends']
  for (const tab of tabs) {
    const unrest = stuck(tab) ?? disagreement(tab, server)
    if (unrest) return unrest
  }
  return null
}

/** Judges the end of a run. */
export function judgeRest(server: Server, tabs: readonly Tab[], ledger: Ledger): void {
  const unrest = unrestOf(server, tabs)
  if (unrest) ledger.accuse(...unrest)
  for (const { page } of tabs) {
    const open = ledger.presses.find((press) => press.page === page.name && !press.isOver)
    if (open) ledger.accuse('stuck', `a press on ${page.name} never ended`)
  }
}

type Unrest = readonly ['stuck' | 'disagreement', string] | null

function stuck({ page: { name }, shown }: Tab): Unrest {
  if (!shown) return null
  if (lockIn(shown.cards)) return ['stuck', `${name} still decides`]
  return shown.busySince === null ? null : ['stuck', `${name} is still busy`]
}

function disagreement({ page: { name }, shown }: Tab, { truth }: Server): Unrest {
  const say = (text: string): Unrest => ['disagreement', `${name}: ${text}`]
  if (!shown) return null
  const { state, connection, failure, cards } = shown
  if (connection !== 'live' || failure) return say(`the connection is ${connection}, ${failure?.code}`)
  for (const real of truth.calls) {
    const call = state?.interventions.find((one) => one.toolCallId === real.toolCallId)
    const isSame =
      call?.status === real.status && call.revision === real.revision && call.argsText === real.argsText
    if (!isSame) return say(`${real.toolCallId} is ${call?.status}, and it is ${real.status}`)
    if (cards.get(real.toolCallId)?.memory?.status === 'failed')
      return say(`${real.toolCallId} is shown as failed`)
  }
  for (const { id, status } of state?.operations ?? []) {
    if (status === 'running' || status === 'waiting_for_async_tool') return say(`${id} is shown as ${status}`)
  }
  for (const { missing, operationId } of state?.expected ?? []) {
    if (!missing) return say(`${operationId} is still expected`)
    if (truth.operation(operationId)) return say(`${operationId} did start`)
  }
  return null
}
