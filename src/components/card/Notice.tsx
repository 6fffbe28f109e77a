'use client'
import { useContext } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { isTooEarly } from '../../hooks/cardView.ts'
import { isForEarlier } from '../../model/editDraft.ts'
import { offers } from '../../model/intervention.ts'
import { visibleText } from '../../model/visibleText.ts'
import { Icon, type IconName } from '../icons.tsx'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useSpokenState } from '../voice/useVoice.ts'
import { callName, useMessages } from '../words.ts'
import { BarContext, useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Notice`. */
export type NoticeProps = PropsOf<'div'>

/**
 * Tells of anything that stands in the way of a decision: the viewer may not decide, or not yet, no press would count,
 * its outcome is not known, or the call changed. It is announced, too. Renders a `<div>`, or nothing.
 */
export const Notice: PartComponent<NoticeProps, 'div'> = /* @__PURE__ */ definePart('div', 'notice', () => {
  const { setNoticed } = useIntervention()
  useLayoutEffect(() => {
    setNoticed(true)
    return () => setNoticed(false)
  }, [setNoticed])
  return useNoticePart(() => true)
})

/** The notice that belongs to what would run. */
export const NoticeOfChange: PartComponent<NoticeProps, 'div'> = /* @__PURE__ */ definePart(
  'div',
  'notice',
  () => useNoticePart((status) => status === 'changed'),
)

/** The notices that belong to the decisions, and in a card that shows none elsewhere, all of them. */
export const NoticeInFooter: PartComponent<NoticeProps, 'div'> = /* @__PURE__ */ definePart(
  'div',
  'notice',
  () => {
    const { isNoticed } = useIntervention()
    const isInBar = useContext(BarContext) !== null
    return useNoticePart((status) => !isNoticed && !(isInBar && status === 'changed'))
  },
)

function useNoticePart(isHere: (status: string) => boolean): PartContent | null {
  const notice = useNotice()
  const { scope, card, disclosure } = useIntervention()
  const { hideChanges, showChanges } = useMessages()
  const { changes } = disclosure
  const { status, text, icon } = (notice && isHere(notice.status) && notice) || {}
  // The guard's message has its own live region, and the bar says on its own that it waits.
  const isGuard = status === 'covered' || status === 'framed'
  useSpokenState(
    `${scope.conversationId} ${card.toolCallId} ${card.revision}`,
    isGuard || !icon ? undefined : text,
    status === 'changed' ? 'assertive' : 'polite',
  )
  if (!status) return null
  return {
    role: isGuard ? 'alert' : undefined,
    state: { status },
    children: (
      <>
        {icon ? <Icon of={icon} /> : <span data-part="spinner" aria-hidden="true" />}
        <p>{text}</p>
        {status === 'changed' && changes !== 'none' && (
          <button
            type="button"
            data-part="changes_toggle"
            onClick={() => disclosure.showChanges(changes === 'shown' ? 'hidden' : 'shown')}
          >
            {changes === 'shown' ? hideChanges : showChanges}
          </button>
        )}
      </>
    ),
  }
}

interface NoticeView {
  readonly status: string
  readonly text: string
  /** Undefined: a spinner. */
  readonly icon?: IconName
}

function useNotice(): NoticeView | null {
  const { card, viewer, lock, hasChanged, problem, memory, group, edit, draft, asked } = useIntervention()
  const words = useMessages()
  if (card.status !== 'pending') return null
  if (viewer?.mayDecide === false) {
    const text = words.noPermission(viewer.why && visibleText(viewer.why))
    return { status: 'no_permission', text, icon: 'eye' }
  }
  const [first] = group.calls
  if (first && isTooEarly(group)) {
    return { status: 'in_order', text: words.inOrder(callName(first)), icon: 'info' }
  }
  if (problem) return { status: problem, text: words.guard[problem], icon: 'warning' }
  if (memory?.status === 'earlier' || memory?.status === 'elsewhere') {
    return { status: memory.status, text: words[memory.status], icon: 'info' }
  }
  // The pressed button itself says that it is being sent.
  if (lock && lock.stage !== 'sending')
    return { status: lock.stage, text: words.busy[lock.stage](words.assistant) }
  // A draft for the earlier revision shows that itself.
  const isWritten = edit
    ? edit.revision !== card.revision
    : isForEarlier(asked && draft.answer, card.revision)
  if (hasChanged && !isWritten) return { status: 'changed', text: words.changed, icon: 'warning' }
  // Arguments that are not told have a notice of their own.
  const isOpen = offers(card, 'approved') || offers(card, 'answered') || card.argsText === null
  return isOpen ? null : { status: 'only_rejected', text: words.onlyRejected, icon: 'info' }
}
