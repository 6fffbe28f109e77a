'use client'
import type { ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import { useSpokenState } from '../voice/useVoice.ts'
import { useIntervention } from './InterventionContext.ts'

interface KeepDraftProps {
  readonly of: 'edit' | 'answer'
  readonly text: string
  /** The text of the button that keeps what was written for the call as it is now. */
  readonly label: string
  readonly onKeep: () => void
  readonly children?: ReactNode
}

/** The call changed while somebody wrote: what was written stays, and is not sent before somebody keeps it. */
export function KeepDraft({ of, text, label, onKeep, children }: KeepDraftProps): React.ReactElement {
  const { scope, card } = useIntervention()
  const key = `${scope.conversationId} ${card.toolCallId} ${card.revision} ${of}`
  useSpokenState(key, text, 'assertive')
  return (
    <div data-part="notice" data-status={`${of}_changed`}>
      <Icon of="info" />
      <p>
        {text}
        {children}
      </p>
      <button type="button" data-part={`keep_${of}`} onClick={onKeep}>
        {label}
      </button>
    </div>
  )
}
