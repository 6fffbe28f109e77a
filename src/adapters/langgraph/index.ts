export { agentInbox } from './agentInbox.ts'
export { createLangGraphGateway } from './createLangGraphGateway.ts'
export type { LangGraphOptions } from './options.ts'
export type { HitlAction, HitlBatch } from '../../backend/hitl.ts'
