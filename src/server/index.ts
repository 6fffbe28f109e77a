export { type AiSdkAgentOptions, aiSdk } from './aiSdk.ts'
export { alreadyResolved } from './createClaims.ts'
export type { Authorize, RouteAction, RouteVerdict, RouteViewer } from './authorize.ts'
export {
  type ClaimAnswer,
  type ClaimOptions,
  type ClaimRequest,
  type Claims,
  type ClaimsOptions,
  createClaims,
} from './createClaims.ts'
export { createMemoryStore } from './createMemoryStore.ts'
export { createPostgresStore, type PostgresClient, type PostgresStore } from './createPostgresStore.ts'
export { createRedisStore, type RedisCommand } from './createRedisStore.ts'
export {
  type ConversationsOf,
  createResumeRoute,
  type ResumeRoute,
  type ResumeRouteOptions,
} from './createResumeRoute.ts'
export { createMcpCompletions, type McpCompleteParams, type McpCompletions } from './mcpCompletions.ts'
export { type McpInputRequired, questionsOfMcp, responsesForMcp } from './mcpInputRequired.ts'
export { type McpElicitation, type McpElicitResult, questionOfMcp, resultForMcp } from './mcpElicitation.ts'
export { type OpenAiAgentsOptions, openAiAgents } from './openAiAgents.ts'
export type { RouteAgent, RouteCall, RouteDecision, RouteStep, RunContext } from './RouteAgent.ts'
export type { Store } from './Store.ts'
