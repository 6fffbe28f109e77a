'use client'
import { useEffect } from 'react'
import { GatewayError } from '../gateway/GatewayError.ts'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { useConversation } from '../hooks/useConversation.ts'
import { enNotLoaded } from '../locales/enNotLoaded.ts'
import type { InterventionBarProps } from './Bar.tsx'
import { fetchParts } from './fetchParts.ts'
import type { Fetching } from './fetchedPart.tsx'

/**
 * In the place of a bar or a card until what draws it was fetched: follows the conversation meanwhile, and where it cannot
 * be had says so as soon as something waits, or nobody knows whether it does. Renders a `<section>`, or nothing.
 */
export function StandIn({
  conversationId,
  id,
  className,
  part,
  isFailed,
  focusedInRef,
}: Fetching & Pick<InterventionBarProps, 'conversationId' | 'id' | 'className'>): React.ReactElement | null {
  const { messages, announcer } = useGatewayContext()
  const { phase, failure, reread } = useConversation(conversationId)
  const isMissed = isFailed && (phase === 'waiting' || failure !== null)
  const text = messages?.conversationFailure?.(notLoaded) ?? enNotLoaded.failure
  useEffect(() => {
    if (isMissed) announcer.say(text)
  }, [announcer, isMissed, text])
  if (!isMissed) return null

  async function fetchAgain(): Promise<void> {
    reread()
    if (!(await fetchParts())) announcer.say(text)
  }
  return (
    <section
      id={id}
      className={typeof className === 'function' ? className({}) : className}
      data-part={part === 'Bar' ? 'bar' : 'intervention'}
      aria-label={messages?.heading?.(0) ?? enNotLoaded.heading}
    >
      <div data-part="connection" data-status={notLoaded.code}>
        <p>{text}</p>
        <button
          type="button"
          data-part="reread"
          onClick={() => void fetchAgain()}
          onFocus={({ currentTarget }) => {
            focusedInRef.current = currentTarget.closest('section')?.parentElement ?? null
          }}
          onBlur={({ currentTarget }) => {
            // What is taken out of the page has lost focus by no choice of the person's.
            if (currentTarget.isConnected) focusedInRef.current = null
          }}
        >
          {messages?.reread ?? enNotLoaded.reread}
        </button>
      </div>
    </section>
  )
}

const notLoaded = new GatewayError({ code: 'not_loaded', applied: 'no' })
