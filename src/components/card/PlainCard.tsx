'use client'
import { ElisionContext, LongWords } from '../arguments/LongText.tsx'
import { useMessages } from '../words.ts'
import { Decisions } from './Decisions.tsx'
import { ErrorMessage } from './ErrorMessage.tsx'
import { useIntervention } from './InterventionContext.ts'
import { Notice } from './Notice.tsx'
import { PlainCall } from './PlainCall.tsx'
import { Reason } from './Reason.tsx'
import { Outcome } from './Receipt.tsx'
import { Siblings } from './Question.tsx'

/** The card without anything of the host. */
export function PlainCard(): React.ReactElement {
  const { card, setElisions } = useIntervention()
  const words = useMessages()
  const text = card.argsText !== null && (
    <ElisionContext.Provider value={setElisions}>
      <LongWords text={card.argsText} label={words.arguments} />
    </ElisionContext.Provider>
  )
  return (
    <PlainCall text={text || undefined}>
      <Outcome />
      <Notice />
      <Reason />
      <ErrorMessage />
      <Siblings />
      <Decisions />
    </PlainCall>
  )
}
