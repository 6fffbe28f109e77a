import { createModelKit } from '../kit/modelKit.ts'
import { createQueryKit } from '../kit/queryKit.ts'
import type { CreateKit } from './tab.ts'

export { serverKinds } from './server.ts'
export { play } from './run.ts'
export { runMicrotasks } from '../stand-ins/environment.ts'

/** The kits that can be played: with a QueryClient, or in a synchronous world, which is several times as fast. */
export const kits = { whole: createQueryKit, model: createModelKit } satisfies Record<string, CreateKit>
