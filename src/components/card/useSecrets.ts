import { useCallback, useState } from 'react'
import type { InterventionCall } from '../../model/intervention.ts'
import { hiddenOf, maskedAs, unmasked } from '../../model/maskedCall.ts'
import type { InterventionContextValue } from './InterventionContext.ts'

// The values of a call that are hidden until somebody asks for them, in this revision. `first`: the call as it was first
// shown.
export function useSecrets(
  card: InterventionCall | undefined,
  first: InterventionCall | undefined,
): Pick<InterventionContextValue, 'secrets' | 'shownArgsText' | 'firstArgsText'> {
  const [revealed, setRevealed] = useState<string | null>(null)
  const hidden = hiddenOf(card)
  const revision = card?.revision ?? null
  const areShown = hidden.size > 0 && revealed === revision
  const show = useCallback((all: boolean) => setRevealed(all ? revision : null), [revision])
  const from = card && (first ?? card)
  return {
    secrets: { hidden, areShown, show },
    shownArgsText: card ? (areShown ? unmasked(card) : card).argsText : null,
    firstArgsText: from ? (areShown ? unmasked(from).argsText : maskedAs(card, from)) : null,
  }
}
