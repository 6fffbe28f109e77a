'use client'
import { forwardRef, type MouseEvent, useContext } from 'react'
import { usePress } from '../hooks/usePress.ts'
import { developmentError } from '../internal/errors.ts'
import { Part, type PartProps } from '../internal/Part.tsx'
import type { Decision } from '../model/decision.ts'
import { InterventionContext, useIntervention } from './InterventionContext.ts'
import { InterventionScope, type InterventionScopeProps } from './InterventionScope.tsx'
import { useMessages } from './useMessages.ts'

/** Props of the three decision buttons. Inside of an `Intervention.Root` the call is taken from there. */
export interface DecisionButtonProps
  extends
    Partial<InterventionScopeProps>,
    PartProps,
    Omit<React.ComponentProps<'button'>, 'className' | 'ref'> {}

const parts: Record<Decision, string> = {
  approved: 'approve',
  rejected: 'reject',
  rejected_continue: 'reject_continue',
}

/** A button that decides. Draws nothing where its decision is not offered, or the viewer may not decide. */
export const DecisionButton: React.ForwardRefExoticComponent<
  DecisionButtonProps & { readonly decision: Decision } & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function DecisionButton({ conversationId, toolCallId, onDecide, onResumed, ...props }, ref) {
  const inside = useContext(InterventionContext)
  if (conversationId === undefined) {
    if (!inside) throw developmentError('IB003')
    return <Button {...props} ref={ref} />
  }
  const scope = { conversationId, toolCallId, onDecide, onResumed }
  return (
    <InterventionScope {...scope}>
      <Button {...props} ref={ref} />
    </InterventionScope>
  )
})

const Button: React.ForwardRefExoticComponent<
  Omit<DecisionButtonProps, keyof InterventionScopeProps> & {
    readonly decision: Decision
  } & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function Button({ decision, children, onClick, ...props }, ref) {
  const { conversationId, view, ids, onDecide, onResumed } = useIntervention()
  const { card, lock, record, draft, setDraft, mayDecide } = view
  const press = usePress(conversationId)
  const words = useMessages()
  if (card.status !== 'pending' || !mayDecide || !card.decisions.includes(decision)) return null

  const { toolCallId, revision } = card
  const reason = decision === 'approved' || card.reason === 'none' ? '' : draft.reason.trim()
  const isThisOne = lock?.decisions.some(
    (made) => made.toolCallId === toolCallId && made.decision === decision,
  )

  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    onClick?.(event)
    if (event.defaultPrevented || lock) return
    if (decision !== 'approved' && card.reason === 'required' && reason === '') {
      return setDraft({ rejecting: decision })
    }
    const origin = { source: 'press', event: event.nativeEvent, onDecide, onResumed } as const
    if (decision === 'approved') press({ toolCallId, revision, decision }, origin)
    else press({ toolCallId, revision, decision, ...(reason ? { reason } : {}) }, origin)
  }

  return (
    <Part
      partName={parts[decision]}
      as="button"
      type="button"
      state={{ status: card.status, busy: isThisOne, armed: !lock }}
      aria-disabled={lock ? true : undefined}
      aria-describedby={record?.status === 'failed' ? ids.error : undefined}
      {...props}
      ref={ref}
      onClick={handleClick}
    >
      {children ?? (isThisOne ? words.deciding[decision] : words.decisions[decision])}
    </Part>
  )
})
