'use client'
import { useFollowed } from '../../hooks/useConversation.ts'
import { OnDemand } from '../onDemand.ts'
import type { ListProps } from './List.tsx'

/** Props of `Intervention.List`. */
export interface WaitingListProps extends Pick<
  ListProps,
  'conversationId' | 'onDecide' | 'onResumed' | 'arming' | 'frameAllowed' | 'trustedOnly' | 'headingLevel'
> {
  /** Leads to a call, such as by scrolling to its card. */
  readonly onOpen: ListProps['open']
}

/**
 * The list of all that waits in a conversation, for a page of its own: a bar opens one from its pager. It is fetched when it
 * is drawn. Renders a `<div role="group">`.
 *
 * @example
 * <Intervention.List conversationId={id} onOpen={({ toolCallId }) => document.getElementById(toolCallId)?.scrollIntoView()} />
 */
export function WaitingList({ onOpen, ...props }: WaitingListProps): React.ReactElement {
  const followed = useFollowed(props.conversationId)
  return (
    <OnDemand part="List" {...props} followed={followed} open={onOpen}>
      <></>
    </OnDemand>
  )
}
