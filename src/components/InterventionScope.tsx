'use client'
import { useId, useMemo, useState } from 'react'
import { useCard } from '../hooks/useCard.ts'
import type { PressOrigin } from '../hooks/useDecisionMutation.ts'
import { useInterventions } from '../hooks/useInterventions.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import { InterventionContext, type InterventionContextValue } from './InterventionContext.ts'

/** Which call the parts below are about. */
export interface InterventionScopeProps extends Pick<PressOrigin, 'onDecide' | 'onResumed'> {
  readonly conversationId: ConversationId
  /** @default the first that waits */
  readonly toolCallId?: ToolCallId | undefined
}

/** Gives a call to the parts below, without an element of its own. Draws nothing while there is no such call. */
export function InterventionScope({
  toolCallId,
  children,
  ...scope
}: InterventionScopeProps & { readonly children: React.ReactNode }): React.ReactElement | null {
  const { pending } = useInterventions(scope.conversationId)
  const id = toolCallId ?? pending[0]?.toolCallId
  if (id === undefined) return null
  return (
    <CardScope key={id} toolCallId={id} {...scope}>
      {children}
    </CardScope>
  )
}

function CardScope({
  conversationId,
  toolCallId,
  onDecide,
  onResumed,
  children,
}: InterventionScopeProps & {
  readonly toolCallId: ToolCallId
  readonly children: React.ReactNode
}): React.ReactElement | null {
  const view = useCard(conversationId, toolCallId)
  const { card } = view
  const [firstRevision] = useState(card?.revision)
  const id = useId()
  const hasChanged = view.record?.status === 'changed' || card?.revision !== firstRevision
  const value = useMemo<InterventionContextValue | null>(
    () =>
      card
        ? {
            conversationId,
            view: { ...view, card },
            hasChanged,
            ids: { question: `${id}question`, error: `${id}error`, reason: `${id}reason` },
            onDecide,
            onResumed,
          }
        : null,
    [conversationId, view, card, hasChanged, id, onDecide, onResumed],
  )
  return value && <InterventionContext.Provider value={value}>{children}</InterventionContext.Provider>
}
