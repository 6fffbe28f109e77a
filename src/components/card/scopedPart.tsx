'use client'
import { type ComponentType, forwardRef, type ReactElement, useContext, useState } from 'react'
import { failureOf } from '../../hooks/useBarView.ts'
import { cardViewOf } from '../../hooks/cardView.ts'
import { type Followed, useFollowed } from '../../hooks/useConversation.ts'
import { findCall } from '../../model/conversation.ts'
import { developmentError } from '../../model/developerErrors.ts'
import type { ToolCallId } from '../../model/ids.ts'
import { pendingOf } from '../../model/pending.ts'
import { useUnknownWarning } from '../developerWarnings.ts'
import { FailSafe, NotShown, PlainWords } from '../FailSafe.tsx'
import { useSpokenNews } from '../voice/useVoice.ts'
import { CardScope } from './CardScope.tsx'
import { createFocusKeeper } from './focusKeeper.ts'
import {
  BarContext,
  type BarContextValue,
  InterventionContext,
  type InterventionScopeProps,
  ShownContext,
} from './InterventionContext.ts'
import { PlainCall } from './PlainCall.tsx'

type ScopedComponent<Given, Element> = React.ForwardRefExoticComponent<
  Given & Partial<InterventionScopeProps> & React.RefAttributes<Element>
>

/**
 * Makes a part work without a card: given a call, it is a card of its own. Otherwise it belongs to the card around it,
 * and takes missing props from there. `plain`: drawn instead if the host's own words, props or children fail.
 */
export function scopedPart<Given, Element>(
  part: React.ForwardRefExoticComponent<Given & React.RefAttributes<Element>>,
  plain?: ReactElement,
): ScopedComponent<Given, Element> {
  // SAFETY: props are only passed on.
  const Part = part as unknown as ComponentType<{ readonly ref?: React.ForwardedRef<unknown> }>
  const instead = plain ?? (
    <PlainCall>
      <Part />
    </PlainCall>
  )
  const scoped = forwardRef<unknown, Partial<InterventionScopeProps>>(function ScopedPart(
    {
      conversationId,
      toolCallId,
      onDecide,
      onResumed,
      confirm,
      renderers,
      initialConversation,
      arming,
      frameAllowed,
      trustedOnly,
      ...props
    },
    ref,
  ) {
    const around = useContext(InterventionContext)
    const drawn = <Part {...props} ref={ref} />
    const settings = { confirm, renderers, initialConversation, arming, frameAllowed, trustedOnly }
    const own = { toolCallId, onDecide, onResumed, ...settings }
    if (conversationId !== undefined) {
      return <InterventionScope {...{ ...own, conversationId, instead }}>{drawn}</InterventionScope>
    }
    if (!around) throw developmentError('IB003')
    const given = Object.entries(own).filter(([, value]) => value !== undefined)
    if (given.length === 0) return drawn
    const scope = { ...around.scope, ...Object.fromEntries(given) }
    if ((toolCallId ?? around.card.toolCallId) !== around.card.toolCallId) {
      return <InterventionScope {...{ ...scope, instead }}>{drawn}</InterventionScope>
    }
    // The guard and the count of elided text still belong to the card around it.
    const value = { ...around, scope }
    return (
      <ShownContext.Provider value={value}>
        <InterventionContext.Provider value={value}>{drawn}</InterventionContext.Provider>
      </ShownContext.Provider>
    )
  })
  return scoped as ScopedComponent<Given, Element>
}

/**
 * Gives a call to the parts below, without an element: the given one, or the oldest that waits. After a decision it
 * keeps that call until another one waits.
 */
function InterventionScope(props: ScopeProps): React.ReactElement | null {
  const bar = useContext(BarContext)
  return (
    <FailSafe of={`${props.conversationId} ${props.toolCallId}`} fallback={<NotShown />}>
      {bar?.conversationId === props.conversationId ? (
        <FollowedScope {...props} bar={bar} followed={bar.followed} />
      ) : (
        <OwnScope {...props} bar={bar} />
      )}
    </FailSafe>
  )
}

interface ScopeProps extends InterventionScopeProps {
  readonly children: React.ReactNode
  readonly instead: ReactElement
}

function OwnScope(props: ScopeProps & { readonly bar: BarContextValue | null }): React.ReactElement | null {
  return <FollowedScope {...props} followed={useFollowed(props.conversationId, props.initialConversation)} />
}

function FollowedScope({
  toolCallId,
  bar,
  instead,
  children,
  ...scope
}: ScopeProps & {
  readonly bar: BarContextValue | null
  readonly followed: Followed
}): React.ReactElement | null {
  const { followed } = scope
  useUnknownWarning(scope.conversationId, toolCallId, followed.state)
  const pending = pendingOf(followed.state)
  const [focus] = useState(createFocusKeeper)
  // The last two calls that were shown: a receipt is announced even after the next call took its place.
  const shown = toolCallId ?? pending[0]?.toolCallId
  const [voices, setVoices] = useState<readonly ToolCallId[]>(shown === undefined ? [] : [shown])
  const id = shown ?? voices.at(-1)
  if (id !== undefined && id !== voices.at(-1)) setVoices([...voices, id].slice(-2))
  if (id === undefined) return null
  const left = pending.length
  return (
    <>
      {bar?.conversationId !== scope.conversationId &&
        voices.map((one) => (
          <FailSafe key={one} of={one} fallback={null}>
            <CardVoice
              conversationId={scope.conversationId}
              followed={followed}
              toolCallId={one}
              left={left}
            />
          </FailSafe>
        ))}
      <SafeCard key={id} {...scope} toolCallId={id} focus={bar?.focus ?? focus} instead={instead}>
        {children}
      </SafeCard>
    </>
  )
}

/** A card, or the plain one while something of the host's cannot be drawn. */
export function SafeCard({
  instead,
  children,
  ...scope
}: React.ComponentProps<typeof CardScope> & { readonly instead: ReactElement }): React.ReactElement {
  const { followed, toolCallId } = scope
  const plain = (
    <PlainWords>
      <CardScope {...scope}>{instead}</CardScope>
    </PlainWords>
  )
  return (
    <FailSafe of={findCall(followed.state?.interventions, toolCallId)?.revision} fallback={plain}>
      <CardScope {...scope}>{children}</CardScope>
    </FailSafe>
  )
}

function CardVoice({
  conversationId,
  followed,
  toolCallId,
  left,
}: Pick<InterventionScopeProps, 'conversationId'> & {
  readonly followed: Followed
  readonly toolCallId: ToolCallId
  readonly left: number
}): null {
  const { receipt, memory } = cardViewOf(followed, toolCallId)
  const failure = failureOf(toolCallId, memory, followed.state)
  useSpokenNews(conversationId, {
    receipts: receipt ? [receipt] : [],
    failures: failure ? [failure] : [],
    left,
  })
  return null
}
