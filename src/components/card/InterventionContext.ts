'use client'
import { createContext, useContext } from 'react'
import type { CardView, SetDraft } from '../../hooks/cardView.ts'
import type { PressOfParts, PressOrigin } from '../../hooks/useDecisions.ts'
import type { ActiveCall } from '../../hooks/useBarView.ts'
import type { Followed } from '../../hooks/useConversation.ts'
import type { InitialConversation } from '../../hooks/initialState.ts'
import type { EditDraft } from '../../model/editDraft.ts'
import type { Renderer } from '../../hooks/Renderer.ts'
import type { RememberScope } from '../../model/decision.ts'
import { developmentError } from '../../model/developerErrors.ts'
import type { ConversationId, ToolCallId } from '../../model/ids.ts'
import type { InterventionCall, Question, Tool } from '../../model/intervention.ts'
import type { hiddenOf } from '../../model/maskedCall.ts'
import type { GuardState, PressGuard } from '../guard/pressGuard.ts'
import type { PressChord } from '../keys/useChords.ts'
import type { FocusKeeper } from './focusKeeper.ts'
import type { Disclosure } from './useDisclosure.ts'

export interface InterventionScopeProps extends Pick<PressOrigin, 'onDecide' | 'onResumed'> {
  readonly conversationId: ConversationId
  /**
   * Says if approving this tool takes a second press. Replaces that of the provider.
   * @default of tools whose `destructiveHint` is true
   */
  readonly confirm?: ((tool: Tool) => boolean) | undefined
  /**
   * Show the arguments of calls in their own way, before those of the provider.
   * @default those of the provider, and else the previews of the kit
   */
  readonly renderers?: readonly Renderer[] | undefined
  /**
   * The conversation as your server read it, for the first HTML. Replaces that of the provider.
   * @default that of the provider
   */
  readonly initialConversation?: InitialConversation
  /** @default the first that waits */
  readonly toolCallId?: ToolCallId | undefined
  /** The time in view before a press counts, in milliseconds; 250 at least. @default 500 */
  readonly arming?: number | undefined
  /** Lets presses count even if another site shows the page in a frame. @default false */
  readonly frameAllowed?: boolean | undefined
  /**
   * Counts only presses that the browser marks as made by a person. This ignores a script's `click()`, and some
   * assistive tools. A script of the same page can still call the gateway. @default false
   */
  readonly trustedOnly?: boolean | undefined
}

/** The values that are hidden until somebody asks for them. */
export interface Secrets {
  readonly hidden: ReturnType<typeof hiddenOf>
  readonly areShown: boolean
  readonly show: (areShown: boolean) => void
}

/** The part of a call that a press, and time, do not change. */
export interface ShownCall extends Pick<CardView, 'expiresAt'> {
  readonly scope: InterventionScopeProps
  readonly card: InterventionCall
  readonly hasChanged: boolean
  readonly firstArgsText: string | null
  /** The text of the arguments as it is shown, with or without what is hidden. */
  readonly shownArgsText: string | null
  readonly secrets: Secrets
  readonly disclosure: Disclosure
  /** Approving a destructive tool waits until all its arguments were in sight, what is hidden too. */
  readonly isHeldBack: boolean
  /** The effect of a decision on the other calls of the pause; empty if none. */
  readonly siblings: string
  readonly id: string
  /** The edits of the arguments. Null: they are shown, not edited. */
  readonly edit: EditDraft | null
  /** The question that the fields of an answer are for. */
  readonly asked: Question | null
}

export interface InterventionContextValue extends Omit<CardView, keyof ShownCall>, GuardState, ShownCall {
  /** Changes whenever the guard has to re-arm. */
  readonly shownKey: string
  /** The box for the reason of a rejection is open. */
  readonly isNoting: boolean
  /** The second step of an approval is open. */
  readonly isConfirming: boolean
  readonly setConfirming: (isOpen: boolean) => void
  readonly setDraft: SetDraft
  /** An answer is written in the place of the permission. */
  readonly isAnswering: boolean
  /** A part of its own shows the notices. */
  readonly isNoticed: boolean
  readonly setNoticed: (isNoticed: boolean) => void
  /** The scope that the approval is remembered for. Null: this call only. */
  readonly remember: RememberScope | null
  readonly guard: PressGuard
  readonly press: PressOfParts
  readonly focus: FocusKeeper
}

export const ShownContext: React.Context<ShownCall | null> = createContext<ShownCall | null>(null)

export const InterventionContext: React.Context<InterventionContextValue | null> =
  createContext<InterventionContextValue | null>(null)

/** True in the row of the decisions of the kit, which draws the second step of an approval itself. */
export const RowContext: React.Context<boolean> = createContext(false)

export function useIntervention(): InterventionContextValue {
  const value = useContext(InterventionContext)
  if (!value) throw developmentError('IB003')
  return value
}

/** For the parts that are not drawn again by a press. */
export function useShownCall(): ShownCall {
  const value = useContext(ShownContext)
  if (!value) throw developmentError('IB003')
  return value
}

// The bar around a card follows its conversation, keeps focus and speaks for it.
export interface BarContextValue {
  readonly conversationId: ConversationId
  readonly followed: Followed
  readonly focus: FocusKeeper
  readonly active: ActiveCall
  /** The selector of the pager's button that showed this call. */
  readonly pressedWay: { current: string | null }
  /** Shows the list of all that waits in the place of the card. */
  readonly openList: () => void
  /** Takes the keys of the card that is shown. */
  readonly holdChords: (press: PressChord | null) => void
  /** Puts aside what waits now. */
  readonly decideLater: () => void
}

export const BarContext: React.Context<BarContextValue | null> = createContext<BarContextValue | null>(null)
