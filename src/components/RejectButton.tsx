'use client'
import { forwardRef } from 'react'
import { DecisionButton, type DecisionButtonProps } from './DecisionButton.tsx'

/** Rejects the call and stops the run. Renders a `<button>`; drawn only where this is offered. */
export const RejectButton: React.ForwardRefExoticComponent<
  DecisionButtonProps & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function RejectButton(props, ref) {
  return <DecisionButton {...props} ref={ref} decision="rejected" />
})
