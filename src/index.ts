export { ApproveButton } from './components/card/DecisionButtons.tsx'
export { RejectButton } from './components/card/DecisionButtons.tsx'
export { RejectContinueButton } from './components/card/DecisionButtons.tsx'
export type { ArgumentsProps } from './components/arguments/Arguments.tsx'
export type { DecisionButtonProps } from './components/card/DecisionButtons.tsx'
export type { ErrorMessageProps } from './components/card/ErrorMessage.tsx'
export type { HeldBackProps } from './components/card/HeldBack.tsx'
export type { InterventionBarProps } from './components/bar/InterventionBar.tsx'
export type { ExpiryProps } from './components/card/Expiry.tsx'
export type { NoticeProps } from './components/card/Notice.tsx'
export type { ReceiptProps } from './components/card/Receipt.tsx'
export type { TitleProps } from './components/card/Title.tsx'
export type { ReasonProps } from './components/card/Reason.tsx'
export type { RootProps } from './components/card/Root.tsx'
export * as Intervention from './components/Intervention.ts'
export { InterventionBar } from './components/bar/InterventionBar.tsx'
export type { RisksProps, WhyProps } from './components/card/Meta.tsx'
export type { ActionsProps } from './components/card/Actions.tsx'
export type { OverflowProps } from './components/card/Overflow.tsx'
export type { PagerProps } from './components/card/Pager.tsx'
export type { RememberProps } from './components/card/Remember.tsx'
export {
  ApprovalModeSelect,
  type ApprovalModeSelectProps,
} from './components/settings/ApprovalModeSelect.tsx'
export {
  InterventionHistory,
  type InterventionHistoryProps,
} from './components/history/InterventionHistory.tsx'
export type { HistoryWords } from './locales/historyWords.ts'
export type { Shortcuts } from './components/keys/chords.ts'
export type { ShortcutWords } from './locales/shortcutWords.ts'
export type { SettingsWords } from './locales/settingsWords.ts'
export type { Renderer, RendererMatch, RendererProps } from './hooks/Renderer.ts'
export type { ParsedValue } from './model/parsedJson.ts'
export type { RememberWords } from './locales/rememberWords.ts'
export type { Language } from './locales/language.ts'
export type { ListWords } from './locales/listWords.ts'
export type { PartWords } from './locales/partWords.ts'
export type { WaitingWords } from './locales/waitingWords.ts'
export type { InitialConversation } from './hooks/initialState.ts'
export type { GatewayClient } from './gateway/GatewayClient.ts'
export { GatewayError } from './gateway/GatewayError.ts'
export { GatewayProvider, type GatewayProviderProps } from './hooks/GatewayProvider.tsx'
export { type ApprovalSettingsView, useApprovalSettings } from './hooks/useApprovalSettings.ts'
export { useBusy } from './hooks/useConversation.ts'
export { type ConversationView, type Phase, useConversation } from './hooks/useConversation.ts'
export type { DecisionMutation } from './hooks/useDecisions.ts'
export {
  type ApproveVariables,
  type DecideVariables,
  type AnswerVariables,
  type RejectVariables,
  useApprove,
  useReject,
  useAnswer,
  useRejectContinue,
} from './hooks/useDecisions.ts'
export { useInterventions } from './hooks/useConversation.ts'
export { type ResumeVariables, useResume } from './hooks/useDecisions.ts'
export { useStop } from './hooks/useStopAndExtend.ts'
export type { PartProps, PartState } from './components/part.tsx'
export type {
  EarlyPress,
  HiddenAmount,
  Messages,
  SiblingsOf,
  TimeLeft,
  WrittenHost,
} from './locales/messages.ts'
export type { Conversation } from './model/conversation.ts'
export type { Decision, DecisionRequest, Rejection, RememberScope } from './model/decision.ts'
export type { ResumeAnswer, ResumeRequest } from './model/decision.ts'
export type { Failure, FailureCode } from './model/decision.ts'
export type { ConversationId, OperationId, RequestId, Revision, ToolCallId } from './model/ids.ts'
export type {
  Asker,
  InterventionBase,
  InterventionCall,
  InterventionStatus,
  PendingIntervention,
  Question,
  Resolution,
  SettledIntervention,
  Tool,
  Why,
} from './model/intervention.ts'
export type { Operation, Pause } from './model/operation.ts'
export type {
  AllowedTool,
  ApprovalMode,
  ApprovalSettings,
  SettingsAnswer,
  SettingsChange,
} from './model/settings.ts'
export type { Connection } from './model/followed.ts'
export type { DecideDetails, OnDecide, OnResumed } from './client/press.ts'
export type { OnSettled } from './client/settlements.ts'
export type { DecideResult, NotSent } from './client/cards.ts'
export { type Attention, type AttentionOptions, useAttention } from './hooks/useAttention.ts'
export { type Waiting, useWaiting } from './hooks/useWaiting.ts'
export { WaitingBadge, type WaitingBadgeProps } from './components/list/WaitingBadge.tsx'
export type { WaitingListProps } from './components/list/WaitingList.tsx'
export type { WaitingItem } from './model/waiting.ts'
