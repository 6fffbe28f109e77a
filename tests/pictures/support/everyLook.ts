import axe from 'axe-core'
import { afterEach, beforeAll } from 'vitest'
import { cdp } from 'vitest/browser'

const rules = {
  'target-size': { enabled: true },
  // A story is a piece of a page, and the gallery shows many chats.
  region: { enabled: false },
  'landmark-unique': { enabled: false },
}

async function hasNoViolations(look: string): Promise<void> {
  const { violations } = await axe.run(document.body, { rules, iframes: false })
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message}`),
  )
  if (found.length > 0) throw new Error(`axe ${look}:\n${found.join('\n')}`)
}

// What fades in has no contrast yet, so it comes at once.
const emulate = (forced: 'active' | 'none'): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: forced },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
const isDrawn = async (): Promise<void> => {
  for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  }
}

beforeAll(() => emulate('none'))

// The stories are dark here, and the addon looks at them. What they show at their end is looked at in forced colours.
afterEach(async () => {
  await emulate('active')
  await isDrawn()
  await hasNoViolations('in forced colours')
  await emulate('none')
})
