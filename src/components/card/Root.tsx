'use client'
import { useContext, useLayoutEffect } from 'react'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { BarContext, type InterventionScopeProps, useIntervention } from './InterventionContext.ts'
import { useLanguage } from '../words.ts'
import { PlainCard } from './PlainCard.tsx'
import { scopedPart } from './scopedPart.tsx'

/** Props of `Intervention.Root`. */
export interface RootProps extends InterventionScopeProps, PropsOf<'div'> {
  /** Draws the parts in it in the look of the bar. @default false */
  readonly styled?: boolean | undefined
}

/**
 * The card of one call. Renders a `<div role="group">` named by its heading.
 *
 * @example
 * <Intervention.Root conversationId={id}>
 *   <Intervention.Title />
 *   <Intervention.Arguments />
 *   <Intervention.Error />
 *   <Intervention.Reject /> <Intervention.RejectContinue /> <Intervention.Approve />
 * </Intervention.Root>
 */
export const Root: PartComponent<RootProps, 'div'> = /* @__PURE__ */ scopedPart(
  /* @__PURE__ */ definePart('div', 'intervention', ({ styled }: RootProps) => {
    const { card, lock, id, focus, isNoting, edit, asked } = useIntervention()
    const language = useLanguage()
    const isInBar = useContext(BarContext) !== null
    // After every render, because any render may remove the focused element.
    useLayoutEffect(() => focus.restore())
    return {
      ...(isInBar ? {} : language),
      role: 'group',
      'aria-labelledby': `${id}title`,
      'data-styled': styled || isInBar ? '' : undefined,
      'data-tone': card.tool?.annotations?.destructiveHint === true ? 'danger' : undefined,
      'data-mode': asked ? 'asking' : edit ? 'editing' : isNoting ? 'rejecting' : undefined,
      fixed: { styled: undefined },
      state: { status: card.status, busy: lock !== undefined },
      watch: isInBar ? undefined : focus.watch,
    }
  }),
  <PlainCard />,
)
