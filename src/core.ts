export { createHttpGateway, type HttpGatewayOptions } from './gateway/httpGateway.ts'
export { GatewayError } from './gateway/GatewayError.ts'
export type {
  CallOptions,
  ResumeOptions,
  GatewayClient,
  ListWaitingOptions,
  SettingsClient,
  StopAnswer,
  StopRequest,
} from './gateway/GatewayClient.ts'
export { conversationOptions } from './client/cache.ts'
export { resumeOptions } from './client/decide.ts'
export { SealedState } from './client/cache.ts'
export { changeSettingsOptions, settingsOptions, type SettingsVariables } from './client/settings.ts'
export { stopOptions, type StopVariables } from './client/stopAndExtend.ts'
export type { DecideDetails, OnDecide, OnResumed, Press } from './client/press.ts'
export type { DecideResult, NotSent } from './client/cards.ts'
export { isBusy, type LastSeen } from './model/busy.ts'
export {
  type Conversation,
  type ConversationState,
  type ExpectedOperation,
  type KnownOperation,
} from './model/conversation.ts'
export { pendingOf } from './model/pending.ts'
export type { Decision, DecisionRequest, Rejection, RememberScope } from './model/decision.ts'
export type { ResumeAnswer, ResumeRequest } from './model/decision.ts'
export type { ChatEventType, FollowSignal, GatewayEvent } from './model/event.ts'
export type { Failure, FailureCode } from './model/decision.ts'
export type { ConversationId, OperationId, RequestId, Revision, ToolCallId } from './model/ids.ts'
export {
  begin,
  type Intent,
  type IntentEffect,
  type IntentInput,
  type IntentStep,
  step,
} from './model/intent.ts'
export type {
  Asker,
  InterventionBase,
  InterventionCall,
  InterventionStatus,
  JsonSchema,
  PendingIntervention,
  Question,
  Resolution,
  SettledIntervention,
  SettledStatus,
  Tool,
  ToolAnnotations,
  Why,
} from './model/intervention.ts'
export { type ConversationRead, merge } from './model/merge.ts'
export type { IndependentPause, Operation, OperationEnd, OperationError, Pause } from './model/operation.ts'
export type {
  AllowedTool,
  ApprovalMode,
  ApprovalSettings,
  SettingsAnswer,
  SettingsChange,
  SettingsRequest,
} from './model/settings.ts'
export { prune } from './model/prune.ts'
export { reduce } from './model/reduce.ts'
export { captureRetired, retire } from './model/retire.ts'
export type { WaitingItem, WaitingPage } from './model/waiting.ts'
