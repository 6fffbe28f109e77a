'use client'
import { definePart, type PartComponent, type PropsOf } from '../internal/definePart.tsx'
import { isTooEarly } from '../hooks/useCard.ts'
import { visibleText } from '../internal/visibleText.ts'
import { useIntervention } from './InterventionContext.ts'
import { toolName } from './toolName.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Notice`. */
export type NoticeProps = PropsOf<'p'>

/** What to know before deciding: one may not, or not yet, no press would count, or the call changed while one looked. Renders a `<p>`, or nothing. */
export const Notice: PartComponent<NoticeProps, 'p'> = definePart('p', 'notice', () => {
  const { card, viewer, hasChanged, problem, record, group } = useIntervention()
  const words = useMessages()
  if (card.status !== 'pending') return null
  if (viewer?.mayDecide === false) {
    return {
      state: { status: 'no_permission' },
      children: words.noPermission(viewer.why && visibleText(viewer.why)),
    }
  }
  const [first] = group.calls
  if (first && isTooEarly(group)) {
    return { state: { status: 'in_order' }, children: words.inOrder(toolName(first.tool)) }
  }
  if (problem) return { role: 'alert', state: { status: problem }, children: words.guard[problem] }
  if (record?.status === 'earlier' || record?.status === 'elsewhere') {
    return { state: { status: record.status }, children: words[record.status] }
  }
  return hasChanged ? { state: { status: 'changed' }, children: words.changed } : null
})
