'use client'

import { Button } from '@/components/ui/button'
import { Intervention } from 'intervention-bar'
import 'intervention-bar/styles.css'
import type { ComponentProps, ReactElement } from 'react'

export interface InterventionBarProps extends ComponentProps<'section'> {
  /** The chat that the agent works in. */
  conversationId: string
}

const link =
  'bg-primary text-primary-foreground inline-flex h-9 items-center rounded-md px-4 text-sm font-medium no-underline'

/** Asks before a tool of the agent runs. It draws nothing while nothing waits, runs or was decided. */
export function InterventionBar({
  conversationId,
  className = '',
  ...props
}: InterventionBarProps): ReactElement {
  return (
    <section
      aria-label="Approvals"
      className={`bg-card text-card-foreground border-border grid gap-2 rounded-xl border p-3 shadow-xs empty:hidden ${className}`}
      {...props}
    >
      <Intervention.Connection conversationId={conversationId} />
      <Intervention.Receipts conversationId={conversationId} />
      <Intervention.Busy conversationId={conversationId} />
      <Intervention.Root conversationId={conversationId} styled>
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <Intervention.Title />
          <Intervention.Expiry />
        </div>
        <Intervention.Risks />
        <Intervention.Why />
        <Intervention.Notice />
        <Intervention.Question />
        <Intervention.Arguments />
        <Intervention.Error />
        <Intervention.Siblings />
        <Intervention.Grant />
        <Intervention.Hint />
        <Intervention.HeldBack />
        <Intervention.Reason />
        <div className="flex flex-wrap justify-end gap-2">
          <Intervention.Stop />
          <Intervention.Discard render={<Button variant="outline" />} />
          <Intervention.Reject render={<Button variant="ghost" />} />
          <Intervention.RejectContinue render={<Button variant="outline" />} />
          <Intervention.Answer
            render={(given) => {
              // A question that leads to an address is a link.
              const [Element, look] = 'href' in given ? (['a', link] as const) : ([Button, ''] as const)
              return <Element {...given} className={look} />
            }}
          />
          <Intervention.Approve render={<Button />} />
          <Intervention.Remember render={<Button variant="outline" />} />
          <Intervention.Overflow render={<Button variant="ghost" />} />
        </div>
      </Intervention.Root>
    </section>
  )
}
