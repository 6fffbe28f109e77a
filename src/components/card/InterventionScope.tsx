'use client'
import { type RefObject, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { useCard } from '../../hooks/useCard.ts'
import { useInterventions } from '../../hooks/useInterventions.ts'
import type { ToolCallId } from '../../model/ids.ts'
import { InterventionContext } from './InterventionContext.ts'
import type { InterventionScopeProps } from './InterventionScopeProps.ts'
import { createPressGuard, unarmed } from '../guard/pressGuard.ts'
import { useCardAnnouncements } from '../voice/useCardAnnouncements.ts'
import { useMessages } from '../useMessages.ts'

/**
 * Gives a call to the parts below, without an element of its own: the one it is told, or the oldest that waits, and after
 * its decision that one until another waits. Draws nothing while there is no such call.
 */
export function InterventionScope({
  toolCallId,
  ...scope
}: InterventionScopeProps & { readonly children: React.ReactNode }): React.ReactElement | null {
  const { pending } = useInterventions(scope.conversationId)
  const hadFocusRef = useRef(false)
  /** The last two that were shown: what became of one is said also where the next has taken its place. */
  const [voices, setVoices] = useState<readonly ToolCallId[]>([])
  const id = toolCallId ?? pending[0]?.toolCallId ?? voices.at(-1)
  if (id !== undefined && id !== voices.at(-1)) setVoices([...voices, id].slice(-2))
  if (id === undefined) return null
  const left = pending.length
  return (
    <>
      {voices.map((one) => (
        <CardVoice key={one} conversationId={scope.conversationId} toolCallId={one} left={left} />
      ))}
      <CardScope key={id} toolCallId={id} hadFocusRef={hadFocusRef} {...scope} />
    </>
  )
}

function CardVoice({
  conversationId,
  toolCallId,
  left,
}: Pick<InterventionScopeProps, 'conversationId'> & {
  readonly toolCallId: ToolCallId
  readonly left: number
}): null {
  useCardAnnouncements(conversationId, useCard(conversationId, toolCallId), left)
  return null
}

function CardScope({
  children,
  hadFocusRef,
  ...scope
}: InterventionScopeProps & {
  readonly toolCallId: ToolCallId
  readonly hadFocusRef: RefObject<boolean>
  readonly children: React.ReactNode
}): React.ReactElement | null {
  const { conversationId, toolCallId, arming, frameAllowed, trustedOnly } = scope
  const view = useCard(conversationId, toolCallId)
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
  const siblings = view.group.calls.length > 1 && !view.lock ? words.siblings(view.group) : ''
  const shown = { firstArgsText: first.argsText, isFolded, setFolded, isHeldBack, sight }
  const value = { ...view, ...guarded, ...shown, scope, card, hasChanged, siblings, id, guard, hadFocusRef }
  return <InterventionContext.Provider value={value}>{children}</InterventionContext.Provider>
}
