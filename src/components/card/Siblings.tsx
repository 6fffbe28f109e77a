'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'

export type SiblingsProps = PropsOf<'p'>

/**
 * Tells before the press how this decision affects the other calls of the pause: they may be sent together, and a
 * rejection may reject them. Renders a `<p>`, or nothing.
 */
export const Siblings: PartComponent<SiblingsProps, 'p'> = definePart('p', 'siblings', () => {
  const { group, siblings, id } = useIntervention()
  if (!siblings) return null
  return { id: `${id}siblings`, state: { status: group.pause.answering }, children: siblings }
})
