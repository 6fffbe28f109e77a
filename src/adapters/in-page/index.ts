export { createInPageGateway, type InPageGateway, type InPageOptions } from './createInPageGateway.ts'
export type { PageAgent, PageCall, ToolResult, Turn } from './options.ts'
export type { PageStorage } from './read.ts'
