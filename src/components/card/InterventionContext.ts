'use client'
import { createContext, type RefObject, useContext } from 'react'
import type { CardView } from '../../hooks/useCard.ts'
import { developmentError } from '../../model/developerErrors.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import type { InterventionScopeProps } from './InterventionScopeProps.ts'
import type { GuardState, PressGuard } from '../guard/pressGuard.ts'

/** What the parts of one card share. */
export interface InterventionContextValue extends CardView, GuardState {
  /** What the card was told. */
  readonly scope: InterventionScopeProps
  readonly card: InterventionCall
  /** What would run is no longer what this card first showed. */
  readonly hasChanged: boolean
  /** What would run as this card first showed it. */
  readonly firstArgsText: string
  /** Something of what would run is out of sight. */
  readonly isFolded: boolean
  readonly setFolded: (isFolded: boolean) => void
  /** Approving waits until nothing is out of sight: the tool says of itself that it is destructive. */
  readonly isHeldBack: boolean
  /** What the guard saw last: the revision, and whether approving waits. */
  readonly sight: string
  /** What deciding it means for those that wait with it; empty: nothing. */
  readonly siblings: string
  /** What the ids of the card's elements begin with. */
  readonly id: string
  readonly guard: PressGuard
  /** Whether focus is in the card; the next card in its place takes it over. */
  readonly hadFocusRef: RefObject<boolean>
}

export const InterventionContext: React.Context<InterventionContextValue | null> =
  createContext<InterventionContextValue | null>(null)

/** The card a part belongs to. Throws IB003 outside of one. */
export function useIntervention(): InterventionContextValue {
  const value = useContext(InterventionContext)
  if (!value) throw developmentError('IB003')
  return value
}
