import type { Intervention as InterventionModel } from '../model/intervention.ts'
import { ApproveButton, RejectButton, RejectContinueButton } from './buttons.ts'
import { fetchedPart } from './fetchedPart.tsx'
import type * as parts from './parts.ts'
import { StandIn } from './StandIn.tsx'

/** The parts of the bar by their short names. As a type: one tool call that waits, or waited, for a person. */
export const Intervention: {
  readonly Root: typeof parts.Root
  readonly Question: typeof parts.Question
  readonly Why: typeof parts.Why
  readonly Expiry: typeof parts.Expiry
  readonly Notice: typeof parts.Notice
  readonly Arguments: typeof parts.Arguments
  readonly Reason: typeof parts.Reason
  readonly Error: typeof parts.ErrorMessage
  readonly HeldBack: typeof parts.HeldBack
  readonly Siblings: typeof parts.Siblings
  readonly Stop: typeof parts.Stop
  readonly Outcome: typeof parts.Outcome
  readonly Reject: typeof parts.RejectButton
  readonly RejectContinue: typeof parts.RejectContinueButton
  readonly Approve: typeof parts.ApproveButton
} = {
  Root: fetchedPart('Root', StandIn),
  Question: fetchedPart('Question'),
  Why: fetchedPart('Why'),
  Expiry: fetchedPart('Expiry'),
  Notice: fetchedPart('Notice'),
  Arguments: fetchedPart('Arguments'),
  Reason: fetchedPart('Reason'),
  Error: fetchedPart('ErrorMessage'),
  HeldBack: fetchedPart('HeldBack'),
  Siblings: fetchedPart('Siblings'),
  Stop: fetchedPart('Stop'),
  Outcome: fetchedPart('Outcome'),
  Reject: RejectButton,
  RejectContinue: RejectContinueButton,
  Approve: ApproveButton,
}

export type Intervention = InterventionModel
