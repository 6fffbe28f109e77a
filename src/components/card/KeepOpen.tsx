'use client'
import { useExtend } from '../../hooks/useExtend.ts'
import { useMessages } from '../useMessages.ts'
import { useIntervention } from './InterventionContext.ts'

/** Gives the call more time, where its backend can (WCAG 2.2.1). It decides nothing, so every press counts. */
export function KeepOpen(): React.ReactElement | null {
  const { card, scope } = useIntervention()
  const words = useMessages()
  const more = useExtend(scope.conversationId, card.toolCallId)
  if (!more) return null
  return (
    <>
      <button
        type="button"
        data-part="keep_open"
        aria-disabled={more.isPending || undefined}
        data-busy={more.isPending ? '' : undefined}
        onClick={more.extend}
      >
        {words.keepOpen}
      </button>
      {more.hasFailed && <span role="alert">{words.keepOpenFailed}</span>}
    </>
  )
}
