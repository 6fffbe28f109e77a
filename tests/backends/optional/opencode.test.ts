/* oxlint-disable vitest/no-conditional-tests, vitest/no-disabled-tests -- what does not run here is skipped, and said. */
import { describe } from 'vitest'
import type { Offers } from '../support/Backend.ts'
import { describeConformance } from '../support/conformance.ts'
import { routeOffers } from '../support/routeBackend.ts'
import { startOpencodeBackend } from './support/opencodeBackend.ts'
import { findOpencode } from './support/opencodeBinary.ts'

const name = 'route, opencode'
const offers: Offers = { ...routeOffers, rejectsRest: true }
const binary = findOpencode()

if (binary === undefined) describe.skip(`the adapter for ${name}: it does not run here`, () => undefined)
else describeConformance(name, (root) => startOpencodeBackend(binary, { name, offers }, root), offers)
