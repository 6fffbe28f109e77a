'use client'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type FailedBatch, failedBatch } from '../../hooks/cardView.ts'
import type { Followed } from '../../hooks/useConversation.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { usePress } from '../../hooks/useDecisions.ts'
import type { ListWords } from '../../locales/listWords.ts'
import { batchKey } from '../../model/batch.ts'
import type { Decision, DecisionRequest } from '../../model/decision.ts'
import { targetOf } from '../../model/callTarget.ts'
import type { PendingIntervention } from '../../model/intervention.ts'
import { inNoForm } from '../card/Confirm.tsx'
import { visibleFailure } from '../card/ErrorMessage.tsx'
import type { InterventionScopeProps } from '../card/InterventionContext.ts'
import { createPressGuard, type PressGuard, unarmed } from '../guard/pressGuard.ts'
import { Icon } from '../icons.tsx'
import { shortName, useMessages } from '../words.ts'

interface BatchProps extends Pick<
  InterventionScopeProps,
  'conversationId' | 'onDecide' | 'onResumed' | 'arming' | 'frameAllowed' | 'trustedOnly'
> {
  readonly followed: Followed
  readonly words: ListWords
  readonly calls: readonly PendingIntervention[]
  readonly targets: readonly string[]
  readonly left: number
  readonly decisions: readonly Decision[]
  readonly close: (() => void) | undefined
  readonly move: (event: React.KeyboardEvent) => void
}

export function Batch(props: BatchProps): React.ReactElement {
  const { followed, words, calls, targets, left, decisions, close, move, arming, frameAllowed, trustedOnly } =
    props
  const messages = useMessages()
  const [guard] = useState(createPressGuard)
  const shown = batchKey(calls)
  useEffect(
    () => guard.show({ revision: shown, text: undefined, arming, frameAllowed, trustedOnly }),
    [guard, shown, arming, frameAllowed, trustedOnly],
  )
  const { isArmed, problem, refused } = useSyncExternalStore(guard.subscribe, guard.getState, () => unarmed)
  const failed = failedBatch(followed)
  const answer = problem
    ? messages.guard[problem]
    : refused && refused.reason !== 'covered' && refused.reason !== 'framed'
      ? messages.refused({ reason: refused.reason, count: refused.count })
      : ''
  const isUnread = followed.state?.reads === 0
  const isBusy =
    isUnread || calls.some(({ toolCallId }) => followed.cards.get(toolCallId)?.lock !== undefined)
  useSpoken(answer)
  return (
    <div data-part="footer">
      {failed && <Failed failed={failed} />}
      {answer && (
        <div data-part="notice" data-status="refused">
          <Icon of="warning" />
          <p>{answer}</p>
        </div>
      )}
      <div data-part="list_targets" role="group" aria-label={words.ticked} tabIndex={0}>
        {calls.length === 0 ? words.none : words.covered(targets, left)}
      </div>
      <div data-part="decisions">
        {close && (
          <button type="button" data-part="close_list" onKeyDown={move} onClick={close}>
            {words.back}
          </button>
        )}
        {decisions.map((decision) => (
          <BatchButton key={decision} {...props} {...{ decision, guard, shown, isArmed, isBusy }} />
        ))}
      </div>
    </div>
  )
}

const partOf: Readonly<Record<Decision, string>> = {
  approved: 'approve',
  answered: 'answer',
  rejected: 'reject',
  rejected_continue: 'reject_continue',
}

function BatchButton({
  conversationId,
  onDecide,
  onResumed,
  followed,
  calls,
  words,
  decision,
  guard,
  shown,
  isArmed,
  isBusy,
  move,
}: BatchProps & {
  readonly decision: Decision
  readonly guard: PressGuard
  readonly shown: string
  readonly isArmed: boolean
  readonly isBusy: boolean
}): React.ReactElement {
  const { pressAll } = usePress(conversationId)
  const messages = useMessages()
  const unwatch = useRef<() => void>(undefined)
  const watch = useCallback(
    (button: HTMLElement | null) => {
      unwatch.current?.()
      unwatch.current = button ? guard.watch(button) : undefined
    },
    [guard],
  )
  const locked = calls.map(({ toolCallId }) => followed.cards.get(toolCallId)?.lock).find((one) => one)
  const isThisOne = locked?.decisions.some((made) => made.decision === decision) === true

  return (
    <button
      {...inNoForm}
      ref={watch}
      onKeyDown={move}
      data-part={partOf[decision]}
      data-busy={isThisOne ? '' : undefined}
      data-armed={isArmed && !isBusy ? '' : undefined}
      aria-disabled={isBusy || undefined}
      title={
        decision === 'rejected' || decision === 'rejected_continue'
          ? messages.rejecting[decision](messages.assistant)
          : undefined
      }
      onClick={({ nativeEvent, currentTarget }) => {
        // Called for every press, so that none is mistaken for the start of the next.
        const isRefused = guard.refuses(nativeEvent, currentTarget, shown)
        const [first, ...others] = calls.map((call) => madeOf(call, decision))
        if (isRefused || isBusy || !first) return
        pressAll([first, ...others], { source: 'press', event: nativeEvent, onDecide, onResumed })
      }}
    >
      {isThisOne ? messages.deciding[decision] : words.decide[decision](calls.length)}
    </button>
  )
}

function madeOf({ toolCallId, revision }: PendingIntervention, decision: Decision): DecisionRequest {
  return { toolCallId, revision, decision }
}

function Failed({ failed }: { readonly failed: FailedBatch }): React.ReactElement {
  const { failure, decision, calls } = failed
  const messages = useMessages()
  const itemAt = (index: number): string | undefined => {
    const call = calls[index]
    return call?.status === 'pending' ? `${shortName(call)} ${targetOf(call)}` : undefined
  }
  return (
    <div data-part="error" data-status={failure.code}>
      <Icon of="warning" />
      <p>{messages.failure(visibleFailure(failure, itemAt), decision)}</p>
    </div>
  )
}

function useSpoken(text: string): void {
  const { say } = useGatewayContext().announcer
  useEffect(() => {
    if (text) say(text)
  }, [say, text])
}
