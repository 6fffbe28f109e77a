'use client'
import { ElisionContext, LongWords } from '../arguments/LongText.tsx'
import { useMessages } from '../words.ts'
import { Actions } from './Actions.tsx'
import { useIntervention } from './InterventionContext.ts'
import { NoticeOfChange } from './Notice.tsx'
import { PlainCall } from './PlainCall.tsx'
import { Receipt } from './Receipt.tsx'

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
      <Receipt />
      <NoticeOfChange />
      <Actions />
    </PlainCall>
  )
}
