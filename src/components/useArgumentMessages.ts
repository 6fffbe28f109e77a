import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { en } from '../locales/en.ts'
import type { Messages } from '../locales/messages.ts'

/** What the bar says, with what it says of arguments. */
export function useArgumentMessages(): Messages {
  const { messages } = useGatewayContext()
  return useMemo(() => ({ ...en, ...messages }), [messages])
}
