import type { Intervention as InterventionModel } from '../model/intervention.ts'
import { ApproveButton } from './ApproveButton.tsx'
import { Arguments } from './Arguments.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Expiry } from './Expiry.tsx'
import { HeldBack } from './HeldBack.tsx'
import { Notice } from './Notice.tsx'
import { Outcome } from './Outcome.tsx'
import { Question } from './Question.tsx'
import { Reason } from './Reason.tsx'
import { RejectButton } from './RejectButton.tsx'
import { RejectContinueButton } from './RejectContinueButton.tsx'
import { Root } from './Root.tsx'
import { Siblings } from './Siblings.tsx'
import { Stop } from './Stop.tsx'
import { Why } from './Why.tsx'

/** The parts of the bar by their short names. As a type: one tool call that waits, or waited, for a person. */
export const Intervention: {
  readonly Root: typeof Root
  readonly Question: typeof Question
  readonly Why: typeof Why
  readonly Expiry: typeof Expiry
  readonly Notice: typeof Notice
  readonly Arguments: typeof Arguments
  readonly Reason: typeof Reason
  readonly Error: typeof ErrorMessage
  readonly HeldBack: typeof HeldBack
  readonly Siblings: typeof Siblings
  readonly Stop: typeof Stop
  readonly Outcome: typeof Outcome
  readonly Reject: typeof RejectButton
  readonly RejectContinue: typeof RejectContinueButton
  readonly Approve: typeof ApproveButton
} = {
  Root,
  Question,
  Why,
  Expiry,
  Notice,
  Arguments,
  Reason,
  Error: ErrorMessage,
  HeldBack,
  Siblings,
  Stop,
  Outcome,
  Reject: RejectButton,
  RejectContinue: RejectContinueButton,
  Approve: ApproveButton,
}

export type Intervention = InterventionModel
