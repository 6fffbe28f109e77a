'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { Confirm } from './Confirm.tsx'
import { ApproveButton, RejectButton, RejectContinueButton } from './DecisionButtons.tsx'
import { Discard } from '../editing/Editing.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Grant } from './Grant.tsx'
import { HeldBack } from './HeldBack.tsx'
import { RowContext, useIntervention } from './InterventionContext.ts'
import { NoticeInFooter } from './Notice.tsx'
import { Reason } from './Reason.tsx'
import { Remember } from './Remember.tsx'
import { Answer, Hint } from '../question/Answer.tsx'
import { Siblings } from './Siblings.tsx'
import { Stop } from './Stop.tsx'

/** Props of `Intervention.Actions`. */
export type ActionsProps = PropsOf<'div'>

/**
 * The foot of the card: what stands in the way of a decision, the entry for a note, and the decisions that the call
 * offers. Renders a `<div>`.
 */
export const Actions: PartComponent<ActionsProps, 'div'> = /* @__PURE__ */ definePart('div', 'footer', () => {
  const { isConfirming, isAnswering } = useIntervention()
  return {
    children: (
      <>
        <ErrorMessage />
        <NoticeInFooter />
        <Siblings />
        {!isAnswering && (
          <>
            <HeldBack />
            <Grant />
            <Reason />
          </>
        )}
        <Hint />
        <Discard />
        <RowContext.Provider value>
          <div data-part="decisions">
            {!isAnswering && (
              <>
                {isConfirming && <Confirm />}
                <Stop />
                <RejectButton />
                <RejectContinueButton />
                <ApproveButton />
                <Remember />
              </>
            )}
            <Answer />
          </div>
        </RowContext.Provider>
      </>
    ),
  }
})
