export { createInPageGateway, type InPageGateway, type InPageOptions } from './createInPageGateway.ts'
export type { PageAgent, PageCall, ToolResult, Turn } from './PageAgent.ts'
export type { PageStorage } from './pageLedgers.ts'
