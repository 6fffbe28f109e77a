'use client'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { useCard } from '../hooks/useCard.ts'
import type { PressOrigin } from '../hooks/useDecisionMutation.ts'
import { useInterventions } from '../hooks/useInterventions.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import { InterventionContext } from './InterventionContext.ts'
import { createPressGuard, unarmed } from './pressGuard.ts'
import { useMessages } from './useMessages.ts'

/** Which call the parts below are about. */
export interface InterventionScopeProps extends Pick<PressOrigin, 'onDecide' | 'onResumed'> {
  readonly conversationId: ConversationId
  /** @default the first that waits */
  readonly toolCallId?: ToolCallId | undefined
  /** How long a call must have been in view before a press counts, in milliseconds; 250 at least. @default 500 */
  readonly arming?: number | undefined
  /** Lets presses count on a page that another site shows in a frame of its own. @default false */
  readonly frameAllowed?: boolean | undefined
  /**
   * Counts only presses that the browser says a person made. It keeps a script's `click()` out, and with it some
   * assistive tools; a script of the same page could still call the gateway. @default false
   */
  readonly trustedOnly?: boolean | undefined
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
  arming,
  frameAllowed,
  trustedOnly,
  children,
  ...scope
}: InterventionScopeProps & {
  readonly toolCallId: ToolCallId
  readonly children: React.ReactNode
}): React.ReactElement | null {
  const view = useCard(scope.conversationId, toolCallId)
  const id = useId()
  const words = useMessages()
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
  const siblings = view.group.calls.length > 1 ? words.siblings(view.group) : ''
  const shown = { firstArgsText: first.argsText, isFolded, setFolded, isHeldBack, sight }
  const value = { ...view, ...scope, ...guarded, ...shown, card, hasChanged, siblings, id, guard }
  return <InterventionContext.Provider value={value}>{children}</InterventionContext.Provider>
}
