import { createContext, useContext } from 'react'
import { developmentError } from '../internal/errors.ts'
import type { CardView } from '../hooks/useCard.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Intervention } from '../model/intervention.ts'
import type { PressOrigin } from '../hooks/useDecisionMutation.ts'

/** What the parts of one card share. */
export interface InterventionContextValue extends Pick<PressOrigin, 'onDecide' | 'onResumed'> {
  readonly conversationId: ConversationId
  readonly view: CardView & { readonly card: Intervention }
  /** What would run is no longer what this card first showed. */
  readonly hasChanged: boolean
  /** Element ids, for labels and descriptions. */
  readonly ids: { readonly question: string; readonly error: string; readonly reason: string }
}

export const InterventionContext: React.Context<InterventionContextValue | null> =
  createContext<InterventionContextValue | null>(null)

/** The card a part belongs to. Throws IB003 outside of one. */
export function useIntervention(): InterventionContextValue {
  const value = useContext(InterventionContext)
  if (!value) throw developmentError('IB003')
  return value
}
