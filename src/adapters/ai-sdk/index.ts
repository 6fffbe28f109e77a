export { type AiSdkOptions, createAiSdkGateway } from './createAiSdkGateway.ts'
export type { AiSdkChat, AiSdkMessage, AiSdkQuestions } from '../../backend/aiSdk.ts'
