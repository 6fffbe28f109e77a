export { createLobeHubGateway } from './createLobeHubGateway.ts'
export type { LobeHubOffer, LobeHubOptions, LobeHubSocket, WebSocketConstructor } from './LobeHubOptions.ts'
