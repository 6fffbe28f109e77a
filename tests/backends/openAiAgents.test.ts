import { createOpenAiAgentsGateway } from 'intervention-bar/adapters/openai-agents'
import { describeConformance } from './support/conformance.ts'
import { createOpenAiAgent } from './support/openAiAgent.ts'
import { routeOffers, startRoute } from './support/routeBackend.ts'

const name = 'route, OpenAI Agents'

describeConformance(
  name,
  (root) =>
    startRoute(
      {
        name,
        offers: routeOffers,
        createGateway: createOpenAiAgentsGateway,
        createAgent: ({ tool, folder, log }) => createOpenAiAgent(tool, folder, log),
      },
      root,
    ),
  routeOffers,
)
