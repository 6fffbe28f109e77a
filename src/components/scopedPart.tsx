'use client'
import { type ComponentType, forwardRef, useContext } from 'react'
import { developmentError } from '../internal/errors.ts'
import { InterventionContext } from './InterventionContext.ts'
import { InterventionScope, type InterventionScopeProps } from './InterventionScope.tsx'

type ScopedComponent<Given, Element> = React.ForwardRefExoticComponent<
  Given & Partial<InterventionScopeProps> & React.RefAttributes<Element>
>

/** A part that is a card of its own when it is told which call it is about, and belongs to the card around it when not. */
export function scopedPart<Given, Element>(
  part: React.ForwardRefExoticComponent<Given & React.RefAttributes<Element>>,
): ScopedComponent<Given, Element> {
  const Part = part as unknown as ComponentType<{ readonly ref: React.ForwardedRef<unknown> }>
  const scoped = forwardRef<unknown, Partial<InterventionScopeProps>>(function ScopedPart(
    { conversationId, toolCallId, onDecide, onResumed, arming, frameAllowed, trustedOnly, ...props },
    ref,
  ) {
    const around = useContext(InterventionContext)
    if (conversationId === undefined && !around) throw developmentError('IB003')
    const drawn = <Part {...props} ref={ref} />
    if (conversationId === undefined) return drawn
    const scope = { conversationId, toolCallId, onDecide, onResumed, arming, frameAllowed, trustedOnly }
    return <InterventionScope {...scope}>{drawn}</InterventionScope>
  })
  return scoped as ScopedComponent<Given, Element>
}
