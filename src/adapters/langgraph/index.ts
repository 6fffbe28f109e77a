export { agentInbox } from './agentInbox.ts'
export { createLangGraphGateway, type LangGraphOptions } from './createLangGraphGateway.ts'
export type { HitlAction, HitlBatch } from '../hitl.ts'
