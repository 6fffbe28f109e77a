export { type AiSdkOptions, createAiSdkGateway } from './createAiSdkGateway.ts'
export type { AiSdkChat, AiSdkMessage } from '../../backend/aiSdk.ts'
