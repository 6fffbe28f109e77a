export { createLobeHubGateway } from './createLobeHubGateway.ts'
export type { LobeHubCall } from './options.ts'
export { lobeHubOverHttp } from './overHttp.ts'
export type { LobeHubOffer, LobeHubOptions, LobeHubSocket, WebSocketConstructor } from './options.ts'
