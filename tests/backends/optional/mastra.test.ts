import { describeConformance } from '../support/conformance.ts'
import { routeOffers, startRoute } from '../support/routeBackend.ts'
import { createMastraAgent } from './support/mastraAgent.ts'
import { createMastraRouteAgent } from './support/mastraRouteAgent.ts'

const name = 'route, Mastra'
const offers = { ...routeOffers, partial: false }

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
