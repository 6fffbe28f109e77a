export { createLobeHubGateway } from './createLobeHubGateway.ts'
export type { LobeHubCall } from './LobeHubCall.ts'
export { lobeHubOverHttp } from './lobeHubOverHttp.ts'
export type { LobeHubOffer, LobeHubOptions, LobeHubSocket, WebSocketConstructor } from './LobeHubOptions.ts'
