'use client'
import { useCallback, useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react'
import { type CardView, cardViewOf, draftSetter, type SetDraft } from '../../hooks/cardView.ts'
import type { Followed } from '../../hooks/useConversation.ts'
import { usePress } from '../../hooks/useDecisions.ts'
import type { RememberScope } from '../../model/decision.ts'
import type { ToolCallId } from '../../model/ids.ts'
import { mayAnswerInstead, type Question, questionOf } from '../../model/intervention.ts'
import { createPressGuard, unarmed } from '../guard/pressGuard.ts'
import { useDecisionWords } from '../words.ts'
import type { FocusKeeper } from './focusKeeper.ts'
import { InterventionContext, type InterventionScopeProps, ShownContext } from './InterventionContext.ts'
import { useDisclosure } from './useDisclosure.ts'
import { useSecrets } from './useSecrets.ts'
import { useSteady } from './useSteady.ts'

/** Gives everything that is known of one call to the parts below, without an element. */
export function CardScope({
  children,
  followed,
  focus,
  ...scope
}: InterventionScopeProps & {
  readonly followed: Followed
  readonly toolCallId: ToolCallId
  readonly focus: FocusKeeper
  readonly children: React.ReactNode
}): React.ReactElement | null {
  const { toolCallId, arming, frameAllowed, trustedOnly } = scope
  const view = cardViewOf(followed, toolCallId)
  const id = useId()
  const words = useDecisionWords()
  const press = usePress(scope.conversationId)
  const { card, memory } = view
  const [first, setFirst] = useState(card)
  const edit = card?.status === 'pending' && card.editable && card.argsText !== null ? view.draft.edit : null
  const setDraft = useSetDraft(followed.scope, toolCallId)
  useUnusedDraft(view, setDraft)
  const isNoting = card?.status === 'pending' && view.draft.rejecting !== null
  const remember = rememberOf(view)
  const { confirming, setConfirming } = useSecondStep(card?.revision, memory, edit, remember)
  // Any news of the call ends the second step, except its own decision.
  const isConfirming =
    confirming !== null &&
    card?.status === 'pending' &&
    confirming.card === card.revision &&
    confirming.edit === edit &&
    confirming.remember === remember &&
    (confirming.memory === memory || view.lock !== undefined)
  const { answer } = view.draft
  const isAnswering = answer?.isInstead === true && card !== undefined && mayAnswerInstead(card)
  const asked = (card && questionOf(card)) ?? (isAnswering ? (card.question ?? plainQuestion) : null)
  // The form with the defaults of an answer may come later than the card.
  const hasAnswer = answer !== null && card?.question?.kind === 'form'
  const step = `${isNoting} ${isConfirming} ${edit !== null} ${remember} ${hasAnswer} ${isAnswering}`
  const [guards, setGuards] = useState(() => ({ step, guard: createPressGuard() }))
  // The buttons mean something else in each step, so they arm again.
  if (guards.step !== step) setGuards({ step, guard: createPressGuard() })
  const { guard } = guards
  const guarded = useSyncExternalStore(guard.subscribe, guard.getState, () => unarmed)
  const disclosure = useDisclosure(card?.argsText)
  const [isNoticed, setNoticed] = useState(false)
  const isDestructive = card?.tool?.annotations?.destructiveHint === true
  const seen = useSecrets(card, first)
  const { hidden, areShown } = seen.secrets
  const isUnseen = disclosure.isElided || (hidden.size > 0 && !areShown)
  const isHeldBack = isUnseen && isDestructive && card.status === 'pending'
  const changedAt = memory?.status === 'changed' ? memory.changedAt : ''
  const text = (edit ?? answer)?.text ?? view.draft.reason
  const shownKey = card && `${card.revision} ${isHeldBack} ${changedAt}`
  useEffect(
    () => guard.show({ revision: shownKey, text, arming, frameAllowed, trustedOnly }),
    [guard, shownKey, text, arming, frameAllowed, trustedOnly],
  )
  if (!first && card) setFirst(card)
  const siblings = view.group.calls.length > 1 && !view.lock ? words.siblings(view.group) : ''
  const { expiresAt } = view
  const { secrets, firstArgsText, shownArgsText } = seen
  const isShown = first && card && shownKey
  const shown = useSteady(
    isShown
      ? {
          ...{ scope, card, expiresAt, disclosure, secrets, firstArgsText, shownArgsText },
          ...{ isHeldBack, siblings, id, edit, asked },
          hasChanged: memory?.status === 'changed' || card.revision !== first.revision,
        }
      : null,
    2,
  )
  // Its fields, their fields, and the calls of the group.
  const value = useSteady(
    isShown && shown
      ? {
          ...view,
          ...guarded,
          ...shown,
          ...{
            shownKey,
            isNoting,
            isConfirming,
            setConfirming,
            setDraft,
            isAnswering,
            isNoticed,
            setNoticed,
          },
          ...{ remember, guard, press, focus },
        }
      : null,
    3,
  )
  if (!value) return null
  return (
    <ShownContext.Provider value={shown}>
      <InterventionContext.Provider value={value}>{children}</InterventionContext.Provider>
    </ShownContext.Provider>
  )
}

const plainQuestion: Question = { kind: 'text', message: '' }

interface SecondStep {
  readonly card: string | undefined
  readonly memory: unknown
  readonly edit: unknown
  readonly remember: unknown
}

function useSecondStep(
  card: string | undefined,
  memory: unknown,
  edit: unknown,
  remember: unknown,
): { readonly confirming: SecondStep | null; readonly setConfirming: (isOpen: boolean) => void } {
  const [confirming, setStep] = useState<SecondStep | null>(null)
  const setConfirming = useCallback(
    (isOpen: boolean) => setStep(isOpen ? { card, memory, edit, remember } : null),
    [card, memory, edit, remember],
  )
  return { confirming, setConfirming }
}

// The scope was chosen for one revision only.
function rememberOf({ card, draft: { remember } }: CardView): RememberScope | null {
  const isKept = card?.status === 'pending' && card.revision === remember?.revision
  return isKept && card.remember.includes(remember.scope) ? remember.scope : null
}

function useSetDraft(scope: string, toolCallId: ToolCallId): SetDraft {
  return useMemo(() => draftSetter(scope, toolCallId), [scope, toolCallId])
}

const keptMs = 30 * 60 * 1_000

// Forgets what was typed into a card, and what was chosen, once nobody has used it for half an hour.
function useUnusedDraft({ draft, memory, lock }: CardView, setDraft: SetDraft): void {
  const { usedAt } = draft
  // Making a decision counts as using the draft.
  const since = Math.max(usedAt, memory?.status === 'failed' ? memory.failedAt : 0)
  useEffect(() => {
    if (usedAt === 0 || lock) return
    const timer = setTimeout(() => setDraft(null), since + keptMs - Date.now())
    return () => clearTimeout(timer)
  }, [usedAt, since, lock, setDraft])
}
