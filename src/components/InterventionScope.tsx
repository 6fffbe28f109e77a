'use client'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { useCard } from '../hooks/useCard.ts'
import { useInterventions } from '../hooks/useInterventions.ts'
import type { ToolCallId } from '../model/ids.ts'
import { InterventionContext } from './InterventionContext.ts'
import type { InterventionScopeProps } from './InterventionScopeProps.ts'
import { createPressGuard, unarmed } from './pressGuard.ts'
import { useCardAnnouncements } from './useCardAnnouncements.ts'
import { useMessages } from './useMessages.ts'

/** Gives a call to the parts below, without an element of its own. Draws nothing while there is no such call. */
export function InterventionScope({
  toolCallId,
  ...scope
}: InterventionScopeProps & { readonly children: React.ReactNode }): React.ReactElement | null {
  const { pending } = useInterventions(scope.conversationId)
  const id = toolCallId ?? pending[0]?.toolCallId
  return id === undefined ? null : <CardScope key={id} toolCallId={id} left={pending.length} {...scope} />
}

function CardScope({
  children,
  left,
  ...scope
}: InterventionScopeProps & {
  readonly toolCallId: ToolCallId
  readonly left: number
  readonly children: React.ReactNode
}): React.ReactElement | null {
  const { conversationId, toolCallId, arming, frameAllowed, trustedOnly } = scope
  const view = useCard(conversationId, toolCallId)
  const id = useId()
  const words = useMessages()
  useCardAnnouncements(view, left)
  const { card, record } = view
  const [isFolded, setFolded] = useState(false)
  const [first, setFirst] = useState(card)
  const [guard] = useState(createPressGuard)
  const guarded = useSyncExternalStore(guard.subscribe, guard.getState, () => unarmed)
  const isDestructive = card?.tool.annotations?.destructiveHint === true
  const isHeldBack = isFolded && isDestructive && card.status === 'pending'
  // Once everything was shown the wait begins again, as if it were another revision.
  const sight = card && `${card.revision} ${isHeldBack}`
  useEffect(
    () => guard.show({ revision: sight, arming, frameAllowed, trustedOnly }),
    [guard, sight, arming, frameAllowed, trustedOnly],
  )
  if (!first && card) setFirst(card)
  if (!first || !card || !sight) return null
  const hasChanged = record?.status === 'changed' || card.revision !== first.revision
  const siblings = view.group.calls.length > 1 && !view.lock ? words.siblings(view.group) : ''
  const shown = { firstArgsText: first.argsText, isFolded, setFolded, isHeldBack, sight }
  const value = { ...view, ...guarded, ...shown, scope, card, hasChanged, siblings, id, guard }
  return <InterventionContext.Provider value={value}>{children}</InterventionContext.Provider>
}
