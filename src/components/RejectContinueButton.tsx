'use client'
import { forwardRef } from 'react'
import { DecisionButton, type DecisionButtonProps } from './DecisionButton.tsx'

/** Rejects the call in one request; the agent is told, with the reason, and goes on. Renders a `<button>`; drawn only where this is offered. */
export const RejectContinueButton: React.ForwardRefExoticComponent<
  DecisionButtonProps & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function RejectContinueButton(props, ref) {
  return <DecisionButton {...props} ref={ref} decision="rejected_continue" />
})
