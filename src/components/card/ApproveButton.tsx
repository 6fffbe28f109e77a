'use client'
import { definePart, type PartComponent } from '../part.tsx'
import { scopedPart } from './scopedPart.tsx'
import { type DecisionButtonProps, useDecisionButton } from './useDecisionButton.ts'

/** Approves the call: the tool runs. Renders a `<button>`; drawn only where this is offered. */
export const ApproveButton: PartComponent<DecisionButtonProps, 'button'> = scopedPart(
  definePart('button', 'approve', (given: DecisionButtonProps) => useDecisionButton('approved', given)),
)
