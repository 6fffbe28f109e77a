import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { PendingIntervention } from '../model/intervention.ts'
import { type Bench, consentTo, requestFor, wait } from './bench.ts'
import { demand, type Rule } from './Rule.ts'

const none = 'The client has no followConversation: the kit reads every so often.'

const noStream = 'The backend has no stream: the kit reads every so often.'

export const streamRules: readonly Rule[] = [
  {
    title: 'tells of a decision in its stream',
    check: async (bench) => {
      if (!bench.port.followConversation) return none
      const card = await bench.waiting()
      const { cursor } = await bench.read()
      const stream = follow(bench, cursor)
      try {
        // A stream without cursors tells of what comes after it was opened.
        await Promise.race([stream.heard(isLive).catch(() => undefined), wait(openingMs)])
        if (stream.isUnsupported()) return noStream
        await bench.resume(requestFor(bench.conversationId, card, consentTo(card)))
        await bench.inTime(
          stream.heard((item) => tellsOf(item, card)),
          `The call "${card.toolCallId}" was decided, and the stream brought neither "agent_intervention_response" of it nor "gap". A page that is open elsewhere would go on showing it.`,
        )
      } finally {
        stream.leave()
      }
      const cursors = stream.items.flatMap((item) =>
        'cursor' in item && item.cursor ? [BigInt(item.cursor)] : [],
      )
      const from = cursor === null ? -1n : BigInt(cursor)
      const wrong = cursors.findIndex((one, index) => one <= (cursors[index - 1] ?? from))
      demand(
        wrong === -1,
        `An event with the cursor ${cursors[wrong]} came after ${cursors[wrong - 1] ?? from}. Cursors grow with each event, and a stream begins after the cursor that it is given.`,
      )
    },
  },
  {
    title: 'ends its stream when the signal aborts',
    check: async (bench) => {
      if (!bench.port.followConversation) return none
      await bench.waiting()
      const { cursor } = await bench.read()
      const stream = follow(bench, cursor)
      const opened = stream.heard(() => true)
      await Promise.race([stream.ended, opened.catch(() => undefined)])
      if (stream.isUnsupported()) return noStream
      await Promise.race([opened, stream.ended])
      stream.leave()
      await bench.inTime(
        stream.ended,
        'The stream of followConversation did not end after its signal was aborted. It would go on after the page has left the conversation.',
      )
    },
  },
]

const openingMs = 300

interface Followed {
  readonly items: readonly (GatewayEvent | FollowSignal)[]
  readonly ended: Promise<void>
  isUnsupported(): boolean
  heard(isIt: (item: GatewayEvent | FollowSignal) => boolean): Promise<void>
  leave(): void
}

function follow({ port, conversationId }: Bench, after: string | null): Followed {
  const left = new AbortController()
  const items: (GatewayEvent | FollowSignal)[] = []
  const listeners = new Set<() => void>()
  const read = async (): Promise<void> => {
    const stream = port.followConversation?.(conversationId, { after, signal: left.signal }) ?? []
    for await (const item of stream) {
      if (left.signal.aborted) return
      items.push(item)
      for (const listener of listeners) listener()
    }
  }
  let broke: unknown
  const ended = read().catch((thrown: unknown) => {
    // After an abort it may throw; before one, it must not.
    if (!left.signal.aborted) broke = thrown
    for (const listener of listeners) listener()
  })
  return {
    items,
    ended,
    isUnsupported: () => broke instanceof GatewayError && broke.code === 'unsupported',
    heard: (isIt) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (broke !== undefined) {
            reject(
              new Error(
                `The stream of followConversation broke off: ${broke instanceof Error ? broke.message : 'of an unknown reason'}`,
                { cause: broke },
              ),
            )
          } else if (items.some(isIt)) resolve()
        }
        listeners.add(look)
        look()
      }),
    leave: () => left.abort(),
  }
}

function isLive(item: GatewayEvent | FollowSignal): boolean {
  return item.type === 'connection' && item.status === 'live'
}

function tellsOf(item: GatewayEvent | FollowSignal, { toolCallId }: PendingIntervention): boolean {
  if (item.type === 'gap') return true
  return item.type === 'agent_intervention_response' && item.data.toolCallId === toolCallId
}
