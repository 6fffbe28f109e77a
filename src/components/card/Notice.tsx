'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { isTooEarly } from '../../hooks/cardView.ts'
import { visibleText } from '../../model/visibleText.ts'
import { useIntervention } from './InterventionContext.ts'
import { toolName, useMessages } from '../words.ts'
import { useSpokenState } from '../voice/useVoice.ts'

/** Props of `Intervention.Notice`. */
export type NoticeProps = PropsOf<'p'>

/**
 * Tells of anything that stands in the way of a decision: the viewer may not decide, or not yet, no press would count, or
 * the call changed. It is announced, too. Renders a `<p>`, or nothing.
 */
export const Notice: PartComponent<NoticeProps, 'p'> = definePart('p', 'notice', () => {
  const notice = useNotice()
  const { scope, card } = useIntervention()
  const { status, text } = notice ?? {}
  // The guard's message has its own live region.
  const isGuard = status === 'covered' || status === 'framed'
  useSpokenState(
    `${scope.conversationId} ${card.toolCallId} ${card.revision}`,
    isGuard ? undefined : text,
    status === 'changed' ? 'assertive' : 'polite',
  )
  return status ? { role: isGuard ? 'alert' : undefined, state: { status }, children: text } : null
})

function useNotice(): { readonly status: string; readonly text: string } | null {
  const { card, viewer, hasChanged, problem, memory, group } = useIntervention()
  const words = useMessages()
  if (card.status !== 'pending') return null
  if (viewer?.mayDecide === false) {
    return { status: 'no_permission', text: words.noPermission(viewer.why && visibleText(viewer.why)) }
  }
  const [first] = group.calls
  if (first && isTooEarly(group)) return { status: 'in_order', text: words.inOrder(toolName(first.tool)) }
  if (problem) return { status: problem, text: words.guard[problem] }
  if (memory?.status === 'earlier' || memory?.status === 'elsewhere') {
    return { status: memory.status, text: words[memory.status] }
  }
  return hasChanged ? { status: 'changed', text: words.changed } : null
}
