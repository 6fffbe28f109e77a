import { argsOf } from './agent.ts'
import { clock } from './clock.ts'
import { dice } from './dice.ts'
import { faultsEndAfterMs, rates } from './rates.ts'
import type { World } from './world.ts'

/** Draws what befalls the pages, the server and the calls of a run, and when. */
export function planMishaps(world: World): void {
  const { plan, server } = world
  for (let edit = 0; edit < plan.edits; edit += 1) {
    at(dice.between(500, 30_000), () => {
      const [call] = server.truth.pending()
      if (call) server.edit(call, argsOf)
    })
  }
  if (dice.happens(rates.run.lapse)) {
    at(dice.between(500, 30_000), () => {
      const call = server.truth.pending().at(-1)
      if (call) server.lapse(call, dice.pick(['expired', 'withdrawn'] as const))
    })
  }
  if (plan.isCalm) return
  if (dice.happens(rates.run.restart)) {
    at(dice.between(1_000, 40_000), () => {
      if (!world.isFaulty) return
      world.say(() => 'the server restarts')
      server.restart()
      for (const stream of world.streams) stream.cut()
    })
  }
  if (dice.happens(rates.run.offline)) goOffline(world)
  if (dice.happens(rates.run.reload)) {
    withSomeTab(world, 30_000, (tab) => {
      world.leave(tab)
      clock.after(dice.between(50, 3_000), null, () => world.open(tab.person, tab.page))
    })
  }
  if (dice.happens(rates.run.unmount)) {
    withSomeTab(world, 30_000, (tab) => {
      world.say(() => `${tab.page.name} is unmounted`)
      world.unmount(tab)
      clock.after(dice.between(0, 10_000), tab.page, () => world.mount(tab))
    })
  }
  if (dice.happens(rates.run.wake)) {
    const type = dice.pick(['visibilitychange', 'pageshow', 'online'] as const)
    withSomeTab(world, 50_000, ({ page }) => {
      world.say(() => `${page.name} wakes up: ${type}`)
      clock.page = page
      page.wake(type)
    })
  }
}

function goOffline(world: World): void {
  const ms = dice.happens(1 / 6) ? dice.between(60_000, 100_000) : dice.between(500, 15_000)
  withSomeTab(world, faultsEndAfterMs / 2, ({ page }) => {
    world.say(() => `${page.name} is offline`)
    page.isOffline = true
    for (const stream of world.streams) {
      if (stream.page !== page) continue
      if (dice.happens(0.5)) stream.cut()
      else stream.silence()
    }
    clock.after(ms, page, () => {
      world.say(() => `${page.name} is online`)
      page.isOffline = false
      page.wake('online')
    })
  })
}

type SomeTab = World['tabs'][number]

function withSomeTab(world: World, withinMs: number, then: (tab: SomeTab) => void): void {
  at(dice.between(500, withinMs), () => {
    if (world.isFaulty && world.tabs.length > 0) then(dice.pick(world.tabs))
  })
}

function at(ms: number, then: () => void): void {
  clock.after(ms, null, then)
}
