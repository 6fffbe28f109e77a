'use client'
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { isApart } from '../../hooks/cardView.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { Followed } from '../../hooks/useConversation.ts'
import { listWords } from '../../locales/listWords.ts'
import { decisionsForAll, type LeftOut, leftOut } from '../../model/batch.ts'
import { targetOf } from '../../model/callTarget.ts'
import { type PendingIntervention, questionOf } from '../../model/intervention.ts'
import { pendingOf } from '../../model/pending.ts'
import { type FocusKeeper, swallowKeys } from '../card/focusKeeper.ts'
import type { InterventionScopeProps } from '../card/InterventionContext.ts'
import { useKeptFocus } from '../card/useKeptFocus.ts'
import { Icon } from '../icons.tsx'
import { actorOf, useLanguage, useMessages } from '../words.ts'
import { Batch } from './Batch.tsx'
import { ListRow } from './ListRow.tsx'
import { markSeen, seenVersion, wasSeen, watchSeen } from './seenCalls.ts'
import { useArrivals } from './useArrivals.ts'
import { useWindow } from './useWindow.ts'
import { watchInView } from './watchInView.ts'

/** Props of the list of all that waits. */
export interface ListProps extends Pick<
  InterventionScopeProps,
  'conversationId' | 'onDecide' | 'onResumed' | 'confirm' | 'arming' | 'frameAllowed' | 'trustedOnly'
> {
  readonly followed: Followed
  readonly current?: string | undefined
  readonly open: (call: PendingIntervention) => void
  readonly close?: (() => void) | undefined
  readonly onDraw?: (() => void) | undefined
  /** The level of its heading. @default 3 */
  readonly headingLevel?: 3 | 4 | 5 | 6 | undefined
}

/** All calls that wait, each with its tool, its arguments on two lines and who asks; some can be decided together. */
export function List(props: ListProps): React.ReactElement | null {
  const watch = useOwnFocus()
  if (pendingOf(props.followed.state).length === 0) return null
  // A bar keeps the focus of all that is in it, and names it.
  return <FilledList {...props} own={props.close ? {} : { ref: watch, role: 'group' }} />
}

// After the last call, focus goes back to where it was before the list; by touch nowhere, so that no keyboard opens.
function useOwnFocus(): FocusKeeper['watch'] {
  return useKeptFocus((_list, { cameFrom, byTouch }) => {
    if (byTouch || !cameFrom?.isConnected) return null
    swallowKeys(cameFrom)
    return cameFrom
  })
}

