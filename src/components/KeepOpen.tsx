'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useAddress } from '../hooks/useAddress.ts'
import { extendOptions } from '../query/extendOptions.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Gives the call more time, where its backend can (WCAG 2.2.1). It decides nothing, so every press counts. */
export function KeepOpen(): React.ReactElement | null {
  const { card, scope } = useIntervention()
  const address = useAddress(scope.conversationId)
  const words = useMessages()
  const { mutate, isPending, error } = useMutation(extendOptions)
  // TanStack says `isPending` a task later: a second click may come before that.
  const isAsked = useRef(false)
  if (!address.gateway.extend) return null

  function ask(): void {
    if (isAsked.current) return
    isAsked.current = true
    mutate({ ...address, toolCallId: card.toolCallId }, { onSettled: () => (isAsked.current = false) })
  }

  return (
    <>
      <button
        type="button"
        data-part="keep_open"
        aria-disabled={isPending || undefined}
        data-busy={isPending ? '' : undefined}
        onClick={ask}
      >
        {words.keepOpen}
      </button>
      {error && !isPending && <span role="alert">{words.keepOpenFailed}</span>}
    </>
  )
}
