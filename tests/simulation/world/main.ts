import { createModelKit } from '../kit/modelKit.ts'
import { createQueryKit } from '../kit/queryKit.ts'
import type { CreateKit } from './tab.ts'

export { serverKinds } from './server.ts'
export { play } from './run.ts'
export { runMicrotasks } from '../stand-ins/environment.ts'

/** What can be played: the kit as it is below its hooks, or its model alone, which is several times as quick. */
export const kits = { whole: createQueryKit, model: createModelKit } satisfies Record<string, CreateKit>
