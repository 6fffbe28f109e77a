export { createLobeHubGateway } from './createLobeHubGateway.ts'
export type { LobeHubCall } from './options.ts'
export { lobeHubOverHttp } from './overHttp.ts'
export type {
  LobeHubOffer,
  LobeHubOptions,
  LobeHubRun,
  LobeHubSocket,
  WebSocketConstructor,
} from './options.ts'
