export { createOpenAiAgentsGateway } from './createOpenAiAgentsGateway.ts'
