'use client'
import { ApproveButton, HeldBack, RejectButton, RejectContinueButton } from './DecisionButtons.tsx'
import { Stop } from './Stop.tsx'

/** The line of decisions of a card of the kit. */
export function Decisions(): React.ReactElement {
  return (
    <div data-part="decisions">
      <Stop />
      <RejectButton />
      <RejectContinueButton />
      <ApproveButton />
      <HeldBack />
    </div>
  )
}
