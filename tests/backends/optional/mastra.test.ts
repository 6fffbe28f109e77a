import { expect, it } from 'vitest'
import { describeConformance } from '../support/conformance.ts'
import { refuseElsewhere } from '../support/refuseElsewhere.ts'
import { routeOffers, startRoute } from '../support/routeBackend.ts'
import { createMastraAgent } from './support/mastraAgent.ts'
import { createMastraRouteAgent } from './support/mastraRouteAgent.ts'

const name = 'route, Mastra'
const offers = { ...routeOffers, partial: false }
const wanted = refuseElsewhere()

describeConformance(
  name,
  (root) =>
    startRoute(
      {
        name,
        offers,
        createAgent: (answering) => createMastraRouteAgent(createMastraAgent(answering)),
      },
      root,
    ),
  offers,
)

it('wants nothing from other machines', () => {
  expect(wanted).toEqual([])
})
