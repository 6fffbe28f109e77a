import { notifyManager } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import fc, { type Scheduler } from 'fast-check'
import { GatewayProvider } from 'intervention-bar'
import { type ReactElement, version } from 'react'
import { expect, vi } from 'vitest'
import { macrotask, timePasses } from './time.ts'
import { anyPlan, type Plan, type PlannedPress } from './plan.ts'
import { openWorld, type ScheduledWorld } from './scheduledWorld.ts'

/** One kind of screen, and the person in front of it. */
export interface Screen {
  /** The content below the provider. */
  readonly content: ReactElement
  /** A call is on the screen. */
  hasAsked(): boolean
  /** Looks for the call; how long the person looks at it before the press, in milliseconds. */
  aim?(press: PlannedPress): number
  /** Does to the screen what a person would, and notes it in the ledger. */
  press(press: PlannedPress): void
  /** False statements of the screen at rest. */
  untruths(): readonly string[]
}

/** Options of playing schedules. */
export interface Playing {
  readonly runs: number
  /** Renders after each step with React's `act`; otherwise as a browser does. */
  readonly isBatched: boolean
  screenOf(world: ScheduledWorld): Screen
}

/** The totals of all schedules. */
export interface Played {
  readonly runs: number
  readonly presses: number
  readonly requests: number
  readonly effects: number
}

/** Seconds of the schedule's own clock until everything has to be at rest. */
const patience = 150

/**
 * Plays so many schedules, always the same, and judges each at rest. React 18 gets a tenth of them. FC_RUNS asks for
 * more, FC_SEED for others, and both FC_SEED and FC_PATH for the one of a report.
 */
export async function playSchedules({ runs, isBatched, screenOf }: Playing): Promise<Played> {
  const { FC_RUNS, FC_SEED, FC_PATH } = process.env
  const played = { runs: 0, presses: 0, requests: 0, effects: 0 }
  const page = render(null)
  /** The work of the released steps that is not done yet. */
  const doing = new Set<Promise<void>>()

  /** The effects of a step end before the next one is chosen. */
  async function step(go: () => Promise<void>): Promise<void> {
    const goAndSettle = async (): Promise<void> => {
      await go()
      await macrotask()
      await Promise.all(doing)
    }
    await (isBatched ? act(goAndSettle) : goAndSettle())
  }
  async function rest(scheduler: Scheduler, isSo: () => boolean): Promise<void> {
    for (let second = 0; second < patience; second += 1) {
      await scheduler.waitIdle()
      if (isSo()) return
      await step(() => timePasses(1_000))
    }
  }
  /** Does it once the scheduler says so. */
  async function once(released: Promise<void>, go: () => Promise<void> | void): Promise<void> {
    await released
    const done = Promise.resolve(go()).finally(() => doing.delete(done))
    doing.add(done)
    await done
  }

  async function play(scheduler: Scheduler, plan: Plan): Promise<void> {
    const world = openWorld(scheduler, plan)
    const { mock, gateway, ledger, pass } = world
    const screen = screenOf(world)
    const press = async (one: PlannedPress): Promise<void> => {
      await once(pass('a person looks'), () => timePasses(screen.aim?.(one) ?? 0))
      await once(pass(`and presses: ${one.decision}`), () => screen.press(one))
    }
    mock.say('demo', 'go')
    page.rerender(
      <GatewayProvider
        key={gateway.id}
        gateway={gateway}
        onDecide={() => pass('the host agrees')}
        onResumed={({ requestId }) => ledger.tell(requestId)}
      >
        {screen.content}
      </GatewayProvider>,
    )
    try {
      await rest(scheduler, screen.hasAsked)
      for (const one of plan.happenings) void once(pass(`happens: ${one}`), () => world.happen(one))
      for (const one of plan.presses) void press(one)
      const isTrue = (): boolean => mock.running() === 0 && screen.untruths().length === 0
      await rest(scheduler, isTrue)
      // Nothing comes of it later, either.
      await step(() => timePasses(20_000, 1_000))
      await rest(scheduler, isTrue)
      ledger.close()
      expect([...ledger.offences, ...screen.untruths()]).toEqual([])
    } finally {
      page.rerender(null)
      await step(() => Promise.resolve())
      vi.clearAllTimers()
      sessionStorage.clear()
    }
    played.runs += 1
    played.presses += ledger.presses.length
    played.requests += ledger.sent.length
    played.effects += mock.executions.length
  }

  try {
    holdStill(isBatched)
    await fc.assert(fc.asyncProperty(fc.scheduler({ act: step }), anyPlan, play), {
      numRuns: Number(FC_RUNS ?? (version.startsWith('18.') ? runs / 10 : runs)),
      seed: Number(FC_SEED ?? 20_260_801),
      ...(FC_PATH === undefined ? {} : { path: FC_PATH }),
    })
  } finally {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.mocked(Math.random).mockRestore()
    notifyManager.setScheduler((notify) => void setTimeout(notify))
  }
  return played
}

/** From now on nothing happens by itself, but what the schedule lets happen. */
function holdStill(isBatched: boolean): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  notifyManager.setScheduler(queueMicrotask)
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', isBatched)
}
