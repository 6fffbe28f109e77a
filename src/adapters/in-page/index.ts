export { createInPageGateway } from './createInPageGateway.ts'
export type {
  InPageGateway,
  InPageOptions,
  PageAgent,
  PageCall,
  PageStorage,
  ToolResult,
  Turn,
} from './options.ts'
