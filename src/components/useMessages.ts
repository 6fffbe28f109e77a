import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { enBar } from '../locales/enBar.ts'
import type { BarMessages } from '../locales/messages.ts'

/** What the bar says: English, with the host's own words over it. */
export function useMessages(): BarMessages {
  const { messages } = useGatewayContext()
  return useMemo(() => (messages ? { ...enBar, ...messages } : enBar), [messages])
}
