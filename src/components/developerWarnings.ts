import { type RefObject, useEffect } from 'react'
import { type ConversationState, findCall } from '../model/conversation.ts'
import { warnOfUnknown, warnOnce } from '../model/developerErrors.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'

// Replaced by bundlers.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

// A chat may draw a call a little before the gateway tells of it.
const patienceMs = 3_000

// Warns of a call that the host names and that the conversation does not have, in development.
export const useUnknownWarning: typeof useWarning =
  process.env.NODE_ENV === 'production' ? () => undefined : useWarning

function useWarning(
  conversationId: ConversationId,
  toolCallId: ToolCallId | undefined,
  state: ConversationState | undefined,
): void {
  const isUnknown = toolCallId !== undefined && state?.reads && !findCall(state.interventions, toolCallId)
  const has = isUnknown ? state.interventions.map((call) => call.toolCallId).join(', ') : undefined
  useEffect(() => {
    if (has === undefined || toolCallId === undefined) return undefined
    const timer = setTimeout(() => warnOfUnknown(conversationId, toolCallId, has), patienceMs)
    return () => clearTimeout(timer)
  }, [conversationId, toolCallId, has])
}

// Warns where the look of the bar is missing, in development.
export const useStylesheetCheck: typeof useCheck =
  process.env.NODE_ENV === 'production' ? () => undefined : useCheck

function useCheck(heading: RefObject<HTMLElement | null>, drawn: boolean): void {
  useEffect(() => {
    const element = heading.current
    // Without layout, as in jsdom, this cannot be checked.
    if (!drawn || !element || element.getClientRects().length === 0) return
    if (getComputedStyle(element).getPropertyValue('--ib-styles') === '') warnOnce('IB004')
  }, [heading, drawn])
}
