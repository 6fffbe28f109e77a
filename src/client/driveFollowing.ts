import type { GatewayError } from '../gateway/GatewayError.ts'
import { onWake } from '../gateway/wake.ts'
import { type ConversationState, findCall } from '../model/conversation.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import { type Following, type FollowingEffect, type FollowingInput, unfollowed } from '../model/followed.ts'
import { step } from '../model/following.ts'
import { hasUnknownOutcome, wasAnswered } from './cardMemory.ts'
import { cardsOf, lockIn, watchCards } from './cards.ts'
import { run } from './chain.ts'
import { isStreamKept } from './keptStreams.ts'
import { freeElsewhere, showElsewhere } from './otherTabs.ts'
import { trackReceipts } from './receipts.ts'
import { tracer } from './tracer.ts'
import { reread, type World } from './world.ts'

export interface FollowingDriver {
  readonly following: Following
  start(): () => void
  reread(): void
  drawn(state: ConversationState | undefined): void
}

const tickMs = 1_000

type Input = FollowingInput extends infer One
  ? One extends FollowingInput
    ? Omit<One, 'at' | 'state'>
    : never
  : never

// `mayWait`: it changed by an event of the stream, and others may follow in the same moment.
export function driveFollowing(world: World, onShow: (mayWait: boolean) => void): FollowingDriver {
  const { scope } = world
  let following = unfollowed(world.getState(), !world.hasStream)
  const ends = new Set<() => void>()
  const inputs: Input[] = []
  let closeStream: (() => void) | undefined
  let drawn: ConversationState | undefined
  let isHearing = false

  /** An effect may cause the next input, which waits for its turn. */
  function feed(input: Input): void {
    inputs.push(input)
    if (inputs.length > 1) return
    try {
      for (const next of inputs) {
        // SAFETY: an input is one of these with exactly these two fields added.
        const whole = { ...next, at: Date.now(), state: world.getState() } as FollowingInput
        const [after, effects] = step(following, whole)
        tracer.current?.(scope, { type: 'following', input: whole, before: following, after, effects })
        following = after
        effects.forEach(carryOut)
      }
    } finally {
      // A listener of the host that throws does not end the following.
      inputs.length = 0
    }
  }

  function carryOut(effect: FollowingEffect): void {
    switch (effect.type) {
      case 'open':
        closeStream = world.openStream(effect.after, {
          onItem: (item) => {
            isHearing = true
            try {
              feed({ type: 'heard', item })
            } finally {
              isHearing = false
            }
          },
          onEnd: (failure) => feed({ type: 'ended', failure }),
        })
        break
      case 'close':
        closeStream?.()
        break
      case 'read': {
        const { over } = effect
        const end = (): void => stop()
        const onEnd = (failure: GatewayError | null): void => {
          ends.delete(end)
          if (failure) warnOfProtocol(failure)
          feed({ type: 'read', failure, over })
        }
        ends.add(end)
        let stop = (): void => undefined
        stop = run(reread(world), { onEnd })
        break
      }
      case 'write':
        world.setState(effect.state)
        break
      case 'track':
        trackReceipts(scope, effect, drawn)
        break
      case 'wake': {
        const end = (): void => clearTimeout(timer)
        const timer = setTimeout(() => {
          ends.delete(end)
          feed({ type: 'due' })
        }, effect.at - Date.now())
        ends.add(end)
        break
      }
      case 'free':
        freeElsewhere(scope, effect.request)
        break
      case 'show':
        onShow(isHearing)
        break
      default:
        effect satisfies never
    }
  }

  function tick(): void {
    freeElsewhere(scope)
    const cards = cardsOf(scope)
    feed({
      type: 'ticked',
      isHidden: globalThis.document?.hidden ?? false,
      isKept: isStreamKept(scope),
      isDeciding: lockIn(cards) !== undefined,
      unknownOutcome: [...cards.values()].some(({ memory }) => hasUnknownOutcome(memory)),
    })
  }

  function lookAtDecisions(): void {
    const cards = cardsOf(scope)
    const answered = [...cards].filter(([, { lock, memory }]) => !lock && wasAnswered(memory))
    const calls = world.getState()?.interventions
    const behind = answered.filter(([id]) => findCall(calls, id)?.status === 'pending').length
    const sentAt = lockIn(cards)?.sentAt ?? null
    if (sentAt !== following.sentAt || behind !== following.behind) feed({ type: 'decided', sentAt, behind })
    else onShow(isHearing)
  }

  function start(): () => void {
    const clock = setInterval(tick, tickMs)
    const stops = [
      world.watchState(() => {
        if (world.getState() !== following.known) feed({ type: 'changed' })
      }),
      watchCards(scope, lookAtDecisions),
      world.watchTabs(({ request, isOver }) => {
        if (showElsewhere(scope, world.getState(), request) && isOver) feed({ type: 'told', over: request })
      }),
      onWake((reason) => feed({ type: 'woke', reason })),
      () => clearInterval(clock),
      world.keep(),
    ]
    feed({ type: 'started' })
    return () => {
      for (const stop of [...ends, ...stops]) stop()
      ends.clear()
      feed({ type: 'stopped' })
    }
  }

  return {
    get following() {
      return following
    },
    start,
    reread: () => feed({ type: 'asked' }),
    drawn: (state) => {
      drawn = state ?? drawn
    },
  }
}
