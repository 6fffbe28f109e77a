import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { en } from '../locales/en.ts'
import type { Messages } from '../locales/messages.ts'

/** Everything that is said, for what is fetched apart. */
export function useAllMessages(): Messages {
  const { messages } = useGatewayContext()
  return useMemo(() => ({ ...en, ...messages }), [messages])
}
