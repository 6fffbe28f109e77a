'use client'
import { definePart, type PartComponent, type PropsOf } from '../internal/definePart.tsx'
import { visibleText } from '../internal/visibleText.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Notice`. */
export type NoticeProps = PropsOf<'p'>

/** What to know before deciding: one may not, or the call changed while one looked. Renders a `<p>`, or nothing. */
export const Notice: PartComponent<NoticeProps, 'p'> = definePart('p', 'notice', () => {
  const { card, viewer, hasChanged } = useIntervention()
  const words = useMessages()
  if (card.status !== 'pending') return null
  if (viewer?.mayDecide === false) {
    return {
      state: { status: 'no_permission' },
      children: words.noPermission(viewer.why && visibleText(viewer.why)),
    }
  }
  return hasChanged ? { state: { status: 'changed' }, children: words.changed } : null
})
