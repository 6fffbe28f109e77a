'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Siblings`. */
export type SiblingsProps = PropsOf<'p'>

/**
 * What deciding this call means for those that wait with it, said before the press: whether they are sent together,
 * and what a rejection does to the others. Renders a `<p>`, or nothing.
 */
export const Siblings: PartComponent<SiblingsProps, 'p'> = definePart('p', 'siblings', () => {
  const { group, siblings, id } = useIntervention()
  if (!siblings) return null
  return { id: `${id}siblings`, state: { status: group.pause.answering }, children: siblings }
})
