'use client'
import { definePart, type PartComponent } from '../part.tsx'
import { scopedPart } from './scopedPart.tsx'
import { type DecisionButtonProps, useDecisionButton } from './useDecisionButton.ts'

/** Rejects the call and stops the run. Renders a `<button>`; drawn only where this is offered. */
export const RejectButton: PartComponent<DecisionButtonProps, 'button'> = scopedPart(
  definePart('button', 'reject', (given: DecisionButtonProps) => useDecisionButton('rejected', given)),
)
