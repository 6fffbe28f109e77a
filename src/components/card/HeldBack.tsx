'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from '../useMessages.ts'

/** Props of `Intervention.HeldBack`. */
export type HeldBackProps = PropsOf<'p'>

/** Why a press of Approve does not count yet; its place is beside that button. Renders a `<p>`, or nothing. */
export const HeldBack: PartComponent<HeldBackProps, 'p'> = definePart('p', 'held_back', () => {
  const { card, viewer, isHeldBack, id } = useIntervention()
  const words = useMessages()
  const isOffered = viewer?.mayDecide !== false && card.decisions.includes('approved')
  return isHeldBack && isOffered ? { id: `${id}held`, children: words.showFirst } : null
})