function FilledList({
  followed,
  current,
  open,
  close,
  onDraw,
  headingLevel = 3,
  confirm,
  own,
  ...scope
}: ListProps & { readonly own: React.ComponentPropsWithRef<'div'> }): React.ReactElement {
  const messages = useMessages()
  const language = useLanguage()
  const words = useMemo(() => ({ ...listWords, ...messages.list }), [messages.list])
  const box = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const drawn = useRef(onDraw)
  useLayoutEffect(() => drawn.current?.(), [])
  const pending = pendingOf(followed.state)
  const { calls, isNew } = useArrivals(pending, followed)
  const { start, end, rowPx, onScroll } = useWindow(box, calls.length)
  useSyncExternalStore(watchSeen, seenVersion, seenVersion)
  const [ticks, setTicks] = useState<ReadonlyMap<string, string>>(new Map())
  const [active, setActive] = useState(0)
  const host = useGatewayContext()
  // A batch has no second step.
  const needsConfirming = ({ tool }: PendingIntervention): boolean =>
    tool !== null && (confirm ?? host.confirm)?.(tool) === true
  const mayDecide = followed.state?.viewer?.mayDecide !== false
  const lock = (call: PendingIntervention): boolean => followed.cards.get(call.toolCallId)?.lock !== undefined

  const outOf = (call: PendingIntervention, lead: PendingIntervention | undefined): LeftOut | null =>
    leftOut(call, lead, {
      isApart: isApart(followed, call) || needsConfirming(call),
      isSeen: wasSeen(followed.scope, call),
      isNew: isNew(call),
    })
  const isTicked = (call: PendingIntervention): boolean => ticks.get(call.toolCallId) === call.revision
  // A tick counts for the revision that was ticked, and only while the call may be part of a batch.
  // The cheapest question first, because a thousand may wait.
  const free = calls.filter((call) => wasSeen(followed.scope, call) && outOf(call, undefined) === null)
  const lead = free.find(isTicked)
  const alike = free.filter((call) => outOf(call, lead ?? free[0]) === null)
  const ticked = lead ? alike.filter(isTicked) : []
  const tickedIds = new Set(ticked.map(({ toolCallId }) => toolCallId))

  function tick(call: PendingIntervention, isOn: boolean): void {
    setTicks((last) => {
      const next = new Map(last)
      if (isOn) next.set(call.toolCallId, call.revision)
      else next.delete(call.toolCallId)
      return next
    })
  }
  function tickAll(isOn: boolean): void {
    setTicks(new Map(isOn ? alike.map((call) => [call.toolCallId, call.revision]) : []))
  }

  useEffect(
    () =>
      watchInView(
        () => box.current?.querySelectorAll<HTMLElement>('[data-part="list_args"][data-whole]') ?? [],
        (element) => {
          const id = element.dataset['whole']
          const call = pendingOf(followed.state).find(({ toolCallId }) => toolCallId === id)
          if (call) markSeen(followed.scope, call)
        },
      ),
    [followed],
  )
  const focus = useRowFocus(box, rowPx, active)

  function move(event: React.KeyboardEvent): void {
    if (event.key === 'Escape' && close) {
      event.preventDefault()
      event.stopPropagation()
      return close()
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx))
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[
      event.key
    ]
    const row = (event.target as Element).closest<HTMLElement>('[data-part="list_item"]')
    if (step === undefined || !row) return
    event.preventDefault()
    event.stopPropagation()
    const to = Math.max(0, Math.min(calls.length - 1, Number(row.dataset['index']) + step))
    setActive(to)
    focus(to, event.target instanceof HTMLInputElement ? 'input' : 'button')
  }

  const kept = Math.min(active, calls.length - 1)
  const rows = [...new Set([...range(start, end), ...(kept >= 0 ? [kept] : [])])].toSorted((a, b) => a - b)
  const heading = messages.heading(calls.length, calls.filter((call) => questionOf(call)).length)
  const Heading = `h${headingLevel}` as const
  return (
    <div
      {...language}
      {...own}
      data-part="intervention"
      data-mode="list"
      data-styled=""
      aria-labelledby={own.role && headingId}
    >
      <header data-part="headline">
        <span data-part="icon" aria-hidden="true">
          <Icon of="list" />
        </span>
        <Heading id={headingId} data-part="title" tabIndex={-1} onKeyDown={move}>
          {heading}
        </Heading>
        {mayDecide && alike.length > 1 && (
          <label data-part="list_all">
            <input
              type="checkbox"
              checked={ticked.length === alike.length}
              onKeyDown={move}
              onChange={({ target }) => tickAll(target.checked)}
            />
            {words.tickAll(alike.length)}
          </label>
        )}
      </header>
      <div ref={box} data-part="list" onScroll={onScroll}>
        {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes it from a list without marks. */}
        <ul role="list" style={{ blockSize: calls.length * rowPx }} aria-label={messages.pager}>
          {rows.map((at) => {
            const call = calls[at]!
            const isOn = tickedIds.has(call.toolCallId)
            return (
              <ListRow
                key={call.toolCallId}
                {...{ call, at, words, tick, open, move }}
                of={calls.length}
                top={at * rowPx}
                isCurrent={call.toolCallId === current}
                isActive={at === kept}
                isTicked={isOn}
                isDeciding={lock(call)}
                leftOut={outOf(call, isOn ? undefined : lead)}
                mayTick={mayDecide}
                actor={actorOf(call.agent, messages).replace(/,$/, '')}
              />
            )
          })}
        </ul>
      </div>
      <Batch
        {...scope}
        {...{ followed, words, close, move }}
        calls={ticked}
        targets={ticked.map(targetOf)}
        left={calls.length - ticked.length}
        decisions={mayDecide && ticked.length > 1 ? decisionsForAll(ticked) : []}
      />
    </div>
  )
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
}

/** Moves focus to a control of a row, which may not be drawn yet. */
function useRowFocus(
  box: React.RefObject<HTMLElement | null>,
  rowPx: number,
  active: number,
): (row: number, control: 'input' | 'button') => void {
  const wanted = useRef<{ readonly row: number; readonly control: string } | null>(null)
  useLayoutEffect(() => {
    const list = box.current
    if (!wanted.current || !list) return
    const { row, control } = wanted.current
    wanted.current = null
    showRow(list, row * rowPx, rowPx)
    const found = list.querySelector(`[data-index="${row}"]`)
    const target = found?.querySelector<HTMLElement>(control) ?? found?.querySelector<HTMLElement>('button')
    target?.focus({ preventScroll: true })
  }, [box, rowPx, active])
  return (row, control) => {
    wanted.current = { row, control }
  }
}

function showRow(list: HTMLElement, top: number, height: number): void {
  const below = top + height - list.clientHeight
  if (list.scrollTop > top) list.scrollTop = top
  else if (list.scrollTop < below) list.scrollTop = below
}
