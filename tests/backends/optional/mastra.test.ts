import { expect, it } from 'vitest'
import { describeRoute } from '../support/describeRoute.ts'
import { refuseElsewhere } from '../support/refuseElsewhere.ts'
import { routeOffers } from '../support/routeBackend.ts'
import { createMastraAgent } from './support/mastraAgent.ts'
import { createMastraRouteAgent } from './support/mastraRouteAgent.ts'

const wanted = refuseElsewhere()

describeRoute({
  name: 'route, Mastra',
  offers: { ...routeOffers, partial: false },
  createAgent: (answering) => createMastraRouteAgent(createMastraAgent(answering)),
})

it('makes no request to other machines', () => {
  expect(wanted).toEqual([])
})
