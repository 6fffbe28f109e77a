'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from '../useMessages.ts'
import { writtenReceipt } from '../bar/writtenReceipt.ts'

/** Props of `Intervention.Outcome`. */
export type OutcomeProps = PropsOf<'p'>

/**
 * What became of the call, for a card that stays where it was: who decided, when, and whether the agent went on. A bar
 * has a receipt for it. Renders a `<p>`, or nothing while the call waits.
 */
export const Outcome: PartComponent<OutcomeProps, 'p'> = definePart('p', 'outcome', () => {
  const { receipt } = useIntervention()
  const words = useMessages()
  if (!receipt) return null
  const { status, text } = writtenReceipt(receipt, words)
  return { state: { status }, children: text }
})
