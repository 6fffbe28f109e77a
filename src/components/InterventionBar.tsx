'use client'
import { forwardRef, useId, useImperativeHandle, useRef } from 'react'
import type { PressOrigin } from '../hooks/useDecisionMutation.ts'
import { useInterventions } from '../hooks/useInterventions.ts'
import { Part, type PartProps } from '../internal/Part.tsx'
import type { ConversationId } from '../model/ids.ts'
import { ApproveButton } from './ApproveButton.tsx'
import { Arguments } from './Arguments.tsx'
import { BarStatus } from './BarStatus.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Notice } from './Notice.tsx'
import { Question } from './Question.tsx'
import { Reason } from './Reason.tsx'
import { Receipt } from './Receipt.tsx'
import { RejectButton } from './RejectButton.tsx'
import { RejectContinueButton } from './RejectContinueButton.tsx'
import { Root } from './Root.tsx'
import { useAnnouncements } from './useAnnouncements.ts'
import { useBarFocus } from './useBarFocus.ts'
import { useBarView } from './useBarView.ts'
import { useMessages } from './useMessages.ts'
import { useStylesheetCheck } from './useStylesheetCheck.ts'
import { Why } from './Why.tsx'

/** Props of `InterventionBar`: its own, and those of a `<section>`. */
export interface InterventionBarProps
  extends
    Pick<PressOrigin, 'onDecide' | 'onResumed'>,
    PartProps,
    Omit<React.ComponentProps<'section'>, 'className' | 'ref'> {
  readonly conversationId: ConversationId
  /** Level of the bar's heading; the question is one deeper. @default 2 */
  readonly headingLevel?: 2 | 3 | 4 | 5
}

/**
 * The bar above the composer: one call that waits, three decisions, and the truth about what the agent does. Draws
 * nothing while there is nothing to say. Never takes focus, caret or scroll on arrival. Renders a `<section>`.
 *
 * @example
 * <InterventionBar conversationId={id} />
 */
export const InterventionBar: React.ForwardRefExoticComponent<
  InterventionBarProps & React.RefAttributes<HTMLElement>
> = forwardRef(function InterventionBar(
  { conversationId, onDecide, onResumed, headingLevel = 2, ...props },
  ref,
) {
  const words = useMessages()
  const view = useBarView(conversationId)
  const { pending } = useInterventions(conversationId)
  const bar = useRef<HTMLElement>(null)
  const headingId = useId()
  const [current] = pending
  const receipts = view.receipts.filter((receipt) => !receipt.dismissed)
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => bar.current)
  useAnnouncements({
    conversationId,
    pending,
    receipts: view.receipts,
    stage: view.isDrawn ? view.stage : null,
  })
  useStylesheetCheck(bar, view.isDrawn)
  const focus = useBarFocus(bar, `${current?.toolCallId} ${receipts.length} ${view.isDrawn}`)
  if (!view.isDrawn) return null

  const Heading = `h${headingLevel}` as const
  const others = pending.length - 1
  const state = { status: view.phase, busy: view.stage !== null }
  return (
    <Part
      partName="bar"
      as="section"
      state={state}
      aria-labelledby={headingId}
      {...props}
      {...focus}
      ref={bar}
    >
      <header data-part="header">
        <Heading id={headingId} data-part="heading" tabIndex={-1}>
          {pending.length > 0 ? words.heading(pending.length) : words.activity}
        </Heading>
        {others > 0 ? <p data-part="others">{words.others(others)}</p> : null}
      </header>
      <BarStatus view={view} />
      {current ? (
        <Root
          key={current.toolCallId}
          conversationId={conversationId}
          toolCallId={current.toolCallId}
          onDecide={onDecide}
          onResumed={onResumed}
        >
          <Question render={headingOf(headingLevel)} />
          <Why />
          <Notice />
          <Arguments />
          <Reason />
          <ErrorMessage />
          <div data-part="decisions">
            <RejectButton />
            <RejectContinueButton />
            <ApproveButton />
          </div>
        </Root>
      ) : null}
      {receipts.map((receipt) => (
        <Receipt key={receipt.card.toolCallId} receipt={receipt} />
      ))}
    </Part>
  )
})

function headingOf(level: number): (props: Record<string, unknown>) => React.ReactElement {
  const Heading = `h${level + 1}` as 'h3'
  return (props) => <Heading {...props} />
}
