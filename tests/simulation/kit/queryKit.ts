import type { QueryClient as RealQueryClient } from '@tanstack/react-query'
import { GatewayError } from '../../../src/gateway/GatewayError.ts'
import { type Follower, followConversation } from '../../../src/query/followConversation.ts'
import { startPress } from '../../../src/query/resumeOptions.ts'
import type { OnDecide } from '../../../src/query/press.ts'
import { QueryClient } from '../stand-ins/queryClient.ts'
import type { Line } from '../world/line.ts'
import type { Hesitate, Kit } from '../world/tab.ts'
import { createLineGateway } from './lineGateway.ts'

/** The kit as it is: `src/query` with its promises, and the event stream of `src/gateway`. */
export function createQueryKit(id: string, line: Line, polls: boolean): Kit {
  // SAFETY: the stand-in is what `src/query` uses of a QueryClient.
  const client = new QueryClient() as unknown as RealQueryClient
  const address = { client, gateway: createLineGateway(id, line, polls), conversationId: 'demo' }
  let follower: Follower | undefined
  return {
    address,
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
      startPress({ ...address, decisions, source: 'press', ...asked }).then(
        (result) => onEnd(result, null),
        (thrown: unknown) => onEnd(null, GatewayError.from(thrown, 'unknown')),
      )
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
