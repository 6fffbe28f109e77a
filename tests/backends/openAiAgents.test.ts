import { createOpenAiAgentsGateway } from 'intervention-bar/adapters/openai-agents'
import { describeRoute } from './support/describeRoute.ts'
import { createOpenAiAgent } from './support/openAiAgent.ts'
import { routeOffers } from './support/routeBackend.ts'

describeRoute({
  name: 'route, OpenAI Agents',
  offers: { ...routeOffers, notes: 'objects', agents: true },
  createGateway: createOpenAiAgentsGateway,
  createAgent: ({ tool, folder, log }) => createOpenAiAgent(tool, folder, log),
})
