'use client'
import { ElisionContext, LongText, RevealContext } from '../arguments/LongText.tsx'
import { useMessages } from '../words.ts'
import { Actions } from './Actions.tsx'
import { useShownCall } from './InterventionContext.ts'
import { Notice } from './Notice.tsx'
import { PlainCall } from './PlainCall.tsx'
import { Receipt } from './Receipt.tsx'

/** The card without anything of the host. */
export function PlainCard(): React.ReactElement {
  const { shownArgsText, disclosure } = useShownCall()
  const { isElided, isRevealed, setElisions, reveal } = disclosure
  const words = useMessages()
  const text = shownArgsText !== null && (
    <ElisionContext.Provider value={setElisions}>
      <RevealContext.Provider value={isRevealed}>
        <span data-part="long_words" role="group" aria-label={words.arguments} tabIndex={0} dir="auto">
          <LongText text={shownArgsText} />
        </span>
        {isElided && (
          <button type="button" data-part="show_all" onClick={reveal}>
            {words.showAll(0)}
          </button>
        )}
      </RevealContext.Provider>
    </ElisionContext.Provider>
  )
  return (
    <PlainCall text={text || undefined}>
      <Receipt />
      <Notice />
      <Actions />
    </PlainCall>
  )
}
