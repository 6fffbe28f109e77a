'use client'
import { forwardRef, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useActiveCall, useBarView } from '../../hooks/useBarView.ts'
import { useFollowed } from '../../hooks/useConversation.ts'
import { useLeavingReceipts } from '../../hooks/useLeavingReceipts.ts'
import type { ConversationId } from '../../model/ids.ts'
import { type PendingIntervention, questionOf } from '../../model/intervention.ts'
import { BarContext, type InterventionScopeProps } from '../card/InterventionContext.ts'
import { PlainCard } from '../card/PlainCard.tsx'
import { CardBox } from '../card/Root.tsx'
import { SafeCard } from '../card/scopedPart.tsx'
import { Seeing } from '../card/Seeing.tsx'
import { useStylesheetCheck } from '../developerWarnings.ts'
import { FailSafe, NotShown, PlainWords } from '../FailSafe.tsx'
import { Icon, iconOf } from '../icons.tsx'
import type { Shortcuts } from '../keys/chords.ts'
import { useBarKeys } from '../keys/useBarKeys.ts'
import { OnDemand } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { callName, shortName, useLanguage, useMessages } from '../words.ts'
import { useSpokenBusy, useSpokenNews } from '../voice/useVoice.ts'
import { CardBody } from './CardBody.tsx'
import { BusyStrip } from './Busy.tsx'
import { ConnectionStrip, UnreadableNotice } from './Connection.tsx'
import { ReceiptLines } from './Receipts.tsx'
import { useListed, useWanted } from './useListed.ts'
import { useBarFocus } from '../card/focusKeeper.ts'

/** Props of `InterventionBar`: its own, and those of a `<section>`. */
export interface InterventionBarProps
  extends
    Pick<
      InterventionScopeProps,
      | 'onDecide'
      | 'onResumed'
      | 'confirm'
      | 'renderers'
      | 'initialConversation'
      | 'arming'
      | 'frameAllowed'
      | 'trustedOnly'
    >,
    PropsOf<'section'> {
  readonly conversationId: ConversationId
  /** Other key chords, or none. */
  readonly shortcuts?: Shortcuts | undefined
  /**
   * Lets the chord that approves act from a text field outside of the bar too. Leave it out if your composer sends with
   * the same keys. @default false
   */
  readonly approveFromComposer?: boolean | undefined
  /** The level of the bar's heading; the heading of the call is one deeper. @default 2 */
  readonly headingLevel?: 2 | 3 | 4 | 5
}

interface BarProps extends InterventionBarProps {
  /** Something of the host could not be drawn. */
  readonly isPlain?: boolean
}

