'use client'
import { offers } from '../../model/intervention.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { Confirm } from './Confirm.tsx'
import { Approving, Rejecting, RejectingOn } from './DecisionButtons.tsx'
import { Discard } from '../editing/Discard.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Grant } from './Grant.tsx'
import { HeldBack } from './HeldBack.tsx'
import { RowContext, useIntervention } from './InterventionContext.ts'
import { NoticeInFooter } from './Notice.tsx'
import { Reason } from './Reason.tsx'
import { Remember } from './Remember.tsx'
import { Answering, Hint } from '../question/Answer.tsx'
import { Siblings } from './Siblings.tsx'
import { Stop } from './Stop.tsx'

/** Props of `Intervention.Actions`. */
export type ActionsProps = PropsOf<'div'>

/**
 * The foot of the card: what stands in the way of a decision, the entry for a note, and the decisions that the call
 * offers. Renders a `<div>`.
 */
export const Actions: PartComponent<ActionsProps, 'div'> = /* @__PURE__ */ definePart('div', 'footer', () => {
  const { card, memory, isConfirming, isAnswering, isHeldBack, remember, asked, edit, siblings } =
    useIntervention()
  return {
    children: (
      <>
        {memory?.status === 'failed' && <ErrorMessage />}
        <NoticeInFooter />
        {siblings && <Siblings />}
        {!isAnswering && (
          <>
            {isHeldBack && <HeldBack />}
            {remember && <Grant />}
            <Reason />
          </>
        )}
        {asked && <Hint />}
        {(edit || isAnswering) && <Discard />}
        <RowContext.Provider value>
          <div data-part="decisions">
            {!isAnswering && (
              <>
                {isConfirming && <Confirm />}
                {!offers(card, 'rejected') && <Stop />}
                <Rejecting />
                <RejectingOn />
                <Approving />
                {card.remember.length > 0 && <Remember />}
              </>
            )}
            {asked && <Answering />}
          </div>
        </RowContext.Provider>
      </>
    ),
  }
})
