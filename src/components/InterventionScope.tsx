'use client'
import { useId, useState } from 'react'
import { useCard } from '../hooks/useCard.ts'
import type { PressOrigin } from '../hooks/useDecisionMutation.ts'
import { useInterventions } from '../hooks/useInterventions.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import { InterventionContext } from './InterventionContext.ts'

/** Which call the parts below are about. */
export interface InterventionScopeProps extends Pick<PressOrigin, 'onDecide' | 'onResumed'> {
  readonly conversationId: ConversationId
  /** @default the first that waits */
  readonly toolCallId?: ToolCallId | undefined
}

/** Gives a call to the parts below, without an element of its own. Draws nothing while there is no such call. */
export function InterventionScope({
  toolCallId,
  ...scope
}: InterventionScopeProps & { readonly children: React.ReactNode }): React.ReactElement | null {
  const { pending } = useInterventions(scope.conversationId)
  const id = toolCallId ?? pending[0]?.toolCallId
  return id === undefined ? null : <CardScope key={id} toolCallId={id} {...scope} />
}

function CardScope({
  toolCallId,
  children,
  ...scope
}: InterventionScopeProps & {
  readonly toolCallId: ToolCallId
  readonly children: React.ReactNode
}): React.ReactElement | null {
  const view = useCard(scope.conversationId, toolCallId)
  const id = useId()
  const { card, record } = view
  const [isFolded, setFolded] = useState(false)
  const [first, setFirst] = useState(card)
  if (!first && card) setFirst(card)
  if (!first || !card) return null
  const hasChanged = record?.status === 'changed' || card.revision !== first.revision
  const isHeldBack = isFolded && card.status === 'pending' && card.tool.annotations?.destructiveHint === true
  const shown = { firstArgsText: first.argsText, isFolded, setFolded, isHeldBack }
  return (
    <InterventionContext.Provider value={{ ...view, ...scope, ...shown, card, hasChanged, id }}>
      {children}
    </InterventionContext.Provider>
  )
}
