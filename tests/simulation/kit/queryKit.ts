import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { GatewayError } from '../../../src/gateway/GatewayError.ts'
import { getState, scopeOf } from '../../../src/client/cache.ts'
import { type Follower, followConversation } from '../../../src/client/followConversation.ts'
import { blankCard, cardsOf, updateCards } from '../../../src/client/cards.ts'
import { resumeOptions, startPress } from '../../../src/client/decide.ts'
import type { OnDecide, Press } from '../../../src/client/press.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { Hesitate, Kit } from '../world/tab.ts'
import { createLineGateway } from './lineGateway.ts'

/** The kit as it is: `src/client` with its promises, and the event stream of `src/gateway`. */
export function createQueryKit({ tab }: Page, line: Line, polls: boolean): Kit {
  // Nothing of a run outlives it.
  const client = new QueryClient({
    defaultOptions: { queries: { gcTime: Infinity }, mutations: { gcTime: Infinity } },
  })
  const address = { client, gateway: createLineGateway(tab, line, polls), conversationId: 'demo' }
  let follower: Follower | undefined
  return {
    get state() {
      return getState(address)
    },
    hasStream: !polls,
    show: (onChange) => {
      const shown = followConversation(address)
      const look = (): void => onChange(shown.snapshot())
      follower = shown
      const hide = shown.subscribe(look)
      look()
      return hide
    },
    reread: () => follower?.reread(),
    press: ({ decisions, hesitate, onEnd }) => {
      const asked = hesitate ? { onDecide: asking(hesitate) } : {}
      const press: Press = { ...address, decisions, source: 'press', ...asked }
      // As a hook does: the lock is held before TanStack runs the mutation.
      void startPress(press)
      const mutation = new MutationObserver(client, resumeOptions)
      mutation.mutate(press).then(
        (result) => onEnd(result, null),
        (thrown: unknown) => onEnd(null, GatewayError.from(thrown, 'unknown')),
      )
    },
    forget: () => {
      const scope = scopeOf(address)
      updateCards(scope, cardsOf(scope).keys(), () => blankCard)
    },
  }
}

function asking(hesitate: Hesitate): OnDecide {
  return (_decisions, { cancel }) =>
    new Promise((resolve) => {
      hesitate((isTakenBack) => {
        if (isTakenBack) cancel()
        resolve()
      })
    })
}
