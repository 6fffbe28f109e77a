'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { ExpiryWords } from './ExpiryWords.tsx'

/** Props of `Intervention.Expiry`. */
export type ExpiryProps = PropsOf<'p'>

/** Until when the call can be decided, where its backend says so. Never decides anything. Renders a `<p>`, or nothing. */
export const Expiry: PartComponent<ExpiryProps, 'p'> = definePart('p', 'expiry', () => {
  const { expiresAt } = useIntervention()
  return expiresAt === null ? null : { role: 'timer', children: <ExpiryWords at={expiresAt} /> }
})
