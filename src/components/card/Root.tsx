'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'
import type { InterventionScopeProps } from './InterventionScopeProps.ts'
import { scopedPart } from './scopedPart.tsx'
import { useCardFocus } from './useCardFocus.ts'

/** Props of `Intervention.Root`. */
export interface RootProps extends InterventionScopeProps, PropsOf<'div'> {}

/**
 * One call that waits, or waited. Renders a `<div role="group">` named by its question.
 *
 * @example
 * <Intervention.Root conversationId={id}>
 *   <Intervention.Question />
 *   <Intervention.Arguments />
 *   <Intervention.Error />
 *   <Intervention.Reject /> <Intervention.RejectContinue /> <Intervention.Approve />
 * </Intervention.Root>
 */
export const Root: PartComponent<RootProps, 'div'> = scopedPart(
  definePart('div', 'intervention', () => {
    const { card, lock, id, hadFocusRef } = useIntervention()
    const watch = useCardFocus(hadFocusRef)
    return {
      role: 'group',
      'aria-labelledby': `${id}question`,
      state: { status: card.status, busy: lock !== undefined },
      watch,
    }
  }),
)
