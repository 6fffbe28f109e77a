export { agentInbox } from './agentInbox.ts'
export { createLangGraphGateway } from './createLangGraphGateway.ts'
export type { LangGraphOptions } from './LangGraphOptions.ts'
export type { HitlAction, HitlBatch } from '../../backend/hitl.ts'
