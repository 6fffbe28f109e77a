import type { GatewayClient } from '../../../src/gateway/GatewayClient.ts'
import type { Line } from '../world/line.ts'
import type { Page } from '../world/page.ts'
import type { Kit } from '../world/tab.ts'
import { MirroredFollower } from './follower.ts'
import { later } from './later.ts'
import { Presses } from './presses.ts'
import { Reads } from './reads.ts'

/**
 * The real model, and the real stores of `src/query`, driven without promises: what `createQueryKit` does, many times
 * faster. A test holds the two against each other.
 */
export function createMirroredKit(page: Page, line: Line, polls: boolean): Kit {
  const reads = new Reads(line, gatewayOf(page.name, polls))
  const presses = new Presses(line, reads)
  let follower: MirroredFollower | undefined
  return {
    address: reads.address,
    show: (onChange) => {
      let isHidden = false
      const shown = new MirroredFollower(page, line, reads, (snapshot) => {
        if (!isHidden) onChange(snapshot)
      })
      follower = shown
      onChange(shown.snapshot())
      return () => {
        isHidden = true
        later(() => shown.end())
      }
    },
    reread: () => follower?.readNow(),
    press: (pressed) => presses.press(pressed),
  }
}

/** Only its name, and whether it has a stream, are looked at. */
function gatewayOf(id: string, polls: boolean): GatewayClient {
  const never = (): never => {
    throw new Error('The mirror calls no gateway.')
  }
  return { id, readConversation: never, resume: never, ...(polls ? {} : { followConversation: never }) }
}
