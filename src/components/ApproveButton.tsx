'use client'
import { forwardRef } from 'react'
import { DecisionButton, type DecisionButtonProps } from './DecisionButton.tsx'

/** Approves the call: the tool runs. Renders a `<button>`; drawn only where this is offered. */
export const ApproveButton: React.ForwardRefExoticComponent<
  DecisionButtonProps & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function ApproveButton(props, ref) {
  return <DecisionButton {...props} ref={ref} decision="approved" />
})
