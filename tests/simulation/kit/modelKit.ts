import { blankCard, cardsOf, updateCards } from '../../../src/client/cards.ts'
import { decide } from '../../../src/client/decide.ts'
import { createFollower } from '../../../src/client/followConversation.ts'
import type { Press } from '../../../src/client/press.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { Kit } from '../world/tab.ts'
import { createModelWorld } from './modelWorld.ts'

/** The kit below its hooks, with its own machines, drivers and rules, in a world without a promise. */
export function createModelKit(page: Page, line: Line, polls: boolean): Kit {
  const world = createModelWorld(page, line, polls)
  let follower = createFollower(world, true, () => undefined)
  return {
    get state() {
      return world.getState()
    },
    hasStream: !polls,
    show: (onChange) => {
      follower = createFollower(world, true, () => undefined)
      const look = (): void => onChange(follower.snapshot())
      const hide = follower.subscribe(look)
      look()
      return hide
    },
    reread: () => follower.reread(),
    press: ({ decisions, hesitate, onEnd }) => {
      // SAFETY: nothing but the world below looks for the rest of an address.
      const press = { conversationId: 'demo', decisions, source: 'press' } as unknown as Press
      const asked = hesitate ? { ...press, onDecide: () => undefined } : press
      decide(asked, hesitate ? { ...world, ask: () => hesitate } : world, {
        onEnd: (result) => onEnd(result, null),
        // SAFETY: whatever fails in the kit is a GatewayError.
        onThrow: (thrown) => onEnd(null, thrown as Parameters<typeof onEnd>[1]),
      })
    },
    forget: () => updateCards(world.scope, cardsOf(world.scope).keys(), () => blankCard),
  }
}