const Bar: PartComponent<BarProps, 'section'> = /* @__PURE__ */ definePart(
  'section',
  'bar',
  ({ headingLevel = 2, isPlain, shortcuts, approveFromComposer, onKeyDown, ...given }: BarProps) => {
    const { conversationId, onDecide, onResumed, confirm, renderers } = given
    const { arming, frameAllowed, trustedOnly } = given
    const words = useMessages()
    const followed = useFollowed(conversationId, given.initialConversation)
    const view = useBarView(followed)
    const heading = useRef<HTMLHeadingElement>(null)
    const headingId = useId()
    const language = useLanguage()
    const { pending, phase, stage } = view
    const strip = { conversationId, view, scope: followed.scope }
    const { receipts, attending } = useLeavingReceipts(view, followed.scope)
    const isDrawn = view.isDrawn || receipts.length > 0
    const active = useActiveCall(followed)
    const current = active.call
    useSpokenBusy(conversationId, view)
    useStylesheetCheck(heading, isDrawn)
    const shown = current?.toolCallId
    const focus = useBarFocus(heading, shown, view.receipts)
    const pressedWay = useRef<string | null>(null)
    const [aside, setAside] = useState('')
    const isAside = aside !== '' && aside === keysOf(pending)
    const { isListed, isListShown, openList, leaveList, ways } = useListed(pending, active, () => {
      pressedWay.current = '[data-part="position"]'
    })
    const isWaiting = isDrawn && pending.length > 0
    const keys = useBarKeys({ focus, isWaiting, shortcuts, approveFromComposer })
    const { holdChords, leadsHere } = keys
    const next = current && shortName(current)
    // A call that only a server read may be settled by now.
    const known = followed.state?.reads === 0 ? undefined : pending
    useSpokenNews(conversationId, { ...view, pending: known, left: pending.length, next, leadsHere })
    const around = {
      ...{ conversationId, followed, focus, active, pressedWay, holdChords },
      decideLater: () => setAside(keysOf(pending)),
      openList,
    }
    useWanted(active, heading, () => {
      setAside('')
      leaveList()
    })
    const lastShown = useRef(shown)
    useEffect(() => {
      if (lastShown.current === shown) return
      lastShown.current = shown
      // In the next frame: earlier, this would force a layout.
      const frame = requestAnimationFrame(() => {
        // The next card starts at its top, however far the last one was scrolled.
        const bar = heading.current?.closest('[data-part="bar"]')
        if (bar) bar.scrollTop = 0
      })
      return () => cancelAnimationFrame(frame)
    }, [shown])
    const questions = useMemo(() => pending.filter((one) => questionOf(one)).length, [pending])
    if (!isDrawn) return null

    const Heading = `h${headingLevel}` as const
    const options = { conversationId, onDecide, onResumed, confirm, arming, frameAllowed, trustedOnly }
    const children = (
      <BarContext.Provider value={around}>
        <Heading ref={heading} id={headingId} data-part="heading" tabIndex={-1}>
          {words.heading(pending.length, questions)}
        </Heading>
        {isPlain && <p data-part="not_explained">{words.notExplained}</p>}
        {(view.failure || view.connection !== 'live') && <ConnectionStrip {...strip} />}
        {view.unreadable.length > 0 && (
          <UnreadableNotice {...{ conversationId, unreadable: view.unreadable }} />
        )}
        {/* Above the card, so that its buttons stay where they are. */}
        {receipts.length > 0 && (
          <div data-part="receipts" {...attending}>
            <ReceiptLines receipts={receipts} />
          </div>
        )}
        {(stage === 'running' || !current || isAside) && <BusyStrip {...strip} />}
        {current && isAside && (
          <div data-part="later">
            <Icon of="clock" />
            <p>{words.needsAnswer(callName(current))}</p>
            <button type="button" data-part="open" onClick={() => setAside('')}>
              {words.open}
            </button>
          </div>
        )}
        {current && !isAside && !isListShown && (
          <FailSafe of={current.toolCallId} fallback={<NotShown />}>
            <SafeCard
              key={current.toolCallId}
              {...{ ...options, renderers, followed, focus }}
              toolCallId={current.toolCallId}
              instead={<PlainCard />}
            >
              <CardBox shortcuts={shortcuts}>
                <CardBody heading={`h${headingLevel + 1}` as 'h3'} icon={iconOf(current)} />
                {pending.length > 1 && <Seeing />}
              </CardBox>
            </SafeCard>
          </FailSafe>
        )}
        {current && !isAside && isListed && (
          <OnDemand
            part="List"
            {...{ ...options, ...ways, followed, current: shown }}
            headingLevel={(headingLevel + 1) as 3}
          >
            <></>
          </OnDemand>
        )}
      </BarContext.Provider>
    )
    return {
      ...language,
      'aria-labelledby': headingId,
      'aria-keyshortcuts': keys.aria,
      children,
      state: { status: phase, busy: stage !== null },
      watch: keys.watch,
      fixed: {
        ...ownProps,
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          onKeyDown?.(event)
          keys.onKeyDown(event)
        },
      },
    }
  },
)

function keysOf(pending: readonly PendingIntervention[]): string {
  return pending.map(({ toolCallId, revision }) => `${toolCallId} ${revision}`).join()
}

const ownProps = {
  conversationId: undefined,
  onDecide: undefined,
  onResumed: undefined,
  confirm: undefined,
  renderers: undefined,
  initialConversation: undefined,
  arming: undefined,
  frameAllowed: undefined,
  trustedOnly: undefined,
  shortcuts: undefined,
  approveFromComposer: undefined,
  headingLevel: undefined,
  isPlain: undefined,
}

/**
 * The bar above the composer: one waiting call, its decisions, and the state of the run. Renders nothing while there
 * is nothing to show. Never takes focus, caret or scroll on arrival. Renders a `<section>`.
 *
 * @example
 * <InterventionBar conversationId={id} />
 */
export const InterventionBar: PartComponent<InterventionBarProps, 'section'> = /* @__PURE__ */ forwardRef<
  HTMLElement,
  InterventionBarProps
>(function InterventionBar(props, ref) {
  const { conversationId } = props
  // SAFETY: its own props, and nothing else of the host.
  const own = Object.fromEntries(
    Object.entries(props).filter(([name]) => name !== 'renderers' && Object.hasOwn(ownProps, name)),
  ) as unknown as InterventionBarProps
  const plain = (
    <FailSafe of={conversationId} fallback={<NotShown />}>
      <PlainWords>
        <Bar {...own} ref={ref} isPlain />
      </PlainWords>
    </FailSafe>
  )
  return (
    <FailSafe of={conversationId} fallback={plain}>
      <Bar {...props} ref={ref} />
    </FailSafe>
  )
})
