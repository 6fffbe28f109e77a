'use client'
import { definePart, type PartComponent, type PropsOf } from '../internal/definePart.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useBarDetails } from './useBarDetails.ts'

/** Props of `Intervention.Expiry`. */
export type ExpiryProps = PropsOf<'p'>

/** Until when the call can be decided, where its backend says so. Never decides anything. Renders a `<p>`, or nothing. */
export const Expiry: PartComponent<ExpiryProps, 'p'> = definePart('p', 'expiry', () => {
  const { expiresAt } = useIntervention()
  const details = useBarDetails()
  if (expiresAt === null || !details || details === 'failed') return null
  return { role: 'timer', children: <details.ExpiryWords at={expiresAt} /> }
})
