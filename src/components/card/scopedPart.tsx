'use client'
import { type ComponentType, forwardRef, useContext } from 'react'
import { developmentError } from '../../model/developerErrors.ts'
import { InterventionContext } from './InterventionContext.ts'
import { InterventionScope } from './InterventionScope.tsx'
import type { InterventionScopeProps } from './InterventionScopeProps.ts'

type ScopedComponent<Given, Element> = React.ForwardRefExoticComponent<
  Given & Partial<InterventionScopeProps> & React.RefAttributes<Element>
>

/**
 * A part that is a card of its own when it is told which call it is about, and belongs to the card around it when not.
 * What it is not told, it takes from the card around it.
 */
export function scopedPart<Given, Element>(
  part: React.ForwardRefExoticComponent<Given & React.RefAttributes<Element>>,
): ScopedComponent<Given, Element> {
  const Part = part as unknown as ComponentType<{ readonly ref: React.ForwardedRef<unknown> }>
  const scoped = forwardRef<unknown, Partial<InterventionScopeProps>>(function ScopedPart(
    { conversationId, toolCallId, onDecide, onResumed, arming, frameAllowed, trustedOnly, ...props },
    ref,
  ) {
    const around = useContext(InterventionContext)
    const drawn = <Part {...props} ref={ref} />
    const own = { toolCallId, onDecide, onResumed, arming, frameAllowed, trustedOnly }
    if (conversationId !== undefined) {
      return <InterventionScope {...{ ...own, conversationId }}>{drawn}</InterventionScope>
    }
    if (!around) throw developmentError('IB003')
    const scope = { ...around.scope, ...Object.fromEntries(Object.entries(own).filter(isGiven)) }
    if ((toolCallId ?? around.card.toolCallId) !== around.card.toolCallId) {
      return <InterventionScope {...scope}>{drawn}</InterventionScope>
    }
    // What is in view, and for how long, is the card's.
    return <InterventionContext.Provider value={{ ...around, scope }}>{drawn}</InterventionContext.Provider>
  })
  return scoped as ScopedComponent<Given, Element>
}

function isGiven([, value]: readonly [string, unknown]): boolean {
  return value !== undefined
}
