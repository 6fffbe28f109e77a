'use client'
import { createContext, type KeyboardEvent as KeyPress, useContext, useSyncExternalStore } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { isTooEarly } from '../../hooks/cardView.ts'
import type { Decision } from '../../model/decision.ts'
import { offers } from '../../model/intervention.ts'
import { BarContext, type InterventionContextValue, useIntervention } from '../card/InterventionContext.ts'
import type { DecisionWords } from '../../locales/decisionWords.ts'
import type { FocusKeeper } from '../card/focusKeeper.ts'
import { openEditor } from '../editing/openEditor.ts'
import { pressBy } from '../guard/chord.ts'
import {
  ariaOf,
  type Chords,
  hasChord,
  isComposing,
  isMac,
  labelOf,
  openers,
  type ShortcutName,
} from './chords.ts'

/** The chords of a card, on the keyboard of this platform. */
export interface CardChords extends Chords {
  readonly onMac: boolean
}

/** The chords of the bar or card around a button. Null: a lone button has none. */
export const ChordsContext: React.Context<CardChords | null> = createContext<CardChords | null>(null)

let isOnMac = false

// Nothing is read of the browser while rendering.
function lookAtPlatform(): () => void {
  isOnMac = isMac()
  return () => {}
}

export function useIsMac(): boolean {
  return useSyncExternalStore(
    lookAtPlatform,
    () => isOnMac,
    () => false,
  )
}

/**
 * Presses what the chord stands for. True: the keys are a chord of the card, so that they mean nothing else. Without a
 * target they come from a composer, and at most approve.
 */
export type PressChord = (event: KeyboardEvent, target: Element | null) => boolean

/** The keys of a card. `box`: its element. In a bar they act wherever focus is in the bar. */
export function useChords(box: React.RefObject<Element | null>, chords: Chords): PressChord {
  const view = useIntervention()
  const hold = useContext(BarContext)?.holdChords
  const { focus, setDraft, card, edit, isConfirming } = view

  function press(event: KeyboardEvent, target: Element | null): boolean {
    const is = (name: ShortcutName): boolean => hasChord(event, chords[name])
    const isWriting = target !== null && isTextField(target)
    if (target?.closest('[data-part="menu"]') || (isWriting && mayWrite(event))) return false
    if (target && is('edit') && mayEdit(view)) {
      if (!event.repeat) setDraft({ ...openEditor(card), choice: null })
      return true
    }
    if (target && !isWriting && is('help')) {
      const open = openers.get(box.current?.querySelector('[data-part="more"]') ?? target)
      open?.()
      return open !== undefined
    }
    const isNote = target?.closest('[data-part="reason"]') != null
    const filled = is('approve') ? filledButton(view, isNote, isWriting) : undefined
    if (!target && (filled !== 'approve' || edit)) return false
    const part =
      filled ?? (is('reject_continue') ? 'reject_continue' : is('reject') && !isWriting ? 'reject' : filled)
    if (part === undefined) return false
    const button = box.current?.querySelector<HTMLElement>(`[data-part="${part}"]`)
    // While the second step is open, only its own buttons decide.
    if (button && !event.repeat && !isConfirming) {
      pressBy({ event, focusedAt: target ? focus.enteredAt() : -Infinity }, button)
    }
    return true
  }

  useLayoutEffect(() => {
    hold?.(press)
    return () => hold?.(null)
  })
  return press
}

/** Escape leaves the bar and never decides. */
export function handleKey(event: KeyPress, press: PressChord | null, { leave }: FocusKeeper): void {
  const { nativeEvent: key } = event
  // The field of a renderer may be in a shadow root.
  const [target] = key.composedPath()
  if (event.isDefaultPrevented()) return
  const isTaken =
    key.key === 'Escape' ? !isComposing(key) && leave() : press?.(key, target as Element) === true
  if (!isTaken) return
  event.preventDefault()
  event.stopPropagation()
}

/** The filled button of what is open. From a text field it is never a plain Approve. */
function filledButton(
  { asked, edit, isNoting, draft, card }: InterventionContextValue,
  isNote: boolean,
  isWriting: boolean,
): DecisionPart | null {
  if (edit) return 'approve'
  if (asked && !isNote) return 'answer'
  if (!isNoting) return isWriting ? null : 'approve'
  const isStopping = draft.rejecting === 'rejected' || !offers(card, 'rejected_continue')
  return isStopping ? 'reject' : 'reject_continue'
}

export function mayEdit({ card, viewer, lock, group, edit, isAnswering }: InterventionContextValue): boolean {
  const isFree = viewer?.mayDecide !== false && !lock && !isTooEarly(group) && !edit && !isAnswering
  return isFree && card.status === 'pending' && card.editable && offers(card, 'approved')
}

const parts = {
  approved: 'approve',
  answered: 'answer',
  rejected: 'reject',
  rejected_continue: 'reject_continue',
} as const
type DecisionPart = (typeof parts)[Decision]

/** The chords that press the button of this decision now, for its attributes and its tooltip. */
export function chordsFor(
  view: InterventionContextValue,
  decision: Decision,
  chords: CardChords | null,
  { keyNames }: Pick<DecisionWords, 'keyNames'>,
): {
  readonly aria: string | undefined
  readonly tip: (hint: string) => string | undefined
} {
  const part = parts[decision]
  const isFilled = filledButton(view, view.isNoting, false) === part
  const own = part === 'reject' || part === 'reject_continue' ? chords?.[part] : null
  const all = [isFilled && chords?.approve, own].filter((one) => typeof one === 'string')
  const onMac = chords?.onMac === true
  const keys = all.map((one) => labelOf(one, onMac, keyNames)).join(', ')
  return {
    aria: all.map((one) => ariaOf(one, onMac)).join(' ') || undefined,
    tip: (hint) => [hint, keys && `(${keys})`].filter(Boolean).join(' ') || undefined,
  }
}

// The keys may write or delete something where a text is written.
export function mayWrite({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return /^(Backspace|Delete)$/.test(key) || (key.length === 1 && !ctrlKey && !metaKey)
}

const notTyped = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/

export function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !notTyped.test(element.type)
  return (element as HTMLElement).isContentEditable || element.matches('textarea, select')
}
