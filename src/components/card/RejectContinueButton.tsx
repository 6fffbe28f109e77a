'use client'
import { definePart, type PartComponent } from '../part.tsx'
import { scopedPart } from './scopedPart.tsx'
import { type DecisionButtonProps, useDecisionButton } from './useDecisionButton.ts'

/** Rejects the call in one request; the agent is told, with the reason, and goes on. Renders a `<button>`; drawn only where this is offered. */
export const RejectContinueButton: PartComponent<DecisionButtonProps, 'button'> = scopedPart(
  definePart('button', 'reject_continue', (given: DecisionButtonProps) =>
    useDecisionButton('rejected_continue', given),
  ),
)
