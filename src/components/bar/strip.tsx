'use client'
import { forwardRef } from 'react'
import { type BarView, useBarView } from '../../hooks/useBarView.ts'
import { useFollowed } from '../../hooks/useConversation.ts'
import type { ConversationId } from '../../model/ids.ts'
import { definePart, type PartComponent, type PartContent, type PropsOf } from '../part.tsx'
import { useLanguage } from '../words.ts'

/** Props of the strips: `Intervention.Connection`, `Busy` and `Receipts`. */
export interface StripProps extends PropsOf<'div'> {
  readonly conversationId: ConversationId
}

export interface StripView extends StripProps {
  readonly view: BarView
  readonly scope: string
}

/** A line of a bar, which passes its view to it. */
export function defineStrip(
  name: string,
  useStrip: (given: StripView) => PartContent | null,
): PartComponent<StripView, 'div'> {
  return definePart('div', name, (given: StripView) => {
    const content = useStrip(given)
    const own = { conversationId: undefined, view: undefined, scope: undefined }
    return content && { ...content, fixed: own }
  })
}

/** The same line outside of a bar. */
export function alone(Strip: PartComponent<StripView, 'div'>): PartComponent<StripProps, 'div'> {
  return forwardRef<HTMLDivElement, StripProps>(function Alone(props, ref) {
    const followed = useFollowed(props.conversationId)
    const language = useLanguage()
    return <Strip {...language} {...props} view={useBarView(followed)} scope={followed.scope} ref={ref} />
  })
}
