export { createLobeHubGateway } from './createLobeHubGateway.ts'
export type { LobeHubCall } from './options.ts'
export { lobeHubOverHttp } from './overHttp.ts'
export type {
  LobeHubCard,
  LobeHubOffer,
  LobeHubOptions,
  LobeHubRun,
  LobeHubSocket,
  LobeHubSubmit,
  WebSocketConstructor,
} from './options.ts'
